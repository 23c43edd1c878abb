using DuckDB.NET.Data;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Queries;

/// <summary>
/// An embedded database in memory whose views show one state of the store. It may read the store's folder, nothing else, and its
/// settings are locked. It lives as long as somebody holds it.
/// </summary>
internal sealed class QueryDatabase : IDisposable
{
    private readonly DuckDBConnection root = new("DataSource=:memory:");
    private readonly Lock gate = new();
    private int holders = 1;

    public QueryDatabase(string storeFolder, IEnumerable<(TableLog Table, TableState State)> tables, string? exportFile = null)
    {
        root.Open();
        Execute(
            $"""
            SET memory_limit = '1GB';
            SET GLOBAL TimeZone = 'UTC';
            SET parquet_metadata_cache = true;
            SET autoinstall_known_extensions = false;
            SET allowed_directories = [{ViewSql.Literal(storeFolder)}];
            SET allowed_paths = [{(exportFile is null ? "" : ViewSql.Literal(exportFile))}];
            SET enable_external_access = false;
            SET lock_configuration = true;
            """);
        foreach (var sql in tables.SelectMany(table => ViewSql.Create(table.Table, table.State)))
        {
            Execute(sql);
        }

        Execute(ViewSql.DocumentStories);
        Execute(ViewSql.ObservationsWithoutSums);
        foreach (var sql in RegisterViews.Create())
        {
            Execute(sql);
        }
    }

    /// <summary>A connection of one's own; false once the database has been given up by all.</summary>
    public bool TryConnect(out DuckDBConnection connection)
    {
        lock (gate)
        {
            connection = null!;
            if (holders == 0)
            {
                return false;
            }

            holders++;
            connection = root.Duplicate();
        }

        connection.Open();
        return true;
    }

    /// <summary>Ends one hold; the database goes with the last.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (--holders == 0)
            {
                root.Dispose();
            }
        }
    }

    private void Execute(string sql)
    {
        using var command = root.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
