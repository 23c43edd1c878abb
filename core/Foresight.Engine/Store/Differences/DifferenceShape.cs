using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Differences;

/// <summary>What is compared and shown of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Decides">The columns that tell whether a row says something else.</param>
/// <param name="Content">The columns that are shown of a revised row where they differ.</param>
/// <param name="Shown">The columns that are shown of a row that is new or gone.</param>
/// <param name="Title">The column that names a row to a reader; null where its identity does.</param>
internal sealed record DifferenceShape(
    TableShape Table, IReadOnlyList<string> Decides, IReadOnlyList<string> Content, IReadOnlyList<string> Shown, string? Title = null)
{
    private static readonly string[] Labels = ["label_sv", "label_en", "kind", "parent"];

    private static readonly DifferenceShape[] All =
    [
        new(
            StoreShapes.Documents, [ColumnName.ContentHash],
            [.. StoreShapes.Documents.FileColumns.Select(column => column.Name).SkipWhile(name => name != "kind").Where(name => name != "summary")],
            ["published"], Title: "title"),
        new(StoreShapes.Observations, ["value", "presence", "status"], ["value", "presence", "status"], ["value", "status"]),
        new(StoreShapes.Registers, [ColumnName.ContentHash], ["fields"], ["fields"]),
        new(StoreShapes.Codes, Labels, Labels, Labels),
    ];

    /// <summary>The columns that make a row this row.</summary>
    public IReadOnlyList<string> Identity { get; } = Identities.Of(Table);

    /// <exception cref="ArgumentException">There is no such table; the message says which there are.</exception>
    public static DifferenceShape Of(string table) => All.FirstOrDefault(shape => shape.Table.Name == table)
        ?? throw new ArgumentException($"'{table}' cannot be compared; name one of {string.Join(", ", All.Select(shape => shape.Table.Name))}.");
}
