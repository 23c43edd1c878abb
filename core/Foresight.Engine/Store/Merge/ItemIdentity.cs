using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Merge;

/// <summary>A document, or a register's row, is known by its id within its source (and register), and changed when the hash of its content is.</summary>
internal sealed class ItemIdentity(TableShape table, string noun) : IRowIdentity
{
    public static ItemIdentity OfDocuments { get; } = new(StoreShapes.Documents, "document");

    public static ItemIdentity OfRegisters { get; } = new(StoreShapes.Registers, "row");

    public TableShape Table => table;

    public IReadOnlyList<ColumnShape> Columns { get; } =
        [.. table.FileColumns.Where(column => column.Name is ColumnName.ItemId or ColumnName.ContentHash)];

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

    public string Describe(ColumnBlock block, int row) => $"The {noun} {block.Text(ColumnName.ItemId)[row]}";
}
