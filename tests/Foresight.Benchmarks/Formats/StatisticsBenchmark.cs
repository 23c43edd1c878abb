using System.Globalization;
using System.Text.Json;
using Foresight.Formats.EurostatTsv;
using Foresight.Formats.JsonStat;

namespace Foresight.Benchmarks.Formats;

/// <summary>The statistical readers beside a bare scan of the same file: <c>statistics [--megabytes N]</c>.</summary>
internal sealed class StatisticsBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const double Least = 0.4;

    public string Verb => "statistics";

    public string Description => "TSV and JSON-stat, against bare scans [--megabytes 200]";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        var megabytes = args is ["--megabytes", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 200;
        var folder = Directory.CreateTempSubdirectory("foresight-benchmark-").FullName;
        try
        {
            var tsv = Path.Combine(folder, "regions.tsv");
            StatisticsFiles.WriteTsv(tsv, megabytes);
            await CompareAsync("Eurostat TSV", tsv, "lines read by StreamReader", ScanLinesAsync, ReadTsvAsync, tell);
            foreach (var isMap in (ReadOnlySpan<bool>)[true, false])
                StatisticsFiles.WriteJsonStat(Path.Combine(folder, $"{isMap}.json"), 4_800_000, isMap);
            await CompareAsync("JSON-stat, a map of cells (Eurostat)", Path.Combine(folder, "True.json"), "bare Utf8JsonReader", ScanJsonAsync, ReadJsonStatAsync, tell);
            await CompareAsync("JSON-stat, a list of cells (PxWeb)", Path.Combine(folder, "False.json"), "bare Utf8JsonReader", ScanJsonAsync, ReadJsonStatAsync, tell);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(
        string what, string path, string yardstick, Func<string, Task<(long Rows, string Note)>> scan, Func<string, Task<(long Rows, string Note)>> read, Action<ResultLine> tell)
    {
        Measured? scanned = null, taken = null;
        for (var round = 0; round < Rounds; round++)
        {
            // In turns: what else the machine does meets both alike.
            scanned = (await Measure.TimeAsync(() => scan(path))).Best(scanned);
            taken = (await Measure.TimeAsync(() => read(path))).Best(taken);
        }

        var size = new FileInfo(path).Length / 1e6;
        var share = scanned!.Seconds / taken!.Seconds;
        tell(Line($"yardstick: {yardstick}, {what} ({ResultLine.Number(size, "0")} MB)", scanned, size));
        tell(Line($"{what} read into columns: {taken.Note}", taken, size) with
        {
            Against = $"{ResultLine.Number(share, "0.00")} of its MB/s ({ResultLine.Number(scanned.ProcessorSeconds / taken.ProcessorSeconds, "0.00")} by processor time)",
            Goal = ResultLine.Held($"at least {ResultLine.Number(Least, "0.0")}", share >= Least),
        });
    }

    private static ResultLine Line(string what, Measured measured, double size) => new(what)
    {
        Seconds = measured.Seconds,
        ProcessorSeconds = measured.ProcessorSeconds,
        PerSecond = $"{ResultLine.Number(size / measured.Seconds, "N0")} MB",
        PeakMegabytes = measured.PeakMegabytes,
    };

    private static async Task<(long Rows, string Note)> ScanLinesAsync(string path)
    {
        using var reader = new StreamReader(path);
        var lines = 0L;
        while (await reader.ReadLineAsync() is not null)
            lines++;
        return (lines, "");
    }

    private static async Task<(long Rows, string Note)> ReadTsvAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        var rows = 0L;
        await foreach (var block in EurostatTsvReader.ReadAsync(stream))
            rows += block.Count;
        return (rows, $"{ResultLine.Number(rows, "N0")} observations");
    }

    private static async Task<(long Rows, string Note)> ScanJsonAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        return (Tokens(bytes), "");

        static long Tokens(byte[] bytes)
        {
            var reader = new Utf8JsonReader(bytes);
            var tokens = 0L;
            while (reader.Read())
                tokens++;
            return tokens;
        }
    }

    private static async Task<(long Rows, string Note)> ReadJsonStatAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        var dataset = await JsonStatReader.ReadAsync(stream);
        return (dataset.Cells.Count, $"{ResultLine.Number(dataset.Cells.Count, "N0")} cells with a value");
    }
}
