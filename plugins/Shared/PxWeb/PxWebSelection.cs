using Foresight.Formats.PxWeb;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>The codes that are asked for, one list per variable of the table in its order.</summary>
internal sealed record PxWebSelection(IReadOnlyList<(PxWebDimension Variable, IReadOnlyList<string> Codes)> Parts)
{
    /// <summary>The number of cells, which is what an office limits.</summary>
    public double Cells => Parts.Aggregate(1.0, (cells, part) => cells * part.Codes.Count);

    /// <exception cref="SourceException">A filter names a variable or a code that the table does not have, or too much is asked for.</exception>
    public static PxWebSelection Of(
        PxWebTable table, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> filters, IReadOnlyDictionary<string, string> storeAs, long mostCells = long.MaxValue)
    {
        if (filters.Keys.Concat(storeAs.Keys).FirstOrDefault(named => !table.Dimensions.Any(variable => variable.Code == named)) is { } stranger)
        {
            throw new SourceException(
                $"The table {name} has no variable '{stranger}': it has {string.Join(", ", table.Dimensions.Select(variable => variable.Code))}.", Recovery.Stop)
            { Fault = Fault.UnknownId };
        }

        var time = PxWebPeriods.Of(table, name);
        var selection = new PxWebSelection([.. table.Dimensions.Select(variable =>
            (variable, filters.TryGetValue(variable.Code, out var wanted) ? PxWebSelector.Select(variable, variable == time, wanted, name) : variable.Codes))]);
        return selection.Cells <= mostCells ? selection : throw new SourceException(
            FormattableString.Invariant($"The table {name} would be asked for {selection.Cells:0} cells, more than the {mostCells} of 'mostCells': name fewer codes in 'filters'."), Recovery.Stop)
        { Fault = Fault.TooBig };
    }

    /// <summary>The same without earlier periods.</summary>
    public PxWebSelection From(PxWebDimension time, Period first) => new([.. Parts.Select(part => part.Variable != time ? part
        : (part.Variable, [.. part.Codes.Where(code => PxWebPeriods.TryRead(code, out var period) && period.Start >= first.Start)]))]);

    /// <summary>
    /// Parts the selection into calls of at most so many cells. The longest list is cut into pieces (the first of equals), and a piece
    /// that is still too great along the next: the same selection is always cut the same way. A variable that is named is cut before the others.
    /// </summary>
    public IEnumerable<PxWebSelection> Split(long mostCells, PxWebDimension? before = null)
    {
        if (Cells <= mostCells)
            return [this];
        var longest = Parts.Index().MaxBy(part => part.Item.Variable == before && part.Item.Codes.Count > 1 ? int.MaxValue : part.Item.Codes.Count).Index;
        var codes = Parts[longest].Codes;
        if (codes.Count < 2)
            return [this];
        var size = (int)Math.Clamp(mostCells / (Cells / codes.Count), 1, codes.Count - 1);
        return codes.Chunk(size).SelectMany(piece => With(longest, piece).Split(mostCells, before));
    }

    private PxWebSelection With(int at, IReadOnlyList<string> codes) =>
        new([.. Parts.Select((part, i) => i == at ? (part.Variable, codes) : part)]);
}
