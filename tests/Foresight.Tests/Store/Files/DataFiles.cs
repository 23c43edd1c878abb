using System.Collections;
using System.Globalization;
using DuckDB.NET.Data;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;

namespace Foresight.Tests.Store.Files;

/// <summary>Data files in a folder of their own, gone after the test, and what two readers find in them: a text per row.</summary>
internal sealed class DataFiles : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    public DataFiles()
    {
        connection.Open();
        _ = Ask("SET TimeZone = 'UTC'");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("foresight-").FullName;

    public void Dispose()
    {
        connection.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    public string NewPath() => Path.Combine(Folder, $"{Guid.NewGuid():N}.parquet");

    public async Task<string> WriteAsync(TableShape table, ColumnBlock block, int mostRows = ParquetFileWriter.GroupRows)
    {
        var path = NewPath();
        await using var writer = await ParquetFileWriter.CreateAsync(table, path, mostRows);
        await writer.AddAsync(block);
        _ = await writer.CompleteAsync();
        return path;
    }

    /// <summary>The rows as the store reads them.</summary>
    public static async Task<List<string>> ReadAsync(TableShape table, string path)
    {
        var rows = new List<string>();
        await foreach (var block in ParquetFileReader.ReadAsync(path, table.FileColumns, CancellationToken.None))
        {
            rows.AddRange(Told(block));
        }

        return rows;
    }

    /// <summary>The rows of DuckDB's answer.</summary>
    public List<string> Ask(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(Told([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]));
        }

        return rows;
    }

    public static IEnumerable<string> Told(ColumnBlock block) =>
        Enumerable.Range(0, block.Count).Select(row => Told([.. block.Columns.Select(column => ValueOf(column, row))]));

    public static string Told(object?[] row) => string.Join('|', row.Select(Told));

    public static object? ValueOf(Column column, int row) => column switch
    {
        TextColumn texts => texts[row],
        ValueColumn<int> values => values.IsNull(row) ? null : values.Values[row],
        ValueColumn<long> values => values.IsNull(row) ? null : values.Values[row],
        ValueColumn<double> values => values.IsNull(row) ? null : values.Values[row],
        ValueColumn<bool> values => values.IsNull(row) ? null : values.Values[row],
        ValueColumn<DateTime> values => values.IsNull(row) ? null : values.Values[row],
        ValueColumn<DateOnly> values => values.IsNull(row) ? null : values.Values[row],
        ListColumn<string> lists => lists.Rows[row],
        ListColumn<double> lists => lists.Rows[row],
        ListColumn<DateOnly> lists => lists.Rows[row],
        MapColumn maps => maps.Codes[row] < 0 ? null : maps.Values[maps.Codes[row]].ToDictionary(),
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    private static string Told(object? value) => value switch
    {
        null => "-",
        string text => text,
        DateTime instant => instant.ToString("O").TrimEnd('Z'),
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => $"{key}={map[key]}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Told))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
