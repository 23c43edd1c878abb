namespace Foresight.Engine.Store.Columns;

/// <summary>Maps of text to text as codes into a list of maps; -1 is null.</summary>
internal sealed class MapColumn(IReadOnlyList<KeyValuePair<string, string>[]> values, int[] codes) : Column
{
    public IReadOnlyList<KeyValuePair<string, string>[]> Values { get; } = values;

    public int[] Codes { get; } = codes;

    public override int Count => Codes.Length;

    public override Column Select(ReadOnlySpan<int> rows)
    {
        var selected = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            selected[i] = Codes[rows[i]];
        }

        return new MapColumn(Values, selected);
    }

    public override Column Join(IReadOnlyList<Column> others)
    {
        var values = new List<KeyValuePair<string, string>[]>();
        var codes = new List<int>();
        foreach (var part in others.Prepend(this).Cast<MapColumn>())
        {
            var shift = values.Count;
            values.AddRange(part.Values);
            codes.AddRange(part.Codes.Select(code => code < 0 ? -1 : code + shift));
        }

        return new MapColumn(values, [.. codes]);
    }

    public override ColumnRange Range() => new(null, null, Codes.Count(code => code < 0));
}
