using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>How Parquet keeps values; the numbers are the format's.</summary>
internal enum PhysicalType
{
    Boolean = 0,
    Int32 = 1,
    Int64 = 2,
    Double = 5,
    ByteArray = 6,
}

/// <summary>A leaf of a column: two for a map, one for the rest. Levels of a list or map: 0 none, 1 an empty one, 2 a value.</summary>
internal sealed record LeafShape(ColumnShape Column, IReadOnlyList<string> Path, int MaxDefinition, int MaxRepetition)
{
    public const string List = "list";
    public const string Element = "element";
    public const string Entry = "key_value";
    public const string Key = "key";
    public const string Value = "value";

    public PhysicalType Type => Column.Kind switch
    {
        ColumnKind.Boolean => PhysicalType.Boolean,
        ColumnKind.Integer or ColumnKind.Date or ColumnKind.DateList => PhysicalType.Int32,
        ColumnKind.Long or ColumnKind.Timestamp => PhysicalType.Int64,
        ColumnKind.Number or ColumnKind.NumberList => PhysicalType.Double,
        _ => PhysicalType.ByteArray,
    };

    public static IReadOnlyList<LeafShape> Of(ColumnShape column) => column.Kind switch
    {
        ColumnKind.TextMap => [new(column, [column.Name, Entry, Key], 2, 1), new(column, [column.Name, Entry, Value], 2, 1)],
        ColumnKind.TextList or ColumnKind.NumberList or ColumnKind.DateList => [new(column, [column.Name, List, Element], 2, 1)],
        _ => [new(column, [column.Name], column.IsNullable ? 1 : 0, 0)],
    };
}
