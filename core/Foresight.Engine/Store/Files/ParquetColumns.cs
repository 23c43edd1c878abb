using System.Buffers;
using Foresight.Engine.Store.Columns;
using Parquet;
using Parquet.Schema;

namespace Foresight.Engine.Store.Files;

/// <summary>Writes columns as Parquet's values and levels.</summary>
internal static class ParquetColumns
{
    public static Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<DataField> fields, Column column, int start, int rows) => column switch
    {
        TextColumn text => WriteTextAsync(group, fields[0], text, start, rows),
        ValueColumn<int> values => WriteValuesAsync(group, fields[0], values, start, rows),
        ValueColumn<long> values => WriteValuesAsync(group, fields[0], values, start, rows),
        ValueColumn<double> values => WriteValuesAsync(group, fields[0], values, start, rows),
        ValueColumn<bool> values => WriteValuesAsync(group, fields[0], values, start, rows),
        ValueColumn<DateTime> values => WriteValuesAsync(group, fields[0], values, start, rows),
        ValueColumn<DateOnly> values => WriteValuesAsync(group, fields[0], values, start, rows),
        ListColumn<string> lists => WriteListsAsync(group, fields[0], lists, text => text.AsMemory(), start, rows),
        ListColumn<double> lists => WriteListsAsync(group, fields[0], lists, value => value, start, rows),
        ListColumn<DateOnly> lists => WriteListsAsync(group, fields[0], lists, value => value, start, rows),
        MapColumn maps => WriteMapsAsync(group, fields, maps, start, rows),
        _ => throw new NotSupportedException($"{column.GetType().Name} is not stored."),
    };

    private static async Task WriteTextAsync(ParquetRowGroupWriter group, DataField field, TextColumn column, int start, int rows)
    {
        var memories = new ReadOnlyMemory<char>[column.Values.Count];
        for (var i = 0; i < memories.Length; i++)
        {
            memories[i] = column.Values[i].AsMemory();
        }

        var texts = ArrayPool<ReadOnlyMemory<char>>.Shared.Rent(rows);
        var levels = ArrayPool<int>.Shared.Rent(rows);
        try
        {
            var count = 0;
            for (var i = 0; i < rows; i++)
            {
                var code = column.Codes[start + i];
                levels[i] = code < 0 ? 0 : 1;
                if (code >= 0)
                {
                    texts[count++] = memories[code];
                }
            }

            RefuseNulls(field, rows - count);
            await group.WriteAllPartsAsync<ReadOnlyMemory<char>>(
                field, texts.AsMemory(0, count), Levels(field, levels, rows), null, CancellationToken.None);
        }
        finally
        {
            ArrayPool<ReadOnlyMemory<char>>.Shared.Return(texts, clearArray: true);
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    private static async Task WriteValuesAsync<T>(ParquetRowGroupWriter group, DataField field, ValueColumn<T> column, int start, int rows)
        where T : struct, IComparable
    {
        if (column.Nulls is null && !field.IsNullable)
        {
            await group.WriteAllPartsAsync<T>(field, column.Values.AsMemory(start, rows), null, null, CancellationToken.None);
            return;
        }

        var values = new T[rows];
        var levels = new int[rows];
        var count = 0;
        for (var i = 0; i < rows; i++)
        {
            if (!column.IsNull(start + i))
            {
                values[count++] = column.Values[start + i];
                levels[i] = 1;
            }
        }

        RefuseNulls(field, rows - count);
        await group.WriteAllPartsAsync<T>(field, values.AsMemory(0, count), Levels(field, levels, rows), null, CancellationToken.None);
    }

    /// <summary>Levels of a list: 0 no list, 1 an empty one, 2 a value; a value is repeated (1) unless it is its row's first (0).</summary>
    private static async Task WriteListsAsync<T, TStored>(
        ParquetRowGroupWriter group, DataField field, ListColumn<T> column, Func<T, TStored> convert, int start, int rows)
        where TStored : struct
    {
        var levels = new NestedLevels();
        var values = new List<TStored>();
        for (var i = start; i < start + rows; i++)
        {
            levels.Add(column.Rows[i]?.Length);
            values.AddRange((column.Rows[i] ?? []).Select(convert));
        }

        await group.WriteAllPartsAsync<TStored>(
            field, values.ToArray(), levels.Definitions, levels.Repetitions, CancellationToken.None);
    }

    /// <summary>Levels as of lists; a column of maps has few distinct ones, whose texts are wrapped once.</summary>
    private static async Task WriteMapsAsync(ParquetRowGroupWriter group, IReadOnlyList<DataField> fields, MapColumn column, int start, int rows)
    {
        var maps = column.Values.Select(map => Array.ConvertAll(map, pair => (Key: pair.Key.AsMemory(), Value: pair.Value.AsMemory()))).ToArray();
        var (entries, slots) = (0, 0);
        for (var i = start; i < start + rows; i++)
        {
            var length = column.Codes[i] < 0 ? 0 : maps[column.Codes[i]].Length;
            entries += length;
            slots += Math.Max(1, length);
        }

        var (keys, values) = (new ReadOnlyMemory<char>[entries], new ReadOnlyMemory<char>[entries]);
        var (definitions, repetitions) = (new int[slots], new int[slots]);
        var (entry, slot) = (0, 0);
        for (var i = start; i < start + rows; i++)
        {
            var map = column.Codes[i] < 0 ? null : maps[column.Codes[i]];
            if (map is null || map.Length == 0)
            {
                definitions[slot++] = map is null ? 0 : 1;
                continue;
            }

            for (var j = 0; j < map.Length; j++, entry++, slot++)
            {
                (keys[entry], values[entry]) = map[j];
                (definitions[slot], repetitions[slot]) = (2, j == 0 ? 0 : 1);
            }
        }

        await group.WriteAllPartsAsync<ReadOnlyMemory<char>>(fields[0], keys, definitions, repetitions, CancellationToken.None);
        await group.WriteAllPartsAsync<ReadOnlyMemory<char>>(fields[1], values, definitions, repetitions, CancellationToken.None);
    }

    // A bare null would become an empty memory, not none.
    private static ReadOnlyMemory<int>? Levels(DataField field, int[] levels, int rows) =>
        field.IsNullable ? levels.AsMemory(0, rows) : (ReadOnlyMemory<int>?)null;

    private static void RefuseNulls(DataField field, int nulls)
    {
        if (nulls > 0 && !field.IsNullable)
        {
            throw new InvalidOperationException($"Column {field.Name} has {nulls} rows without a value, and it may have none.");
        }
    }

    private sealed class NestedLevels
    {
        private readonly List<int> definitions = [];
        private readonly List<int> repetitions = [];

        public ReadOnlyMemory<int> Definitions => definitions.ToArray();

        public ReadOnlyMemory<int> Repetitions => repetitions.ToArray();

        public void Add(int? length)
        {
            for (var i = 0; i < Math.Max(1, length ?? 0); i++)
            {
                definitions.Add(length is null ? 0 : length == 0 ? 1 : 2);
                repetitions.Add(i == 0 ? 0 : 1);
            }
        }
    }
}
