using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.Scb;

/// <summary>The codes that are asked for, one list per variable of the table, and how they are parted into calls.</summary>
internal sealed record PxSelection(IReadOnlyList<(PxVariable Variable, IReadOnlyList<string> Codes)> Parts)
{
    /// <exception cref="SourceException">A filter names a variable or a code that the table does not have.</exception>
    public static PxSelection Of(PxTable table, ScbTradeOptions options)
    {
        if (options.Filters.Keys.FirstOrDefault(name => !table.Variables.Any(variable => variable.Code == name)) is { } stranger)
        {
            throw Unknown($"The table {options.Table} has no variable '{stranger}': it has {string.Join(", ", table.Variables.Select(variable => variable.Code))}.");
        }

        var from = options.From is { } first ? Period.Parse(first) : default;
        return new PxSelection([.. table.Variables.Select(variable =>
        {
            var wanted = options.Filters.TryGetValue(variable.Code, out var filter) ? variable.Codes.Where(code => filter.Any(one => Fits(code, one))) : variable.Codes;
            if (filter?.FirstOrDefault(one => !variable.Codes.Any(code => Fits(code, one))) is { } missing)
                throw Unknown($"The variable {variable.Code} of {options.Table} has no code '{missing}': check the filter, codes change with the classification's year.");
            if (variable.IsTime && options.From is not null)
                wanted = wanted.Where(code => Period.TryParse(code, out var period) && period.Start >= from.Start);
            return (variable, (IReadOnlyList<string>)[.. wanted]);
        })]);
    }

    /// <summary>Parts the selection until no part has more cells than one call may ask for; the longest list is halved each time.</summary>
    public IEnumerable<PxSelection> Split(long mostCells)
    {
        if (Parts.Aggregate(1.0, (cells, part) => cells * part.Codes.Count) <= mostCells || Parts.Max(part => part.Codes.Count) < 2)
            return [this];
        // Time first, so that a call holds whole months and rows come month by month.
        var longest = Parts.Index().MaxBy(part => part.Item.Variable.IsTime && part.Item.Codes.Count > 1 ? int.MaxValue : part.Item.Codes.Count).Index;
        var half = (Parts[longest].Codes.Count + 1) / 2;
        return new[] { With(longest, [.. Parts[longest].Codes.Take(half)]), With(longest, [.. Parts[longest].Codes.Skip(half)]) }.SelectMany(part => part.Split(mostCells));
    }

    /// <summary>The call's body.</summary>
    public string ToJson() => JsonSerializer.Serialize(new
    {
        query = Parts.Select(part => new { code = part.Variable.Code, selection = new { filter = "item", values = part.Codes } }),
        response = new { format = "json-stat2" },
    });

    private PxSelection With(int at, IReadOnlyList<string> codes) =>
        new([.. Parts.Select((part, i) => i == at ? (part.Variable, codes) : part)]);

    private static bool Fits(string code, string wanted) =>
        wanted.EndsWith('*') ? code.StartsWith(wanted[..^1], StringComparison.Ordinal) : code == wanted;

    private static SourceException Unknown(string sentence) => new(sentence, Recovery.Stop) { Fault = Fault.UnknownId };
}
