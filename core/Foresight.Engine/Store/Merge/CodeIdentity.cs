using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Merge;

/// <summary>A code is known by its dimension and itself within its source and dataset, and changed when its labels, kind or parent are.</summary>
internal sealed class CodeIdentity : IRowIdentity
{
    private static readonly string[] Identity = ["dimension", "code"];
    private static readonly string[] Content = ["label_sv", "label_en", "kind", "parent"];

    public static CodeIdentity Instance { get; } = new();

    public TableShape Table => StoreShapes.Codes;

    public IReadOnlyList<ColumnShape> Columns { get; } =
        [.. StoreShapes.Codes.FileColumns.Where(column => Identity.Contains(column.Name) || Content.Contains(column.Name))];

    public (UInt128[] Identities, ulong[] Contents) Compute(ColumnBlock block)
    {
        var identities = new UInt128[block.Count];
        var contents = new ulong[block.Count];
        foreach (var name in Identity)
        {
            var column = block.Text(name);
            var hashes = column.Values.Select(value => Hash.Of(name, value)).ToArray();
            for (var i = 0; i < identities.Length; i++)
            {
                identities[i] += hashes[column.Codes[i]];
            }
        }

        foreach (var name in Content)
        {
            var column = block.Text(name);
            var hashes = column.Values.Select(value => (ulong)Hash.Of(name, value)).ToArray();
            for (var i = 0; i < contents.Length; i++)
            {
                contents[i] += column.Codes[i] < 0 ? 0 : hashes[column.Codes[i]];
            }
        }

        return (identities, contents);
    }

    public void Carry(ColumnBlock revising, int row, ColumnBlock superseded, int supersededRow) =>
        revising.Values<int>(ColumnName.Revision)[row] = superseded.Values<int>(ColumnName.Revision)[supersededRow] + 1;

    public string Describe(ColumnBlock block, int row) => $"The code {block.Text("code")[row]} of {block.Text("dimension")[row]}";
}
