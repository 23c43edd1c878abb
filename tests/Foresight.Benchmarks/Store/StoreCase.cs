using DuckDB.NET.Data;
using Foresight.Engine.Store;
using Foresight.Formats.SdmxCsv;
using Foresight.Plugins.TradeStatistics;
using Foresight.Sdk;

namespace Foresight.Benchmarks.Store;

/// <summary>One case of <see cref="StoreBenchmark"/>, in a process of its own.</summary>
internal static class StoreCase
{
    /// <summary>An aggregate takes so little that the machine's other work would show in a single one.</summary>
    private const int Aggregates = 9;

    public static Task RunAsync(string name, string folder)
    {
        var (csv, store, parquet) = (Path.Combine(folder, "comext.csv"), Path.Combine(folder, "store"), Path.Combine(folder, "duckdb.parquet"));
        return name switch
        {
            "ingest" => Measure.Report(() => IngestAsync(csv, store)),
            "read-only" => Measure.Report(() => ReadAsync(csv)),
            "aggregate" => AggregateAsync(store),
            "duckdb-copy" => Measure.Report(() => Task.FromResult((Copy(csv, parquet), ""))),
            "duckdb-aggregate" => DuckAggregateAsync(parquet),
            _ => throw new ArgumentException($"There is no case {name}."),
        };
    }

    private static async Task<(long Rows, string Note)> ReadAsync(string csv)
    {
        var rows = 0L;
        await foreach (var batch in Batches(csv))
        {
            rows += batch.Count;
        }

        return (rows, "");
    }

    private static async Task<(long Rows, string Note)> IngestAsync(string csv, string folder)
    {
        using var store = TableStore.Open(folder, TimeProvider.System);
        await using var load = store.BeginLoad(new("comext", "Benchmark", "1.0.0"));
        await foreach (var batch in Batches(csv))
        {
            await load.AppendAsync(batch, 0, CancellationToken.None);
        }

        var result = await load.FinishAsync(LoadHealth.Ok, "", CancellationToken.None);
        return (result.Read, $"{result.Rows.Added:N0} added, {result.Rows.Revised:N0} revised, {result.Rows.Unchanged:N0} unchanged");
    }

    /// <summary>The way that the shipped plugin goes: its reader and its conversion.</summary>
    private static async IAsyncEnumerable<ObservationBatch> Batches(string csv)
    {
        await using var stream = new FileStream(csv, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        await foreach (var block in SdmxCsvReader.ReadAsync(stream))
        {
            yield return ComextRows.ToBatch(block, "DS-045409");
        }
    }

    private static async Task AggregateAsync(string folder)
    {
        using var store = TableStore.Open(folder, TimeProvider.System);
        var sql = Question("ref_area", "period", "value", "observations", "indicator");
        await Measure.Report(
            async () =>
            {
                var table = await store.Tables.QueryAsync(sql);
                return (table.Rows.Sum(row => (long)row["n"]!), $"{table.RowCount} groups");
            },
            Aggregates);
    }

    private static async Task DuckAggregateAsync(string parquet)
    {
        var sql = Question("reporter", "TIME_PERIOD", "OBS_VALUE", $"read_parquet('{parquet}')", "indicators");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        long Ask()
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var rows = 0L;
            while (reader.Read())
            {
                rows += reader.GetInt64(4);
            }

            return rows;
        }

        await Measure.Report(() => Task.FromResult((Ask(), "")), Aggregates);
    }

    private static string Question(string reporter, string month, string value, string table, string indicator) =>
        $"""
        SELECT {reporter} AS reporter, flow, {month} AS month, sum({value}) AS total, count(*) AS n
        FROM {table} WHERE {indicator} = 'VALUE_IN_EUROS' GROUP BY ALL ORDER BY ALL
        """;

    private static long Copy(string csv, string parquet)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET threads = 1";
        command.ExecuteNonQuery();
        command.CommandText = $"COPY (SELECT * FROM read_csv('{csv}')) TO '{parquet}' (FORMAT parquet, COMPRESSION zstd)";
        return command.ExecuteNonQuery();
    }
}
