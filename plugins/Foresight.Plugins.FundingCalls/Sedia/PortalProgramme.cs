using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>The portal's programmes. Its search names them by number, its reference file by a short name that may end in the period's last year.</summary>
internal static partial class PortalProgramme
{
    private static readonly int[] LastYears = [2006, 2013, 2020, 2027, 2034];

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["43108390"] = "HORIZON",
        ["43152860"] = "DIGITAL",
        ["43251567"] = "CEF",
        ["43251589"] = "CERV",
        ["43251814"] = "CREA",
        ["43252368"] = "ISF",
        ["43252386"] = "JUST",
        ["43252405"] = "LIFE",
        ["43252476"] = "SMP",
        ["43252517"] = "SOCPL",
        ["43254019"] = "ESF",
        ["43254037"] = "ESC",
        ["43298664"] = "AGRIP",
        ["43298916"] = "EURATOM",
        ["43353764"] = "ERASMUS",
        ["43392145"] = "EMFAF",
        ["43637601"] = "PPPA",
        ["44181033"] = "EDF",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The short name, such as <c>LIFE</c> for <c>43252405</c> and <c>LIFE2027</c>; where none is known, the word that the topic begins with.</summary>
    public static string NameOf(string? framework, string topic) =>
        framework is not null && Names.TryGetValue(framework, out var known) ? known
        : framework is not null && !framework.All(char.IsAsciiDigit) ? (Dated().Match(framework) is { Success: true } dated ? dated.Groups["name"].Value : framework)
        : topic.Split('-')[0];

    /// <summary>
    /// The programming period, such as <c>2021-2027</c>: as stated, else by the programme's name, else by the year in the topic's identifier, else by
    /// the day on which it opens. Null where none of them says.
    /// </summary>
    public static string? PeriodOf(string? stated, string? framework, string topic, DateOnly? opening) =>
        stated is not null ? stated.Replace(" ", "", StringComparison.Ordinal)
        : (YearOf(Dated(), framework) ?? YearOf(Year(), topic) ?? opening?.Year) is { } year && LastYears.FirstOrDefault(last => year <= last && year > last - 7) is > 0 and var end
            ? string.Create(CultureInfo.InvariantCulture, $"{end - 6}-{end}")
        : null;

    private static int? YearOf(Regex form, string? text) =>
        text is not null && form.Match(text) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;

    // LIFE2027, AGRIP2027; not H2020, which is a name.
    [GeneratedRegex("^(?<name>[A-Z][A-Z0-9]*[A-Z])(?<year>20[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex("(^H|[-_])(?<year>20[0-9]{2})([-_]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
