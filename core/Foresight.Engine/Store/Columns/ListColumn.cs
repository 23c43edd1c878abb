namespace Foresight.Engine.Store.Columns;

/// <summary>A list of values in each row; the list may be null, its values not.</summary>
internal sealed class ListColumn<T>(T[]?[] rows) : Column
{
    public T[]?[] Rows { get; } = rows;

    public override int Count => Rows.Length;

    public override Column Select(ReadOnlySpan<int> rows)
    {
        var selected = new T[]?[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            selected[i] = Rows[rows[i]];
        }

        return new ListColumn<T>(selected);
    }

    public override Column Join(IReadOnlyList<Column> others) =>
        new ListColumn<T>([.. Rows, .. others.Cast<ListColumn<T>>().SelectMany(other => other.Rows)]);

    public override ColumnRange Range() => new(null, null, Rows.Count(row => row is null));
}
