using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators.PxWeb;

/// <summary>What the Nordic offices' variables are stored as. They name them alike, in their own languages.</summary>
internal sealed class PxVariableNames(IReadOnlyDictionary<string, string> storeAs)
{
    private static readonly Dictionary<string, string> Known = new[]
    {
        (Dimension.RefArea, (string[])["Region", "Regioner", "Kommun", "Kommune", "Kunta", "Alue", "Municipality", "Area"]),
        (Dimension.Sex, ["Kon", "Kön", "Kjonn", "Kjønn", "Sukupuoli", "Sex"]),
        (Dimension.Age, ["Alder", "Ålder", "Ikä", "Ika", "Age"]),
    }.SelectMany(pair => pair.Item2.Select(name => (name, pair.Item1))).ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The dimensions by variable, each once. What is measured is the indicator.</summary>
    public IReadOnlyDictionary<string, string> Of(IEnumerable<(string Code, bool IsContents)> variables)
    {
        // The unit has a column of its own, whatever a variable is called.
        var taken = new HashSet<string>(StringComparer.Ordinal) { Dimension.Unit };
        var dimensions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (code, isContents) in variables)
        {
            var name = storeAs.TryGetValue(code, out var told) ? told
                : isContents ? Dimension.Indicator
                : Known.TryGetValue(code, out var known) && !taken.Contains(known) ? known
                : code.ToLowerInvariant();
            while (!taken.Add(name))
                name += "_";
            dimensions[code] = name;
        }

        return dimensions;
    }

    /// <summary>Codes of sex become SDMX's: all three offices count men 1 and women 2. Any other code is kept as it is.</summary>
    public static string CodeOf(string dimension, string code) => dimension != Dimension.Sex ? code : code.ToUpperInvariant() switch
    {
        "1" => "M",
        "2" => "F",
        "0" or "1+2" or "SSS" or "TOTSA" or "TOT" => "T",
        _ => code,
    };

    /// <summary>Whether a code stands for a sum of the others, and which one it is a part of.</summary>
    public static (CodeKind Kind, string? Parent) PlaceOf(string dimension, string code, string? total, IReadOnlyCollection<string> all)
    {
        if (code == total || code.ToUpperInvariant() is "SSS" or "TOTSA" or "TOT" or "TOTALT" || (dimension == Dimension.Sex && CodeOf(dimension, code) == "T"))
            return (CodeKind.Aggregate, null);
        if (dimension != Dimension.RefArea || !code.All(char.IsAsciiDigit))
            return (CodeKind.Item, null);
        // Counties are the beginning of their municipalities' codes; a country is all zeros.
        var isSum = code.All(digit => digit == '0') || all.Any(other => other.Length > code.Length && other.StartsWith(code, StringComparison.Ordinal));
        var parent = all.Where(other => other.Length < code.Length && code.StartsWith(other, StringComparison.Ordinal) && other.All(char.IsAsciiDigit)).MaxBy(other => other.Length);
        return (isSum ? CodeKind.Aggregate : CodeKind.Item, parent);
    }
}
