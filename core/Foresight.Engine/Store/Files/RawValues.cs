using System.Buffers;
using System.Runtime.CompilerServices;
using Foresight.Engine.Store.Columns;
using Parquet;
using Parquet.Schema;

namespace Foresight.Engine.Store.Files;

/// <summary>A leaf column of a row group as Parquet keeps it: the values that are there, and levels that say where they belong.</summary>
internal sealed record RawValues<T>(T[] Values, int[]? Definitions, int[]? Repetitions, int Count, int Rows) : IDisposable where T : struct
{
    /// <summary>Reads them into lent arrays, longer than what they hold: dispose to give them back.</summary>
    public static async Task<RawValues<T>> ReadAsync(ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken)
    {
        var count = (int)(group.GetMetadata(field)?.MetaData?.NumValues
            ?? throw new InvalidDataException($"A data file lacks the column {field.Name}."));
        var values = ArrayPool<T>.Shared.Rent(count);
        var definitions = field.MaxDefinitionLevel > 0 ? ArrayPool<int>.Shared.Rent(count) : null;
        var repetitions = field.MaxRepetitionLevel > 0 ? ArrayPool<int>.Shared.Rent(count) : null;
        await group.ReadRawAsync<T>(
            field, values.AsMemory(0, count), Memory(definitions, count), Memory(repetitions, count), cancellationToken);
        return new(values, definitions, repetitions, count, (int)group.RowCount);
    }

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(Values, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        foreach (var levels in new[] { Definitions, Repetitions }.OfType<int[]>())
        {
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    // Without the cast null would become an empty memory, not none.
    private static Memory<int>? Memory(int[]? levels, int count) => levels is null ? (Memory<int>?)null : levels.AsMemory(0, count);

    public ValueColumn<TValue> ToValues<TValue>() where TValue : struct, IComparable
    {
        var stored = (TValue[])(object)Values;
        if (Definitions is null)
        {
            return new(stored[..Rows]);
        }

        var values = new TValue[Rows];
        var nulls = new bool[Rows];
        var next = 0;
        for (var i = 0; i < Rows; i++)
        {
            nulls[i] = Definitions[i] == 0;
            values[i] = nulls[i] ? default : stored[next++];
        }

        return new(values, next == Rows ? null : nulls);
    }

    public ListColumn<TItem> ToLists<TItem>(Func<T, TItem> convert)
    {
        var rows = new List<List<TItem>?>(Rows);
        var next = 0;
        for (var i = 0; i < Count; i++)
        {
            if (Repetitions![i] == 0)
            {
                rows.Add(Definitions![i] == 0 ? null : []);
            }

            if (Definitions![i] == 2)
            {
                rows[^1]!.Add(convert(Values[next++]));
            }
        }

        return new([.. rows.Select(row => row?.ToArray())]);
    }
}
