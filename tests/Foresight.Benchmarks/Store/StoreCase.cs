using DuckDB.NET.Data;
using Foresight.Engine.Store;

namespace Foresight.Benchmarks.Store;

/// <summary>One case of <see cref="StoreBenchmark"/> in a process of its own: <c>store-case NAME FOLDER</c>.</summary>
internal sealed class StoreCase : IBenchmark
{
    private const int Runs = 9;

    public string Verb => "store-case";

    public string Description => "one case of store, for its own process";

    public Task<int> RunAsync(string[] args)
    {
        var folder = args[1];
        var (csv, store, parquet) = (Path.Combine(folder, "comext.csv"), Path.Combine(folder, "store"), Path.Combine(folder, "duckdb.parquet"));
        return args[0] switch
        {
            "ingest" => Measure.Report(() => IngestAsync(csv, store)),
            "read-only" => Measure.Report(() => Task.FromResult((ComextReader.Read(csv).Sum(batch => (long)batch.Count), ""))),
            "aggregate" => AggregateAsync(store),
            "duckdb-copy" => Measure.Report(() => Task.FromResult((Duck(
                1, $"COPY (SELECT * FROM read_csv('{csv}')) TO '{parquet}' (FORMAT parquet, COMPRESSION zstd)"), ""))),
            "duckdb-aggregate" => DuckAggregateAsync(parquet),
            _ => throw new ArgumentException($"There is no case {args[0]}."),
        };
    }

    private static async Task<(long Rows, string Note)> IngestAsync(string csv, string folder)
    {
        using var store = TableStore.Open(folder, TimeProvider.System);
        await using var load = store.BeginLoad(new("comext", "Benchmark", "1.0.0"));
        foreach (var batch in ComextReader.Read(csv))
        {
            await load.AppendAsync(batch, 0, CancellationToken.None);
        }

        var result = await load.FinishAsync(LoadHealth.Ok, "", CancellationToken.None);
        return (result.Read, $"{result.Rows.Added} added, {result.Rows.Revised} revised, {result.Rows.Unchanged} unchanged");
    }

    private static async Task<int> AggregateAsync(string folder)
    {
        using var store = TableStore.Open(folder, TimeProvider.System);
        var sql = Question("ref_area", "period", "value", "observations", "indicator");
        return await Measure.ReportBest(Runs, async () =>
        {
            var table = await store.Tables.QueryAsync(sql);
            return (table.Rows.Sum(row => (long)row["n"]!), $"{table.RowCount} groups");
        });
    }

    private static async Task<int> DuckAggregateAsync(string parquet)
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

        return await Measure.ReportBest(Runs, () => Task.FromResult((Ask(), "")));
    }

    private static string Question(string reporter, string month, string value, string table, string indicator) =>
        $"""
        SELECT {reporter} AS reporter, flow, {month} AS month, sum({value}) AS total, count(*) AS n
        FROM {table} WHERE {indicator} = 'VALUE_IN_EUROS' GROUP BY ALL ORDER BY ALL
        """;

    private static long Duck(int threads, string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SET threads = {threads}";
        command.ExecuteNonQuery();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
