using System.Text;

namespace Foresight.Engine.Store.Columns;

/// <summary>Text as codes into a list of values; -1 is null.</summary>
internal sealed class TextColumn(IReadOnlyList<string> values, int[] codes) : Column
{
    public IReadOnlyList<string> Values { get; } = values;

    public int[] Codes { get; } = codes;

    public override int Count => Codes.Length;

    public string? this[int row] => Codes[row] < 0 ? null : Values[Codes[row]];

    public static TextColumn Of(IEnumerable<string?> texts)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = new List<string>();
        var codes = new List<int>();
        foreach (var text in texts)
        {
            codes.Add(text is null ? -1 : Code(index, values, Storable(text)));
        }

        return new(values, [.. codes]);
    }

    /// <summary>
    /// The text as a file can hold it: half a surrogate pair, as a cut in the midst of a character leaves it, becomes U+FFFD. Otherwise a
    /// row would have another identity when it is read than when it was written, and come twice.
    /// </summary>
    public static string Storable(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The same text in every row.</summary>
    public static TextColumn Constant(string? text, int count)
    {
        var codes = new int[count];
        if (text is null)
        {
            Array.Fill(codes, -1);
        }

        return new(text is null ? [] : [text], codes);
    }

    public override Column Select(ReadOnlySpan<int> rows)
    {
        var selected = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            selected[i] = Codes[rows[i]];
        }

        return new TextColumn(Values, selected);
    }

    public override Column Join(IReadOnlyList<Column> others)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = new List<string>();
        var codes = new int[Count + others.Sum(other => other.Count)];
        var start = 0;
        foreach (var part in others.Prepend(this).Cast<TextColumn>())
        {
            var map = new int[part.Values.Count];
            for (var i = 0; i < map.Length; i++)
            {
                map[i] = Code(index, values, part.Values[i]);
            }

            foreach (var code in part.Codes)
            {
                codes[start++] = code < 0 ? -1 : map[code];
            }
        }

        return new TextColumn(values, codes);
    }

    public override ColumnRange Range()
    {
        var used = new bool[Values.Count];
        var nulls = 0L;
        foreach (var code in Codes)
        {
            if (code < 0)
            {
                nulls++;
            }
            else
            {
                used[code] = true;
            }
        }

        var range = new ColumnRange(null, null, nulls);
        for (var i = 0; i < used.Length; i++)
        {
            if (used[i])
            {
                range = range.Union(new(Values[i], Values[i], 0));
            }
        }

        return range;
    }

    private static int Code(Dictionary<string, int> index, List<string> values, string text)
    {
        if (!index.TryGetValue(text, out var code))
        {
            index.Add(text, code = values.Count);
            values.Add(text);
        }

        return code;
    }
}
