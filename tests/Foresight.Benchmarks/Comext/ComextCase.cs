using DuckDB.NET.Data;
using Foresight.Engine.Store;
using Foresight.Plugins.TradeStatistics.Bulk;
using Foresight.Sdk;
using SharpCompress.Archives.SevenZip;

namespace Foresight.Benchmarks.Comext;

/// <summary>One measurement, in a process of its own: <c>case comext-… FOLDER</c>.</summary>
internal static class ComextCase
{
    public const string Prefix = "comext-";

    /// <summary>One of the reporters that <see cref="BulkFile"/> writes.</summary>
    private const string OneReporter = "AN";

    private static readonly Uri Here = new("https://benchmark.invalid/full.7z");

    public static Task RunAsync(string name, string folder) => name switch
    {
        "comext-write" => Measure.Report(() => Task.FromResult(((long)BulkFile.Write(folder, int.Parse(Environment.GetEnvironmentVariable("ROWS") ?? "1000000", System.Globalization.CultureInfo.InvariantCulture)).Count, ""))),
        "comext-unpivot" => Measure.Report(() => Task.FromResult((Unpivot(folder), ""))),
        "comext-read" => Measure.Report(() => ReadAsync(folder, new ComextBulkOptions { Reporters = [] })),
        "comext-read-one" => Measure.Report(() => ReadAsync(folder, new ComextBulkOptions { Reporters = [OneReporter] })),
        "comext-store" => Measure.Report(() => StoreAsync(folder, new ComextBulkOptions { Reporters = [] })),
        "comext-store-one" => Measure.Report(() => StoreAsync(folder, new ComextBulkOptions { Reporters = [OneReporter] })),
        "comext-unpack" => Measure.Report(() => Task.FromResult((Unpack(folder), "")), times: 3),
        "comext-7z" => Measure.Report(() => ReadPackedAsync(folder, new ComextBulkOptions { Reporters = [] }), times: 3),
        "comext-7z-one" => Measure.Report(() => ReadPackedAsync(folder, new ComextBulkOptions { Reporters = [OneReporter] }), times: 3),
        _ => throw new ArgumentException($"There is no case '{name}'."),
    };

    public static string Packed(string folder) => Path.Combine(folder, "full.7z");

    private static async Task<(long Rows, string Note)> ReadAsync(string folder, ComextBulkOptions options)
    {
        var rows = 0L;
        await foreach (var batch in Batches(folder, options))
            rows += batch.Count;
        return (rows, "");
    }

    private static async Task<(long Rows, string Note)> StoreAsync(string folder, ComextBulkOptions options)
    {
        using var store = TableStore.Open(Path.Combine(folder, "store"), TimeProvider.System);
        await using var load = store.BeginLoad(new("comext-bulk", "Benchmark", "1.0.0"));
        await foreach (var batch in Batches(folder, options))
            await load.AppendAsync(batch, 0, CancellationToken.None);
        var result = await load.FinishAsync(LoadHealth.Ok, "", CancellationToken.None);
        return (result.Read, $"{result.Rows.Added:N0} added, {result.Rows.Revised:N0} revised, {result.Rows.Unchanged:N0} unchanged");
    }

    private static async IAsyncEnumerable<ObservationBatch> Batches(string folder, ComextBulkOptions options)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.dat").Order(StringComparer.Ordinal))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            await foreach (var batch in ComextBulkReader.ReadAsync(stream, options, Here, CancellationToken.None))
                yield return batch;
        }
    }

    private static async Task<(long Rows, string Note)> ReadPackedAsync(string folder, ComextBulkOptions options)
    {
        using var table = SevenZipTable.Open(File.OpenRead(Packed(folder)), Here);
        var rows = 0L;
        await foreach (var batch in ComextBulkReader.ReadAsync(table.Text, options, Here, CancellationToken.None))
            rows += batch.Count;
        return (rows, "");
    }

    private static long Unpack(string folder)
    {
        using var archive = SevenZipArchive.OpenArchive(Packed(folder));
        using var text = archive.Entries.Single().OpenEntryStream();
        var buffer = new byte[512 * 1024];
        var bytes = 0L;
        for (int count; (count = text.Read(buffer)) > 0;)
            bytes += count;
        return bytes;
    }

    /// <summary>The same rows: no supplementary quantity where there is no unit.</summary>
    private static long Unpivot(string folder)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SET threads = {Environment.ProcessorCount}";
        command.ExecuteNonQuery();
        var codes = string.Join(", ", new[]
        {
            "REPORTER", "PARTNER", "TRADE_TYPE", "PRODUCT_NC", "PRODUCT_SITC", "PRODUCT_CPA21", "PRODUCT_CPA22", "PRODUCT_BEC", "PRODUCT_BEC5", "PRODUCT_SECTION",
            "FLOW", "STAT_PROCEDURE", "SUPPL_UNIT", "PERIOD",
        }.Select(name => $"'{name}': 'VARCHAR'"));
        command.CommandText =
            $"""
            COPY (
              UNPIVOT (
                SELECT REPORTER, PARTNER, TRADE_TYPE, PRODUCT_NC, FLOW, STAT_PROCEDURE, SUPPL_UNIT, PERIOD,
                  VALUE_EUR::DOUBLE AS VALUE_EUR, QUANTITY_KG::DOUBLE AS QUANTITY_KG,
                  CASE WHEN SUPPL_UNIT <> 'NO_SU' THEN QUANTITY_SUPPL_UNIT::DOUBLE END AS QUANTITY_SUPPL_UNIT
                FROM read_csv('{folder}/*.dat', header = true, delim = ',', types = {"{"}{codes}{"}"}))
              ON VALUE_EUR, QUANTITY_KG, QUANTITY_SUPPL_UNIT INTO NAME indicator VALUE value)
            TO '{folder}/duckdb.parquet' (FORMAT parquet, COMPRESSION zstd)
            """;
        return command.ExecuteNonQuery();
    }
}
