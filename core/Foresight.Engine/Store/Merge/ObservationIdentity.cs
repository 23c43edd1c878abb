using Foresight.Engine.Store.Columns;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Merge;

/// <summary>
/// An observation is known by its dimensions and period within its source and dataset, and changed when value, presence or
/// status is. Each dimension's value is hashed once per block with the dimension's name; the sum over a row's dimensions is its
/// identity, so it does not matter whether a dimension is a column or in the map, nor in which order they come.
/// </summary>
internal sealed class ObservationIdentity : IRowIdentity
{
    private static readonly string[] Identity = ["freq", .. Dimension.Columns, "period"];

    public static ObservationIdentity Instance { get; } = new();

    public TableShape Table => StoreShapes.Observations;

    public IReadOnlyList<ColumnShape> Columns { get; } = [.. StoreShapes.Observations.FileColumns
        .Where(column => Identity.Contains(column.Name) || column.Name is "dims" or "value" or "presence" or "status")];

    public (UInt128[] Identities, ulong[] Contents) Compute(ColumnBlock block)
    {
        var identities = new UInt128[block.Count];
        foreach (var name in Identity)
        {
            var column = block.Text(name);
            Add(identities, column.Codes, [.. column.Values.Select(value => Hash.Of(name, value))]);
        }

        var maps = (MapColumn)block["dims"];
        Add(identities, maps.Codes, [.. maps.Values.Select(SumOf)]);
        return (identities, Contents(block));
    }

    public void Carry(ColumnBlock revising, int row, ColumnBlock superseded, int supersededRow) =>
        revising.Values<int>(ColumnName.Revision)[row] = superseded.Values<int>(ColumnName.Revision)[supersededRow] + 1;

    public string Describe(ColumnBlock block, int row)
    {
        var maps = (MapColumn)block["dims"];
        var others = maps.Codes[row] < 0 ? [] : maps.Values[maps.Codes[row]];
        var parts = Identity.Select(name => KeyValuePair.Create(name, block.Text(name)[row]))
            .Where(pair => pair.Value is not null)
            .Concat(others.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        return "The observation " + string.Join(' ', parts.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    private static ulong[] Contents(ColumnBlock block)
    {
        var contents = new ulong[block.Count];
        var values = (ValueColumn<double>)block["value"];
        for (var i = 0; i < contents.Length; i++)
        {
            contents[i] = values.IsNull(i) ? 0x9e3779b97f4a7c15UL : Hash.Mix(BitConverter.DoubleToUInt64Bits(values.Values[i]));
        }

        foreach (var name in new[] { "presence", "status" })
        {
            var column = block.Text(name);
            var hashes = column.Values.Select(value => (ulong)Hash.Of(name, value)).ToArray();
            for (var i = 0; i < contents.Length; i++)
            {
                contents[i] += column.Codes[i] < 0 ? 0 : hashes[column.Codes[i]];
            }
        }

        return contents;
    }

    private static void Add(UInt128[] identities, int[] codes, UInt128[] hashes)
    {
        for (var i = 0; i < identities.Length; i++)
        {
            if (codes[i] >= 0)
            {
                identities[i] += hashes[codes[i]];
            }
        }
    }

    private static UInt128 SumOf(KeyValuePair<string, string>[] map)
    {
        var sum = UInt128.Zero;
        foreach (var (name, value) in map)
        {
            sum += Hash.Of(name, value);
        }

        return sum;
    }
}
