using System.Globalization;
using Foresight.Formats.Observations;

namespace Foresight.Formats.Px;

/// <summary>The periods of the time variable.</summary>
/// <param name="Variable">Its place among the variables.</param>
/// <param name="Texts">The periods in SDMX's form, by position.</param>
/// <param name="Frequencies">Their frequencies; null where a text is no period.</param>
internal sealed record PxPeriods(int Variable, string[] Texts, string?[] Frequencies);

/// <summary>Finds the time variable and reads its periods.</summary>
internal static class PxTime
{
    /// <summary>The statement that names the time variable.</summary>
    public static (string Variable, PxStatement Statement)? Find(PxLookup lookup, List<string> names)
    {
        foreach (var statement in lookup.AllNeeded("TIMEVAL"))
        {
            if (statement.Keys.Length == 1 && names.Contains(statement.Keys[0].Trim()))
                return (statement.Keys[0].Trim(), statement);
            lookup.Problem($"{statement.Name} is about no variable of STUB or HEADING: it is left out.");
        }

        return null;
    }

    public static PxPeriods? Periods((string Variable, PxStatement Statement)? time, List<PxVariable> variables, PxLookup lookup)
    {
        if (time is { } named)
        {
            var at = variables.FindIndex(one => one.Name == named.Variable);
            return Of(at, variables[at], Stated(named.Statement, variables[at]), FrequencyOf(named.Statement));
        }

        // PxWeb marks it; older files without TIMEVAL do not: then the one whose values are all periods is it.
        var marked = variables.FindIndex(one => lookup.Text("VARIABLE-TYPE", one.Name)?.ToUpperInvariant() is "T" or "TIME");
        if (marked >= 0)
            return Of(marked, variables[marked], variables[marked].Codes, null);
        var likely = variables.Select((one, i) => i).Where(i => !variables[i].IsContents && variables[i].Codes.All(IsPeriod)).ToList();
        return likely.Count == 1 ? Of(likely[0], variables[likely[0]], variables[likely[0]].Codes, null) : null;
    }

    private static bool IsPeriod(string code) =>
        PeriodText.TryRead(code, null, out var period, out _) && string.CompareOrdinal(period, "1500") > 0 && string.CompareOrdinal(period, "2200") < 0;

    private static PxPeriods Of(int variable, PxVariable named, IReadOnlyList<string> stated, char? frequency)
    {
        var (texts, frequencies) = (new string[stated.Count], new string?[stated.Count]);
        for (var i = 0; i < texts.Length; i++)
        {
            if (!PeriodText.TryRead(stated[i], frequency, out texts[i], out frequencies[i]) && !PeriodText.TryRead(named.Texts[i], frequency, out texts[i], out frequencies[i]))
                texts[i] = stated[i];
        }

        return new PxPeriods(variable, texts, frequencies);
    }

    /// <summary>TLIST(A1): the values follow; TLIST(A1,"1990"-"2000"): they are counted.</summary>
    private static IReadOnlyList<string> Stated(PxStatement statement, PxVariable variable)
    {
        if (statement.Values is not ["TLIST", var scale, .. var listed])
            return variable.Codes;
        if (statement.Span is { } span)
            listed = Count(span.From, span.To, scale, variable.Codes.Count);
        if (listed.Length == 0)
            return variable.Codes;
        return listed.Length == variable.Codes.Count
            ? listed
            : throw new InvalidDataException(
                $"{statement.Name} lists {(listed.Length > variable.Codes.Count ? "more" : "fewer")} periods than the {variable.Codes.Count} that VALUES lists: which figure is of which period cannot be told; ask the producer for a mended file.");
    }

    private static char? FrequencyOf(PxStatement statement) =>
        statement.Values is ["TLIST", { Length: > 0 } scale, ..] ? char.ToUpperInvariant(scale[0]) : null;

    /// <summary>The bare digits from one period to another; one more than there should be is enough to know.</summary>
    private static string[] Count(string from, string to, string scale, int due)
    {
        var perYear = FrequencyPerYear(scale);
        var digits = perYear switch { 1 => 4, < 10 => 5, _ => 6 };
        if (from.Length != digits || to.Length != digits || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first))
            return [];
        var periods = new List<string>();
        for (var (year, part) = (int.Parse(from[..4], CultureInfo.InvariantCulture), digits == 4 ? 1 : first % (digits == 5 ? 10 : 100)); periods.Count <= due;)
        {
            var text = year.ToString("0000", CultureInfo.InvariantCulture) + digits switch { 4 => "", 5 => part.ToString(CultureInfo.InvariantCulture), _ => part.ToString("00", CultureInfo.InvariantCulture) };
            periods.Add(text);
            if (text == to)
                break;
            var last = perYear == 52 && year is > 0 and < 9999 ? ISOWeek.GetWeeksInYear(year) : perYear;
            (year, part) = part < last ? (year, part + 1) : (year + 1, 1);
        }

        return [.. periods];
    }

    private static int FrequencyPerYear(string scale) => scale.Length == 0 ? 1 : char.ToUpperInvariant(scale[0]) switch
    {
        'H' => 2,
        'T' => 3,
        'Q' or 'K' => 4,
        'M' => 12,
        'W' => 52,
        _ => 1,
    };
}
