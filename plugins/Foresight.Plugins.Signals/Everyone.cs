using System.Globalization;
using System.Text.RegularExpressions;
using Foresight.Methods.Trends;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>Where we stand among all municipalities of which the store has a figure in the same period.</summary>
internal sealed record Everyone(PeerStanding Standing, Figure Ours)
{
    // Below this it is not everyone, only those that were asked for.
    private const int Least = 100;

    /// <summary>Null where no pattern says which codes are municipalities, ours is none, or the store has too few.</summary>
    public static async Task<Everyone?> ReadAsync(ITables tables, Indicator indicator, Figure ours, string? pattern)
    {
        if (pattern is null || !Regex.IsMatch(ours.Area, pattern))
        {
            return null;
        }

        var table = await tables.QueryAsync(
            """
            SELECT value FROM observations
            WHERE _source = $1 AND dataset = $2 AND (indicator = $3 OR (indicator IS NULL AND dataset = $3)) AND period = $4 AND (sex IS NULL OR sex = 'T')
                AND value IS NOT NULL AND ref_area <> $5 AND regexp_matches(ref_area, $6)
            """,
            indicator.Source, indicator.Dataset, indicator.Id, ours.Period.Text, ours.Area, pattern).ConfigureAwait(false);
        double[] others = [.. table.Rows.Select(row => row.Number("value")!.Value).Where(value => !(indicator.ZeroIsBlank && value == 0))];
        return others.Length < Least ? null : new Everyone(PeerStanding.Of(ours.Value!.Value, others), ours);
    }

    /// <summary>The share of the others that is higher, or lower, whichever is more, in whole per cent.</summary>
    public double Larger => Math.Round(100 * Math.Max(Standing.ShareAbove, Standing.ShareBelow), MidpointRounding.AwayFromZero);

    /// <summary>Only the ends are worth a sentence: nine tenths on one side.</summary>
    public string? Sentence(string language)
    {
        if (Larger < 90)
        {
            return null;
        }

        var (sv, share) = (Phrases.IsSwedish(language), Wording.Number(Larger, language));
        var low = Standing.ShareAbove > Standing.ShareBelow;
        return sv ? $"{(low ? "Lägre" : "Högre")} än i {share} procent av landets kommuner." : $"{(low ? "Lower" : "Higher")} than in {share} per cent of the country's municipalities.";
    }

    public Evidence EvidenceOf(IndicatorFigures figures) => figures.EvidenceOf(Ours) with
    {
        Value = Larger,
        Formula = string.Create(
            CultureInfo.InvariantCulture, $"per cent of the {Standing.Count - 1} other municipalities with a figure ({Standing.Above} above, {Standing.Equal} equal, {Standing.Below} below)"),
    };
}
