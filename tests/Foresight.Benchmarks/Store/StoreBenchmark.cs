using System.Globalization;

namespace Foresight.Benchmarks.Store;

/// <summary>Observations into the store and out of it, beside DuckDB on the same file: <c>store [--rows N]</c>.</summary>
internal sealed class StoreBenchmark : IBenchmark
{
    public string Verb => "store";

    public string Description => "observations in and out, against DuckDB [--rows 5000000]";

    public async Task<int> RunAsync(string[] args)
    {
        var rows = args is ["--rows", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5_000_000;
        var folder = Directory.CreateTempSubdirectory("foresight-benchmark-").FullName;
        try
        {
            ComextFile.Write(Path.Combine(folder, "comext.csv"), rows);
            Task<Measured> Case(string name) => Measure.InOwnProcessAsync("store-case", name, folder);
            var copy = await Case("duckdb-copy");
            var reading = await Case("read-only");
            var ingest = await Case("ingest");
            var again = await Case("ingest");
            var duckAggregate = await Case("duckdb-aggregate");
            var aggregate = await Case("aggregate");
            Console.WriteLine($"{rows} rows of Comext's form, {Megabytes(Path.Combine(folder, "comext.csv"))} MB as SDMX-CSV; {Environment.ProcessorCount} processors.\n");
            Console.WriteLine("| case | seconds | rows/s | peak MB | ratio | note |\n| --- | --: | --: | --: | --: | --- |");
            Row("yardstick: DuckDB COPY of the CSV to Parquet, one thread", copy, "", $"{Megabytes(Path.Combine(folder, "duckdb.parquet"))} MB");
            Row("(reading the CSV into batches, nothing stored)", reading, "", "");
            Row("SDMX-CSV into the store", ingest, Ratio(ingest.RowsPerSecond / copy.RowsPerSecond) + " of its rows/s (at least 0.5)", $"{ingest.Note}; {Megabytes(Path.Combine(folder, "store", "observations"))} MB");
            Row("the same again", again, Ratio(again.RowsPerSecond / copy.RowsPerSecond) + " of its rows/s", again.Note);
            Row("yardstick: DuckDB's aggregate over its own Parquet, best of 9", duckAggregate, "", duckAggregate.Note);
            Row("the same aggregate over the view observations, best of 9", aggregate, Ratio(aggregate.Seconds / duckAggregate.Seconds) + " of its time (at most 1.5)", aggregate.Note);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Row(string name, Measured measured, string ratio, string note) => Console.WriteLine(
        $"| {name} | {Measure.Number(measured.Seconds, "0.000")} | {Measure.Number(measured.RowsPerSecond, "0")} | {Measure.Number(measured.PeakMegabytes, "0")} | {ratio} | {note} |");

    private static string Ratio(double value) => Measure.Number(value, "0.00");

    private static string Megabytes(string path) => Measure.Number(
        (File.Exists(path) ? new FileInfo(path).Length : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length)) / 1e6, "0");
}
