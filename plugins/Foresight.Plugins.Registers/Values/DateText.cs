using System.Globalization;
using System.Text.RegularExpressions;

namespace Foresight.Plugins.Registers.Values;

/// <summary>Reads days, months and years as people write them, in ISO or Swedish form, where there is only one way to understand them.</summary>
internal static partial class DateText
{
    private const int FirstYear = 1800;
    private const int LastYear = 2199;

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    /// <summary>Reads a day (<c>2026-03-12</c>).</summary>
    public static Reading Day(string text) => Read(text) switch
    {
        { Value: { Length: < 10 } early } => Reading.Wrong($"'{text}' is a {(early.Length == 4 ? "year" : "month")}, and a day is due: write it as 2026-03-12."),
        var read => read,
    };

    /// <summary>Reads a day, month or year, as far as it is known.</summary>
    public static Reading When(string text) => Read(text);

    private static Reading Read(string text)
    {
        if (Iso().Match(text) is { Success: true } iso)
            return Of(text, iso.Groups["y"].Value, iso.Groups["m"].Value, iso.Groups["d"].Value);
        if (Written().Match(text) is { Success: true } written && Month(written.Groups["m"].Value) is { } month)
            return Of(text, written.Groups["y"].Value, month, written.Groups["d"].Value);
        if (Swedish().Match(text) is { Success: true } swedish)
            return Of(text, swedish.Groups["y"].Value, swedish.Groups["m"].Value, swedish.Groups["d"].Value);
        if (Slashed().Match(text) is { Success: true } slashed)
            return Reading.Wrong(Ambiguous(text, slashed));
        if (Serial().IsMatch(text))
            return Reading.Wrong($"'{text}' is the number that Excel has for a day ({DateTime.FromOADate(int.Parse(text, CultureInfo.InvariantCulture)):yyyy-MM-dd}?): format the cell as a date, or write 2026-03-12.");
        if (Stamp().IsMatch(text))
            return Reading.Wrong($"'{text}' has a time, and only the day is due: write {text[..10]}.");
        return Reading.Wrong($"'{text}' is no date that can be read: write 2026-03-12, 12 mars 2026 or 12/3 2026.");
    }

    private static Reading Of(string text, string year, string month, string day)
    {
        var (y, m, d) = (Number(year), month.Length == 0 ? 1 : Number(month), day.Length == 0 ? 1 : Number(day));
        if (y is < FirstYear or > LastYear)
            return Reading.Wrong($"'{text}' is of the year {year}, which cannot be meant: write the year with its four digits.");
        if (m is < 1 or > 12)
            return Reading.Wrong($"'{text}' has the month {month}: there are twelve.");
        if (d < 1 || d > DateTime.DaysInMonth(y, m))
            return Reading.Wrong($"'{text}' is no day of the calendar: {Months[m - 1]} {year} has {DateTime.DaysInMonth(y, m).ToString(CultureInfo.InvariantCulture)} days.");
        return Reading.Of(FormattableString.Invariant(month.Length == 0 ? $"{y:0000}" : day.Length == 0 ? (FormattableString)$"{y:0000}-{m:00}" : $"{y:0000}-{m:00}-{d:00}"));
    }

    private static string Ambiguous(string text, Match slashed)
    {
        var (a, b, year) = (Number(slashed.Groups["a"].Value), Number(slashed.Groups["b"].Value), slashed.Groups["y"].Value);
        return (a, b) switch
        {
            ( >= 1 and <= 12, >= 1 and <= 12) when a != b && year.Length == 4 => FormattableString.Invariant($"'{text}' may be {year}-{b:00}-{a:00} or {year}-{a:00}-{b:00}: write which, as in 2026-03-12."),
            _ => $"'{text}' is read in one way here and in another there: write it as 2026-03-12.",
        };
    }

    private static string? Month(string name) =>
        Array.FindIndex(Months, month => month.Equals(name, StringComparison.OrdinalIgnoreCase) || (name.TrimEnd('.').Length == 3 && month.StartsWith(name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))) is var at and >= 0
            ? (at + 1).ToString(CultureInfo.InvariantCulture)
            : null;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<y>[0-9]{4})(-(?<m>[0-9]{2})(-(?<d>[0-9]{2}))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex("^((?<d>[0-9]{1,2}) +)?(?<m>[a-zA-Z]{3,9}\\.?) +(?<y>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex("^(?<d>[0-9]{1,2})/(?<m>[0-9]{1,2}) +(?<y>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Swedish();

    [GeneratedRegex("^(?<a>[0-9]{1,2})[/.-](?<b>[0-9]{1,2})[/.-](?<y>[0-9]{4}|[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    [GeneratedRegex("^[1-6][0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
