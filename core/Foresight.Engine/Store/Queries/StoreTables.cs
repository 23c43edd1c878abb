using System.Text.Json;
using DuckDB.NET.Data;
using Foresight.Engine.Store.Log;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Queries;

/// <summary>The tables as they are, or as they were at one version of the store. Safe for several callers at once.</summary>
/// <param name="log">The store's log.</param>
/// <param name="storeVersion">The version to show; null for always the newest.</param>
internal sealed class StoreTables(StoreLog log, long? storeVersion) : ITables, IDisposable
{
    private readonly Lock gate = new();
    private QueryDatabase? database;
    private long[] shown = [];

    public Task<Table> QueryAsync(string sql, params object?[] parameters) => Task.Run(() =>
    {
        QueryDatabase? held = null;
        try
        {
            held = Connect(out var connection);
            using (connection)
            {
                RefuseWrites(connection, sql);
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                foreach (var parameter in parameters)
                {
                    command.Parameters.Add(new DuckDBParameter(parameter switch
                    {
                        null => DBNull.Value,
                        DateTimeOffset instant => instant.UtcDateTime,
                        Enum name => name.ToString(),
                        _ => parameter,
                    }));
                }

                using var reader = command.ExecuteReader();
                return QueryResult.Read(reader);
            }
        }
        catch (DuckDBException fault)
        {
            throw Explain(fault);
        }
        finally
        {
            held?.Dispose();
        }
    });

    /// <summary>Writes a query's answer to a Parquet file, whole or not at all.</summary>
    public Task ExportAsync(string sql, string file, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var target = Path.GetFullPath(file);
            var part = target + ".part";
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            QueryDatabase? own = null;
            try
            {
                own = new QueryDatabase(log.Folder, States().Tables, part);
                own.TryConnect(out var connection);
                using (connection)
                {
                    RefuseWrites(connection, sql);
                    using var command = connection.CreateCommand();
                    command.CommandText = $"COPY ({sql.Trim().TrimEnd(';')}\n) TO {ViewSql.Literal(part)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)";
                    command.ExecuteNonQuery();
                }

                own.Dispose();
                File.Move(part, target, overwrite: true);
            }
            catch (DuckDBException fault)
            {
                File.Delete(part);
                throw Explain(fault);
            }
            finally
            {
                own?.Dispose();
            }
        },
        cancellationToken);

    public void Dispose()
    {
        lock (gate)
        {
            database?.Dispose();
            database = null;
        }
    }

    /// <summary>Only questions: the parser itself says whether a text is nothing but them, before any of it runs.</summary>
    private static void RefuseWrites(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT json_serialize_sql({ViewSql.Literal(sql)})";
        using var answer = JsonDocument.Parse((string)command.ExecuteScalar()!);
        if (answer.RootElement.GetProperty("error").GetBoolean())
        {
            var syntax = answer.RootElement.GetProperty("error_type").GetString() == "parser";
            throw new InvalidOperationException(syntax
                ? $"The query is wrong: {FirstSentence(answer.RootElement.GetProperty("error_message").GetString()!)}"
                : "The store answers questions only (SELECT, WITH, FROM, DESCRIBE …); nothing can be changed through a query.");
        }
    }

    // A question cannot name a file of the store, so a message that does tells of the file.
    private Exception Explain(DuckDBException fault)
    {
        if (!fault.Message.Contains(log.Folder, StringComparison.Ordinal))
        {
            return new InvalidOperationException($"The query is wrong: {FirstSentence(fault.Message)}", fault);
        }

        return MissingFiles.Of(States().Tables.Select(pair => (pair.Item1, pair.Item2.Files)), storeVersion)
            ?? new InvalidDataException($"The store is damaged: {FirstSentence(fault.Message).TrimEnd('.')}; 'foresight store verify' lists every fault.", fault);
    }

    private static string FirstSentence(string message) => message.Split('\n', 2)[0].Trim();

    private QueryDatabase Connect(out DuckDBConnection connection)
    {
        while (true)
        {
            var current = Current();
            if (current.TryConnect(out connection))
            {
                return current;
            }
        }
    }

    private QueryDatabase Current()
    {
        lock (gate)
        {
            var (versions, tables) = States();
            if (database is null || !versions.SequenceEqual(shown))
            {
                var next = new QueryDatabase(log.Folder, tables);
                database?.Dispose();
                (database, shown) = (next, versions);
            }

            return database;
        }
    }

    private (long[] Versions, (TableLog, TableState)[] Tables) States()
    {
        log.Refresh();
        var tables = log.Tables.Select(table => (table, State: storeVersion is { } version ? table.At(version) : table.Latest)).ToArray();
        return ([.. tables.Select(table => table.State.Version)], tables);
    }
}
