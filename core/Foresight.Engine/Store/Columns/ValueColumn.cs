namespace Foresight.Engine.Store.Columns;

/// <summary>Numbers, days, instants or truth values.</summary>
/// <param name="values">One per row; anything where it is null.</param>
/// <param name="nulls">Which rows are null; null where none is.</param>
internal sealed class ValueColumn<T>(T[] values, bool[]? nulls = null) : Column
    where T : struct, IComparable
{
    public T[] Values { get; } = values;

    public bool[]? Nulls { get; } = nulls;

    public override int Count => Values.Length;

    public bool IsNull(int row) => Nulls is not null && Nulls[row];

    public static ValueColumn<T> Of(IReadOnlyList<object?> values)
    {
        var nulls = values.Select(value => value is null).ToArray();
        return new([.. values.Select(value => value is null ? default : (T)value)], nulls.Contains(true) ? nulls : null);
    }

    public static ValueColumn<T> Constant(T value, int count)
    {
        var values = new T[count];
        Array.Fill(values, value);
        return new(values);
    }

    public override Column Select(ReadOnlySpan<int> rows)
    {
        var selected = new T[rows.Length];
        var selectedNulls = Nulls is null ? null : new bool[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            selected[i] = Values[rows[i]];
            selectedNulls?[i] = Nulls![rows[i]];
        }

        return new ValueColumn<T>(selected, selectedNulls);
    }

    public override Column Join(IReadOnlyList<Column> others)
    {
        ValueColumn<T>[] parts = [this, .. others.Cast<ValueColumn<T>>()];
        var joinedNulls = parts.All(part => part.Nulls is null)
            ? null
            : parts.SelectMany(part => part.Nulls ?? new bool[part.Count]).ToArray();
        var joined = new T[parts.Sum(part => part.Count)];
        var start = 0;
        foreach (var part in parts)
        {
            part.Values.CopyTo(joined, start);
            start += part.Count;
        }

        return new ValueColumn<T>(joined, joinedNulls);
    }

    public override ColumnRange Range()
    {
        (T Min, T Max)? range = null;
        var nullCount = 0L;
        var comparer = Comparer<T>.Default;
        for (var i = 0; i < Values.Length; i++)
        {
            if (IsNull(i))
            {
                nullCount++;
                continue;
            }

            var value = Values[i];
            range = range is not { } so
                ? (value, value)
                : (comparer.Compare(value, so.Min) < 0 ? value : so.Min, comparer.Compare(value, so.Max) > 0 ? value : so.Max);
        }

        return new(range?.Min, range?.Max, nullCount);
    }
}
