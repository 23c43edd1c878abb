using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>What a map of coverage says first: the worst gap in it.</summary>
internal static class CoverageTitle
{
    private const int MostNamed = 3;

    public static string Of(CoverageAxis by, IReadOnlyList<CoverageRow> rows, Policy policy, WatchCoverage coverage, string language) => by switch
    {
        CoverageAxis.Source => BySource(rows, policy, language),
        CoverageAxis.Language => ByLanguage(rows, policy, language),
        CoverageAxis.Region => ByRegion(rows, coverage, language),
        _ => ByMonth(rows, policy, language),
    };

    /// <summary>The numbers that a title may tell.</summary>
    public static IEnumerable<(double Value, string Formula)> Figures(CoverageAxis by, IReadOnlyList<CoverageRow> rows, Policy policy) =>
    [
        (rows.Count, "rows of the map"),
        (rows.Count(row => row.State != CoverageState.Heard), "rows of which nothing was heard"),
        .. by is CoverageAxis.Source or CoverageAxis.Month
            ? policy.FocusAreas.SelectMany((area, i) => new[]
            {
                ((double)Heard(rows, i), $"rows in which {area.Id} was heard"),
                (rows.Count - Heard(rows, i), $"rows in which {area.Id} was not heard"),
            })
            : Array.Empty<(double, string)>(),
    ];

    private static string BySource(IReadOnlyList<CoverageRow> rows, Policy policy, string language)
    {
        var sv = Phrases.IsSwedish(language);
        string[] With(int sources) => [.. policy.FocusAreas.Where((_, i) => Heard(rows, i) == sources).Select(area => area.ShortName.In(language))];
        if (With(0) is { Length: > 0 } unheard)
        {
            return Subject(unheard, language) + (sv ? " hörs inte från någon källa" : unheard.Length == 1 ? " is not heard from any source" : " are not heard from any source");
        }

        if (With(1) is { Length: > 0 } single)
        {
            return (sv, single.Length) switch
            {
                (true, 1) => $"{single[0]} bevakas av en enda källa",
                (true, _) => $"{Subject(single, language)} bevakas av en enda källa var",
                (false, 1) => $"{single[0]} is watched by a single source",
                (false, _) => $"{Subject(single, language)} are watched by a single source each",
            };
        }

        var silent = rows.Count(row => row.State != CoverageState.Heard);
        return silent > 0
            ? sv ? $"{Wording.Number(silent, language)} av {Wording.Number(rows.Count, language)} källor hördes inte; alla fokusområden har flera andra"
                 : $"{Wording.Number(silent, language)} of {Wording.Number(rows.Count, language)} sources were not heard; all focus areas have several others"
            : sv ? "Alla fokusområden bevakas av flera källor" : "All focus areas are watched by several sources";
    }

    private static string ByLanguage(IReadOnlyList<CoverageRow> rows, Policy policy, string language)
    {
        var sv = Phrases.IsSwedish(language);
        foreach (var row in rows.Where(row => row.Key is "sv" or "en"))
        {
            string[] without = [.. policy.FocusAreas.Where((_, i) => row.Cells[i].State != CoverageState.Heard).Select(area => area.ShortName.In(language))];
            var name = sv ? Phrases.Small(row.Name.In(language)) : row.Name.In(language);
            if (without.Length > 0)
            {
                return Subject(without, language) + (sv ? $" saknar texter på {name}" : without.Length == 1 ? $" has no texts in {name}" : $" have no texts in {name}");
            }
        }

        return sv ? "Alla fokusområden har texter på svenska och engelska" : "All focus areas have texts in Swedish and English";
    }

    private static string ByRegion(IReadOnlyList<CoverageRow> rows, WatchCoverage coverage, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var partners = rows.Where(row => coverage.PartnerCountries.Contains(row.Key)).ToArray();
        string[] missing = [.. partners.Where(row => row.State != CoverageState.Heard).Select(row => row.Name.In(language))];
        if (missing.Length > 0)
        {
            return missing.Length <= MostNamed
                ? (sv ? "Ingen text nämner " : "No text names ") + Phrases.Listed(missing, sv ? "eller" : "or")
                : sv ? $"Ingen text nämner {missing[0]}, {missing[1]} eller {Phrases.Count(missing.Length - 2, language)} andra partnerländer"
                     : $"No text names {missing[0]}, {missing[1]} or {Phrases.Count(missing.Length - 2, language)} other partner countries";
        }

        return partners.Length == 0 ? (sv ? "De flesta texter nämner inget land" : "Most texts name no country")
            : partners.MinBy(row => row.Reports) is { } least && sv
                ? $"Alla partnerländer nämns, {least.Name.Sv} minst"
                : $"All partner countries are named, {partners.MinBy(row => row.Reports)!.Name.En} least";
    }

    private static string ByMonth(IReadOnlyList<CoverageRow> rows, Policy policy, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var (area, heard) = policy.FocusAreas.Select((area, i) => (area, Heard: Heard(rows, i))).MinBy(found => found.Heard);
        return heard == rows.Count
            ? sv ? "Alla fokusområden hördes varje månad" : "All focus areas were heard every month"
            : sv ? $"{area.ShortName.Sv} hördes inte i {Wording.Number(rows.Count - heard, language)} av {Wording.Number(rows.Count, language)} månader"
                 : $"{area.ShortName.En} was not heard in {Wording.Number(rows.Count - heard, language)} of {Wording.Number(rows.Count, language)} months";
    }

    private static int Heard(IReadOnlyList<CoverageRow> rows, int area) => rows.Count(row => row.Cells[area].State == CoverageState.Heard);

    // A title has ninety characters: two areas are named, more are counted.
    private static string Subject(string[] areas, string language) => areas.Length switch
    {
        1 => areas[0],
        2 => $"{areas[0]} {(Phrases.IsSwedish(language) ? "och" : "and")} {Phrases.Small(areas[1])}",
        var n => Phrases.Capitalised(Phrases.Count(n, language)) + (Phrases.IsSwedish(language) ? " fokusområden" : " focus areas"),
    };
}
