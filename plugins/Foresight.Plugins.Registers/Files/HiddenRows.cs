namespace Foresight.Plugins.Registers.Files;

/// <summary>Rows that are hidden, as ranges: a filter hides hundreds.</summary>
internal sealed class HiddenRows
{
    private readonly List<(int First, int Last)> ranges = [];

    public IEnumerable<string> Ranges => ranges.Select(range => FormattableString.Invariant(
        range.First == range.Last ? (FormattableString)$"Row {range.First} is hidden" : $"Rows {range.First} to {range.Last} are hidden"));

    public void Add(int row)
    {
        if (ranges is [.., var last] && last.Last == row - 1)
            ranges[^1] = (last.First, row);
        else
            ranges.Add((row, row));
    }
}
