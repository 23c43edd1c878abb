using System.Runtime.CompilerServices;
using Foresight.Engine.Store.Columns;
using Parquet;
using Parquet.Schema;

namespace Foresight.Engine.Store.Files;

/// <summary>Reads the columns asked for of one data file, row group by row group.</summary>
internal static class ParquetFileReader
{
    public static async IAsyncEnumerable<ColumnBlock> ReadAsync(
        string path, IReadOnlyList<ColumnShape> shapes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await GuardedAsync(path, () => Task.FromResult(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16)));
        var options = new ParquetOptions { UseDateOnlyTypeForDates = true };
        await using var reader = await GuardedAsync(path, () => ParquetReader.CreateAsync(stream, options, leaveStreamOpen: true, cancellationToken));
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            var number = i;
            yield return await GuardedAsync(path, () => ReadGroupAsync(reader, number, shapes, cancellationToken));
        }
    }

    // Whatever a broken file makes the reader throw, the file is what is wrong.
    private static async Task<T> GuardedAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            throw new DamagedFileException(path, fault);
        }
    }

    private static async Task<ColumnBlock> ReadGroupAsync(
        ParquetReader reader, int number, IReadOnlyList<ColumnShape> shapes, CancellationToken cancellationToken)
    {
        using var group = reader.OpenRowGroupReader(number);
        var columns = new Column[shapes.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = await ReadColumnAsync(group, Leaves(reader.Schema, shapes[c].Name), shapes[c], cancellationToken);
        }

        return new(shapes, columns, (int)group.RowCount);
    }

    private static IReadOnlyList<DataField> Leaves(ParquetSchema schema, string column) =>
        [.. schema.DataFields.Where(field => field.Path.FirstPart == column)];

    /// <summary>The number of rows that the file itself says it has.</summary>
    public static async Task<long> CountAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        await using var reader = await ParquetReader.CreateAsync(stream, null, leaveStreamOpen: true, cancellationToken);
        return reader.RowGroups.Sum(group => group.RowCount);
    }

    private static async Task<Column> ReadColumnAsync(
        ParquetRowGroupReader group, IReadOnlyList<DataField> fields, ColumnShape shape, CancellationToken cancellationToken)
    {
        async Task<Column> ReadAsync<T>(int leaf, Func<RawValues<T>, Column> convert) where T : struct
        {
            using var raw = await RawValues<T>.ReadAsync(group, fields[leaf], cancellationToken);
            return convert(raw);
        }

        async Task<Column> ReadMapsAsync()
        {
            using var keys = await RawValues<ReadOnlyMemory<char>>.ReadAsync(group, fields[0], cancellationToken);
            using var values = await RawValues<ReadOnlyMemory<char>>.ReadAsync(group, fields[1], cancellationToken);
            return StoredMaps.Read(keys, values);
        }

        if (fields.Count == 0 && shape.IsNullable)
        {
            return ColumnBlock.OfNulls(shape, (int)group.RowCount); // The file is older than the column.
        }

        static ListColumn<string> Texts(RawValues<ReadOnlyMemory<char>> raw) => raw.ToLists(memory => memory.ToString());
        return shape.Kind switch
        {
            ColumnKind.Text => await ReadAsync<ReadOnlyMemory<char>>(0, ToText),
            ColumnKind.Integer => await ReadAsync<int>(0, raw => raw.ToValues<int>()),
            ColumnKind.Long => await ReadAsync<long>(0, raw => raw.ToValues<long>()),
            ColumnKind.Number => await ReadAsync<double>(0, raw => raw.ToValues<double>()),
            ColumnKind.Boolean => await ReadAsync<bool>(0, raw => raw.ToValues<bool>()),
            ColumnKind.Date => await ReadAsync<DateOnly>(0, raw => raw.ToValues<DateOnly>()),
            ColumnKind.Timestamp => await ReadAsync<DateTime>(0, raw => ToUtc(raw.ToValues<DateTime>())),
            ColumnKind.TextList => await ReadAsync<ReadOnlyMemory<char>>(0, Texts),
            ColumnKind.NumberList => await ReadAsync<double>(0, raw => raw.ToLists(value => value)),
            ColumnKind.DateList => await ReadAsync<DateOnly>(0, raw => raw.ToLists(value => value)),
            _ => await ReadMapsAsync(),
        };
    }

    private static ValueColumn<DateTime> ToUtc(ValueColumn<DateTime> column)
    {
        for (var i = 0; i < column.Values.Length; i++)
        {
            column.Values[i] = DateTime.SpecifyKind(column.Values[i], DateTimeKind.Utc);
        }

        return column;
    }

    private static TextColumn ToText(RawValues<ReadOnlyMemory<char>> raw)
    {
        using var texts = new SharedTexts();
        var codes = new int[raw.Rows];
        var next = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = raw.Definitions is not null && raw.Definitions[i] == 0 ? -1 : texts.CodeOf(raw.Values[next++]);
        }

        return new(texts.Values, codes);
    }
}
