using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Differences;

/// <summary>Of a table: what makes a row this row, what tells whether it says something else, and what is shown of it.</summary>
internal sealed record DifferenceShape(TableShape Table, IReadOnlyList<string> Identity, IReadOnlyList<string> Decides, IReadOnlyList<string> Content, IReadOnlyList<string> Shown)
{
    private static readonly DifferenceShape[] All =
    [
        new(
            StoreShapes.Documents, Identities.Of(StoreShapes.Documents), [ColumnName.ContentHash],
            [.. StoreShapes.Documents.FileColumns.SkipWhile(column => column.Name != "kind").Where(column => column.Name != "summary").Select(column => column.Name)], ["title"]),
        new(StoreShapes.Observations, Identities.Of(StoreShapes.Observations), ["value", "presence", "status"], ["value", "presence", "status"], ["value", "status"]),
        new(
            StoreShapes.Codes, Identities.Of(StoreShapes.Codes), ["label_sv", "label_en", "kind", "parent"],
            ["label_sv", "label_en", "kind", "parent"], ["label_sv", "label_en", "kind", "parent"]),
    ];

    /// <exception cref="ArgumentException">There is no such table; the message says which there are.</exception>
    public static DifferenceShape Of(string table) => All.FirstOrDefault(shape => shape.Table.Name == table)
        ?? throw new ArgumentException($"'{table}' cannot be compared; name one of {string.Join(", ", All.Select(shape => shape.Table.Name))}.");
}
