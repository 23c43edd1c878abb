namespace Foresight.Engine.Store.Columns;

/// <summary>The values of one column for some rows.</summary>
internal abstract class Column
{
    public abstract int Count { get; }

    /// <summary>These rows, in this order.</summary>
    public abstract Column Select(ReadOnlySpan<int> rows);

    /// <summary>This column and then those of the same kind.</summary>
    public abstract Column Join(IReadOnlyList<Column> others);

    /// <summary>Least and greatest value and the number of nulls, for the log's statistics.</summary>
    public abstract ColumnRange Range();
}
