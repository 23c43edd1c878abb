using System.Globalization;

namespace Foresight.Benchmarks.Store;

/// <summary>Observations into the store and out of it, beside DuckDB on the same file: <c>store [--rows N]</c>.</summary>
internal sealed class StoreBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const int MostMegabytes = 600;

    public string Verb => "store";

    public string Description => "observations in and out, against DuckDB [--rows 5000000]";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        var rows = args is ["--rows", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5_000_000;
        var folder = Directory.CreateTempSubdirectory("foresight-benchmark-").FullName;
        try
        {
            await RunAsync(rows, folder, tell);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(int rows, string folder, Action<ResultLine> tell)
    {
        ComextFile.Write(Path.Combine(folder, "comext.csv"), rows);
        Measured? copy = null, reading = null, first = null, again = null, duck = null, ours = null;
        for (var round = 0; round < Rounds; round++)
        {
            // In turns: what else the machine does meets all of them alike.
            DeleteIfThere(Path.Combine(folder, "store"));
            copy = (await Measure.CaseAsync("duckdb-copy", folder)).Best(copy);
            reading = (await Measure.CaseAsync("read-only", folder)).Best(reading);
            first = (await Measure.CaseAsync("ingest", folder)).Best(first);
            again = (await Measure.CaseAsync("ingest", folder)).Best(again);
            duck = (await Measure.CaseAsync("duckdb-aggregate", folder)).Best(duck);
            ours = (await Measure.CaseAsync("aggregate", folder)).Best(ours);
        }

        var file = Path.Combine(folder, "comext.csv");
        tell(ResultLine.Of($"yardstick: DuckDB `COPY` of {rows:N0} rows of SDMX-CSV ({Megabytes(file)} MB) to Parquet ({Megabytes(Path.Combine(folder, "duckdb.parquet"))} MB), one thread", copy!, "rows"));
        tell(ResultLine.Of("the same CSV read into batches, nothing stored", reading!, "rows"));
        tell(Ingest($"the same CSV into the store ({Megabytes(Path.Combine(folder, "store", "observations"))} MB)", first!, copy!));
        tell(Ingest("the same once more", again!, copy!));
        tell(ResultLine.Of("yardstick: DuckDB's aggregate over its own Parquet", duck!, "rows"));
        var slower = ours!.Seconds / duck!.Seconds;
        tell(ResultLine.Of("the same aggregate over the view `observations`", ours, "rows") with
        {
            Against = $"{ResultLine.Number(slower, "0.00")} of its time",
            Goal = ResultLine.Held("at most 1.5", slower <= 1.5),
        });
    }

    private static ResultLine Ingest(string what, Measured measured, Measured yardstick)
    {
        var share = measured.RowsPerSecond / yardstick.RowsPerSecond;
        return ResultLine.Of($"{what}: {measured.Note}", measured, "rows") with
        {
            Against = $"{ResultLine.Number(share, "0.00")} of its rows/s",
            Goal = ResultLine.Held("at least 0.5", share >= 0.5) + "; " + ResultLine.Held($"under {MostMegabytes} MB", measured.PeakMegabytes < MostMegabytes),
        };
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Megabytes(string path) => ResultLine.Number(
        (File.Exists(path) ? new FileInfo(path).Length : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length)) / 1e6, "0");
}
