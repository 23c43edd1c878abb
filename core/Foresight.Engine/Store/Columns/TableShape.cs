namespace Foresight.Engine.Store.Columns;

/// <summary>A table: its name and columns in the order of its view.</summary>
internal sealed class TableShape
{
    public TableShape(string name, params IReadOnlyList<ColumnShape> columns)
    {
        Name = name;
        Columns = columns;
        FileColumns = [.. columns.Where(column => !column.IsPartition)];
        PartitionColumns = [.. columns.Where(column => column.IsPartition)];
    }

    public string Name { get; }

    public IReadOnlyList<ColumnShape> Columns { get; }

    public IReadOnlyList<ColumnShape> FileColumns { get; }

    public IReadOnlyList<ColumnShape> PartitionColumns { get; }

    /// <summary>Whether superseded rows are kept apart from the latest.</summary>
    public bool HasHistory => PartitionColumns.Any(column => column.Name == ColumnName.Current);
}

/// <summary>Names that code refers to.</summary>
internal static class ColumnName
{
    public const string Source = "_source";
    public const string Current = "_current";
    public const string Dataset = "dataset";
    public const string Revision = "_revision";
    public const string ItemId = "_item_id";
    public const string ContentHash = "_content_hash";
    public const string FirstSeenAt = "_first_seen_at";
    public const string RetiredBy = "_retired_by";
}
