using System.Text;

namespace Foresight.Formats.JsonStat;

/// <summary>Texts of some cells, coded.</summary>
internal sealed class JsonStatCodes
{
    private readonly Dictionary<string, int> codes = [];
    private readonly List<string> texts = [];
    private int[] cells = [];
    private int[] codeOf = [];
    private string last = "";

    public int Count { get; private set; }

    public IReadOnlyList<string> Texts => texts;

    public int CellAt(int i) => cells[i];

    public int CodeAt(int i) => codeOf[i];

    public void Add(int cell, string text)
    {
        if (!codes.TryGetValue(text, out var code))
        {
            codes.Add(text, code = texts.Count);
            texts.Add(text);
        }

        if (Count == cells.Length)
        {
            Array.Resize(ref cells, Math.Max(16, Count * 2));
            Array.Resize(ref codeOf, Math.Max(16, Count * 2));
        }

        (cells[Count], codeOf[Count++]) = (cell, code);
    }

    /// <summary>The text of bytes; of the same ones in a row, the same text: most statuses come in runs.</summary>
    public string Intern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == last.Length && Ascii.Equals(bytes, last))
            return last;
        return last = Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Brings the cells into rising order; a map gives them in any.</summary>
    public void Sort()
    {
        Array.Sort(cells, codeOf, 0, Count);
        for (var i = 1; i < Count; i++)
        {
            if (cells[i] == cells[i - 1])
                throw new InvalidDataException($"The dataset gives the status of cell {cells[i]} twice.");
        }
    }
}
