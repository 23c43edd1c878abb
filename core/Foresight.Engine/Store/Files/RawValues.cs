using Foresight.Engine.Store.Columns;
using Parquet;
using Parquet.Schema;

namespace Foresight.Engine.Store.Files;

/// <summary>A leaf column of a row group as Parquet keeps it: the values that are there, and levels that say where they belong.</summary>
internal sealed record RawValues<T>(T[] Values, int[]? Definitions, int[]? Repetitions, int Rows) where T : struct
{
    public static async Task<RawValues<T>> ReadAsync(ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken)
    {
        var count = (int)(group.GetMetadata(field)?.MetaData?.NumValues
            ?? throw new InvalidDataException($"A data file lacks the column {field.Name}."));
        var values = new T[count];
        var definitions = field.MaxDefinitionLevel > 0 ? new int[count] : null;
        var repetitions = field.MaxRepetitionLevel > 0 ? new int[count] : null;
        await group.ReadRawAsync<T>(
            field, values, Memory(definitions), Memory(repetitions), cancellationToken);
        return new(values, definitions, repetitions, (int)group.RowCount);
    }

    // Without the cast null would become an empty memory, not none.
    private static Memory<int>? Memory(int[]? levels) => levels is null ? (Memory<int>?)null : levels.AsMemory();

    public ValueColumn<TValue> ToValues<TValue>() where TValue : struct, IComparable
    {
        var stored = (TValue[])(object)Values;
        if (Definitions is null)
        {
            return new(stored);
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
        for (var i = 0; i < Definitions!.Length; i++)
        {
            if (Repetitions![i] == 0)
            {
                rows.Add(Definitions[i] == 0 ? null : []);
            }

            if (Definitions[i] == 2)
            {
                rows[^1]!.Add(convert(Values[next++]));
            }
        }

        return new([.. rows.Select(row => row?.ToArray())]);
    }
}
