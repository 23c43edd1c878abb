using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>How many stories of a period probably belong to each focus area, when the model's errors are taken into account.</summary>
internal sealed record CorrectedAreas(string? ModelVersion, IReadOnlyDictionary<string, CorrectedCount> Counts, string Period)
{
    public static async Task<CorrectedAreas> ReadAsync(ITables tables, IReadOnlyList<FocusArea> areas, DateOnly from, DateOnly to)
    {
        var period = $"{Days.Iso(from)}..{Days.Iso(to)}";
        if (await ErrorRates.ReadAsync(tables).ConfigureAwait(false) is not { } rates)
            return new CorrectedAreas(null, new Dictionary<string, CorrectedCount>(), period);
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

        // A list with some of the areas would rank them against nothing.
        return new CorrectedAreas(rates.ModelVersion, areas.All(area => counts.ContainsKey(area.Id)) ? counts : new Dictionary<string, CorrectedCount>(), period);
    }

    /// <summary>What stands behind the subtitle: the corrected number of the area that the title names; empty where there is none.</summary>
    public string Behind(FocusArea area, string language) => Counts.TryGetValue(area.Id, out var count)
        ? Phrases.IsSwedish(language)
            ? $". Rättat för modellens fel: {Within(count, language, "mellan", "och")} om {Phrases.Small(area.ShortName.In(language))}"
            : $". Corrected for the model's errors: {Within(count, language, "between", "and")} on {Phrases.Small(area.ShortName.In(language))}"
        : "";

    /// <summary>All areas, or why there are none.</summary>
    public IEnumerable<string> Notes(IReadOnlyList<FocusArea> areas, string language)
    {
        var sv = Phrases.IsSwedish(language);
        if (Counts.Count == 0)
        {
            yield return sv
                ? "Antalen är inte rättade för modellens fel; felen är räknade på för få texter, eller så är de för många."
                : "The numbers are not corrected for the model's errors: these were counted on too few texts, or are too many.";
            yield break;
        }

        var all = string.Join(", ", areas.Select(area => $"{Phrases.Small(area.ShortName.In(language))} {Within(Counts[area.Id], language)}"));
        yield return sv
            ? $"Rättat för modellens fel, med 95 % intervall: {all}."
            : $"Corrected for the model's errors, with 95 % intervals: {all}.";
        yield return sv
            ? "Felen är räknade på märkta texter som modellen inte hade sett. Källornas texter är svårare, så intervallen är snarare för smala."
            : "The errors were counted on labelled texts that the model had not seen. Texts of the sources are harder, so the intervals are rather too narrow.";
    }

    public IEnumerable<Evidence> Evidence(IReadOnlyList<FocusArea> areas) => areas.Where(area => Counts.ContainsKey(area.Id)).SelectMany(area => new[]
    {
        Of(area, Counts[area.Id].Number, "corrected (Rogan and Gladen)"),
        Of(area, Counts[area.Id].Low, "low end of 95 % (Lang and Reiczigel)"),
        Of(area, Counts[area.Id].High, "high end of 95 % (Lang and Reiczigel)"),
    });

    private Evidence Of(FocusArea area, double value, string what) => new()
    {
        Value = Math.Round(value),
        View = "classifications",
        Source = "*",
        Record = $"focus_area={area.Id} published={Period}",
        Formula = string.Create(CultureInfo.InvariantCulture, $"{Counts[area.Id].Said} of {Counts[area.Id].Of} stories said to belong, {what}, by the errors of model {ModelVersion} in the view models"),
    };

    private static string Within(CorrectedCount count, string language, string between, string and) =>
        $"{Wording.Number(Math.Round(count.Number), language)} ({between} {Wording.Number(Math.Round(count.Low), language)} {and} {Wording.Number(Math.Round(count.High), language)})";

    private static string Within(CorrectedCount count, string language) =>
        $"{Wording.Number(Math.Round(count.Number), language)} ({Wording.Number(Math.Round(count.Low), language)}–{Wording.Number(Math.Round(count.High), language)})";

    private static int Whole(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
