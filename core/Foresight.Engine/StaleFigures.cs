using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine;

/// <summary>The staleness test: figures of ours that are older than what their source has published by now.</summary>
internal static class StaleFigures
{
    /// <summary>One sentence that counts them; null where all are fresh.</summary>
    public static async Task<LocalText?> ReadAsync(ITables tables, Policy policy)
    {
        var newest = await tables.QueryAsync("""
            SELECT _source, dataset, indicator, ref_area, max(period_start) AS newest FROM observations
            WHERE value IS NOT NULL AND indicator IS NOT NULL GROUP BY ALL
            """);
        var ours = policy.Home.Codes.Values.SelectMany(codes => codes).Select(code => code.Code).ToHashSet(StringComparer.Ordinal);
        var years = newest.Rows.Where(row => ours.Contains(row.Text("ref_area")))
            .GroupBy(row => (row.Text("_source"), row.Text("dataset"), row.Text("indicator")))
            .ToDictionary(rows => rows.Key, rows => rows.Max(row => row.Day("newest")!.Value.Year));
        var known = policy.Indicators.Where(indicator => indicator.Published is not null)
            .Select(indicator => (indicator, year: years.TryGetValue((indicator.Source, indicator.Dataset, indicator.Id), out var year) ? year : (int?)null))
            .Where(pair => pair.year is not null).ToList();
        var stale = known.Count(pair => pair.year < pair.indicator.Published);
        return stale == 0 ? null : new LocalText(
            string.Create(CultureInfo.InvariantCulture, $"För {stale} av {known.Count} nyckeltal har källan nyare uppgifter än de som finns här."),
            string.Create(CultureInfo.InvariantCulture, $"For {stale} of {known.Count} indicators the source has newer figures than those held here."));
    }
}
