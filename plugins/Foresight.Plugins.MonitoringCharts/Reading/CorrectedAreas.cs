using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>
/// Which share of the stories of a period probably belongs to each focus area, when the model's errors are taken into account, and what was counted.
/// Empty <see cref="Counts"/>: the errors are not known well enough to correct by.
/// </summary>
/// <param name="ModelVersion">The model whose errors correct; null where they are not known.</param>
/// <param name="Counts">The corrected number of stories per area; all areas or none, since a list with some would rank them against nothing.</param>
/// <param name="Period">The days, as evidence has them.</param>
/// <param name="Of">What was counted.</param>
internal sealed record CorrectedAreas(string? ModelVersion, IReadOnlyDictionary<string, CorrectedCount> Counts, string Period, CountedStories Of)
{
    /// <summary>Reads them for the days from the first to the last, both included.</summary>
    public static async Task<CorrectedAreas> ReadAsync(ITables tables, IReadOnlyList<FocusArea> areas, DateOnly from, DateOnly to)
    {
        var period = $"{Days.Iso(from)}..{Days.Iso(to)}";
        var counted = await CountedStories.ReadAsync(tables, from, to).ConfigureAwait(false);
        var none = new CorrectedAreas(null, new Dictionary<string, CorrectedCount>(), period, counted);
        if (await ErrorRates.ReadAsync(tables).ConfigureAwait(false) is not { } rates)
            return none;
        var table = await tables.QueryAsync(
            """
            WITH seen AS (
                SELECT c.focus_area AS area, d.story_id, arg_min(d.language, d.published) AS language, bool_or(c.belongs) AS belongs
                FROM classifications c JOIN document_stories d ON d._source = c._source AND d._item_id = c._item_id AND d._revision = c._revision
                WHERE d.published >= CAST($1 AS DATE) AND d.published < CAST($2 AS DATE) + 1 AND d.kind <> 'release'
                GROUP BY ALL)
            SELECT area, language, count(*) AS n, count(*) FILTER (belongs) AS said FROM seen GROUP BY ALL ORDER BY area, language
            """,
            Days.Iso(from), Days.Iso(to)).ConfigureAwait(false);
        var counts = new Dictionary<string, CorrectedCount>(StringComparer.Ordinal);
        foreach (var rows in table.Rows.GroupBy(row => row.Text("area")))
        {
            if (rates.Correct(rows.Key, rows.Select(row => (row["language"] as string, Whole(row["said"]), Whole(row["n"])))) is { } count)
                counts[rows.Key] = count;
        }

        return areas.All(area => counts.ContainsKey(area.Id)) ? none with { ModelVersion = rates.ModelVersion, Counts = counts } : none;
    }

    /// <summary>An area's share of the stories with its 95 % interval: <c>34 % (29–39 %)</c>; null where it cannot be corrected.</summary>
    public string? ShareOf(FocusArea area, string language) => Counts.TryGetValue(area.Id, out var count) && count.Of > 0
        ? $"{Wording.Percent(count.Share, language)} ({Wording.Number(100 * count.Low / count.Of, language)}–{Wording.Percent(count.High / count.Of, language)})"
        : null;

    /// <summary>All areas' shares, or why there are none.</summary>
    public string Note(IReadOnlyList<FocusArea> areas, string language)
    {
        var sv = Phrases.IsSwedish(language);
        if (Counts.Count == 0)
        {
            return sv
                ? "Antalen är inte rättade för modellens fel; felen är räknade på för få texter, eller så är de för många."
                : "The numbers are not corrected for the model's errors: these were counted on too few texts, or are too many.";
        }

        var all = string.Join(", ", areas.Select(area => $"{Phrases.Small(area.ShortName.In(language))} {ShareOf(area, language)}"));
        return sv
            ? $"Andel av nyheterna, rättad för modellens fel, med 95 % intervall: {all}. Felen är räknade på märkta texter som modellen inte hade sett. Källornas texter är svårare, så intervallen är snarare för smala."
            : $"Share of the stories, corrected for the model's errors, with 95% intervals: {all}. The errors were counted on labelled texts that the model had not seen. Texts of the sources are harder, so the intervals are rather too narrow.";
    }

    public IEnumerable<Evidence> Evidence(IReadOnlyList<FocusArea> areas) =>
    [
        .. areas.Where(area => Counts.ContainsKey(area.Id)).SelectMany(area => new[]
        {
            Correct(area, Counts[area.Id].Number, "corrected (Rogan and Gladen)"),
            Correct(area, Counts[area.Id].Low, "low end of 95 % (Lang and Reiczigel)"),
            Correct(area, Counts[area.Id].High, "high end of 95 % (Lang and Reiczigel)"),
        }),
        .. Of.Evidence(Period),
    ];

    // The share is told in whole per cent: so it stands here.
    private Evidence Correct(FocusArea area, double number, string what) => new()
    {
        Value = Math.Round(100 * number / Math.Max(1, Counts[area.Id].Of), MidpointRounding.AwayFromZero),
        View = "classifications",
        Source = "*",
        Record = $"focus_area={area.Id} published={Period}",
        Formula = string.Create(
            CultureInfo.InvariantCulture,
            $"per cent of the stories: {Counts[area.Id].Said} of {Counts[area.Id].Of} said to belong, {what} {number:0.##}, by the errors of model {ModelVersion} in the view models"),
    };

    private static int Whole(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
