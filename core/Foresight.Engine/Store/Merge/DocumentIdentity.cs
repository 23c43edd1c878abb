using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Merge;

/// <summary>A document is known by its id within its source, and changed when the hash of its content is.</summary>
internal sealed class DocumentIdentity : IRowIdentity
{
    public static DocumentIdentity Instance { get; } = new();

    public TableShape Table => StoreShapes.Documents;

    public IReadOnlyList<ColumnShape> Columns { get; } =
        [.. StoreShapes.Documents.FileColumns.Where(column => column.Name is ColumnName.ItemId or ColumnName.ContentHash)];

    public static UInt128 Of(string itemId) => Hash.Of(ColumnName.ItemId, TextColumn.Storable(itemId));

    public (UInt128[] Identities, ulong[] Contents) Compute(ColumnBlock block)
    {
        var (ids, contents) = (block.Text(ColumnName.ItemId), block.Text(ColumnName.ContentHash));
        var identityOf = ids.Values.Select(Of).ToArray();
        var contentOf = contents.Values.Select(hash => Hash.Short(hash)).ToArray();
        return ([.. ids.Codes.Select(code => identityOf[code])], [.. contents.Codes.Select(code => contentOf[code])]);
    }

    public void Carry(ColumnBlock revising, int row, ColumnBlock superseded, int supersededRow)
    {
        revising.Values<int>(ColumnName.Revision)[row] = superseded.Values<int>(ColumnName.Revision)[supersededRow] + 1;
        revising.Values<DateTime>(ColumnName.FirstSeenAt)[row] = superseded.Values<DateTime>(ColumnName.FirstSeenAt)[supersededRow];
    }

    public string Describe(ColumnBlock block, int row) => $"The document {block.Text(ColumnName.ItemId)[row]}";
}
