using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine;

/// <summary>
/// The staleness test: figures of ours that are older than what their source has published by now, as its stored releases (documents
/// of kind <c>release</c>, whose categories are the indicator and the period) or the policy say.
/// </summary>
internal static class StaleFigures
{
    /// <summary>One sentence that counts them; null where all are fresh.</summary>
    public static async Task<LocalText?> ReadAsync(ITables tables, Policy policy)
    {
        var held = await tables.QueryAsync("""
            SELECT _source, dataset, indicator, ref_area, max(period_start) AS newest FROM observations
            WHERE value IS NOT NULL AND indicator IS NOT NULL GROUP BY ALL
            """);
        var ours = policy.Home.Codes.Values.SelectMany(codes => codes).Select(code => code.Code).ToHashSet(StringComparer.Ordinal);
        var years = held.Rows.Where(row => ours.Contains(row.Text("ref_area")))
            .GroupBy(row => (row.Text("_source"), row.Text("dataset"), row.Text("indicator")))
            .ToDictionary(rows => rows.Key, rows => rows.Max(row => row.Day("newest")!.Value.Year));
        // A release that is still due has no day of publication.
        var releases = await tables.QueryAsync("""
            SELECT categories[1] AS indicator, max(categories[2]) AS period FROM documents
            WHERE kind = 'release' AND published IS NOT NULL AND len(categories) = 2 GROUP BY ALL
            """);
        var released = releases.Rows.Where(row => Period.TryParse(row.Text("period"), out _))
            .ToDictionary(row => row.Text("indicator"), row => Period.Parse(row.Text("period")).Start.Year, StringComparer.Ordinal);
        var known = policy.Indicators.Select(indicator => indicator with { Published = Later(indicator.Published, released.TryGetValue(indicator.Id, out var newest) ? newest : null) })
            .Where(indicator => indicator.Published is not null)
            .Select(indicator => (indicator, year: years.TryGetValue((indicator.Source, indicator.Dataset, indicator.Id), out var year) ? year : (int?)null))
            .Where(pair => pair.year is not null).ToList();
        var stale = known.Count(pair => pair.year < pair.indicator.Published);
        return stale == 0 ? null : new LocalText(
            string.Create(CultureInfo.InvariantCulture, $"För {stale} av {known.Count} nyckeltal har källan nyare uppgifter än de som finns här."),
            string.Create(CultureInfo.InvariantCulture, $"For {stale} of {known.Count} indicators the source has newer figures than those held here."));
    }

    private static int? Later(int? one, int? other) => one is null || other > one ? other : one;
}
