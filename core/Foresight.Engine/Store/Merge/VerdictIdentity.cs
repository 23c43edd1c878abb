using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Merge;

/// <summary>A verdict belongs to a document, and to an area where the table has one; another revision, model, policy or its rules make it another verdict.</summary>
internal sealed class VerdictIdentity(TableShape table) : IRowIdentity
{
    private readonly string[] content = table == StoreShapes.Classifications ? ["model_version", "policy_version", "rules_version"] : ["model_version", "policy_version"];
    private readonly string[] identity = [.. Identities.Of(table).Where(column => column != ColumnName.Source)];

    public static VerdictIdentity OfClassifications { get; } = new(StoreShapes.Classifications);

    public static VerdictIdentity OfTags { get; } = new(StoreShapes.Tags);

    public TableShape Table => table;

    public IReadOnlyList<ColumnShape> Columns => [.. table.FileColumns
        .Where(column => identity.Contains(column.Name) || content.Contains(column.Name) || column.Name == ColumnName.Revision)];

    public (UInt128[] Identities, ulong[] Contents) Compute(ColumnBlock block)
    {
        var identities = new UInt128[block.Count];
        var contents = block.Values<int>(ColumnName.Revision).Select(revision => Hash.Mix((ulong)revision)).ToArray();
        foreach (var name in identity)
        {
            var column = block.Text(name);
            var hashes = column.Values.Select(value => Hash.Of(name, value)).ToArray();
            for (var i = 0; i < identities.Length; i++)
            {
                identities[i] += hashes[column.Codes[i]];
            }
        }

        foreach (var name in content)
        {
            var column = block.Text(name);
            var hashes = column.Values.Select(value => (ulong)Hash.Of(name, value)).ToArray();
            for (var i = 0; i < contents.Length; i++)
            {
                contents[i] += hashes[column.Codes[i]];
            }
        }

        return (identities, contents);
    }

    public void Carry(ColumnBlock revising, int row, ColumnBlock superseded, int supersededRow)
    {
        // A verdict stands for itself: its revision is the document's.
    }

    public string Describe(ColumnBlock block, int row) =>
        $"The verdict on {string.Join(" for ", identity.Select(name => block.Text(name)[row]))}";
}
