using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>A column as elements of Parquet's schema, in the order of a walk through the tree.</summary>
internal static class SchemaFields
{
    public static IReadOnlyList<Action<ThriftWriter>> Of(ColumnShape column) => column.Kind switch
    {
        ColumnKind.TextList or ColumnKind.NumberList or ColumnKind.DateList =>
        [
            Group(column.Name, ParquetCode.Optional, 1, 3, 3),
            Group(LeafShape.List, ParquetCode.Repeated, 1),
            Leaf(column, LeafShape.Element, ParquetCode.Required),
        ],
        ColumnKind.TextMap =>
        [
            Group(column.Name, ParquetCode.Optional, 1, 1, 2),
            Group(LeafShape.Entry, ParquetCode.Repeated, 2),
            Leaf(column, LeafShape.Key, ParquetCode.Required),
            Leaf(column, LeafShape.Value, ParquetCode.Required),
        ],
        _ => [Leaf(column, column.Name, column.IsNullable ? ParquetCode.Optional : ParquetCode.Required)],
    };

    private static Action<ThriftWriter> Group(string name, int repetition, int children, int? converted = null, int logical = 0) => element =>
    {
        element.Int32(3, repetition);
        element.Text(4, name);
        element.Int32(5, children);
        if (converted is { } older)
        {
            element.Int32(6, older);
            element.Struct(10, () => element.Struct(logical, () => { }));
        }
    };

    private static Action<ThriftWriter> Leaf(ColumnShape column, string name, int repetition) => element =>
    {
        element.Int32(1, (int)LeafShape.Of(column)[0].Type);
        element.Int32(3, repetition);
        element.Text(4, name);
        // What the value means: for older readers a number, for newer ones a struct.
        switch (column.Kind)
        {
            case ColumnKind.Text or ColumnKind.TextList or ColumnKind.TextMap:
                element.Int32(6, 0);
                element.Struct(10, () => element.Struct(1, () => { }));
                break;
            case ColumnKind.Date or ColumnKind.DateList:
                element.Int32(6, 6);
                element.Struct(10, () => element.Struct(6, () => { }));
                break;
            case ColumnKind.Timestamp:
                element.Int32(6, 10);
                element.Struct(10, () => element.Struct(8, () =>
                {
                    element.Bool(1, true); // UTC
                    element.Struct(2, () => element.Struct(2, () => { })); // Microseconds
                }));
                break;
        }
    };
}
