using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>
/// Focus areas that take a larger share of the classified stories than in the months before: the same news from several places
/// counts once, when it was first told. A share, because the number of stories also grows when a source is added or keeps a longer
/// archive. Announced releases of statistics are dates, not news.
/// </summary>
internal sealed class Attention(AttentionOptions options) : IAnalysis
{
    // Two shares differ by more than chance at about 95 %.
    private const double LeastDeviation = 1.96;
    private const int LeastStories = 8;
    private const int Most = 2;

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var middle = today.AddMonths(-options.Months);
        var counts = await CountAsync(context.Tables, today.AddMonths(-2 * options.Months), middle, today).ConfigureAwait(false);
        var (before, now) = counts.GetValueOrDefault("");
        if (before < options.AtLeast || now < options.AtLeast)
        {
            return new AnalysisOutcome([]);
        }

        return new AnalysisOutcome(
        [
            .. context.Policy.FocusAreas
                .Select(area => (Area: area, Counts: counts.GetValueOrDefault(area.Id)))
                .Select(found => (found.Area, found.Counts, Deviation: Deviation(found.Counts.Before, before, found.Counts.Now, now)))
                .Where(found => found.Deviation >= LeastDeviation && found.Counts.Now >= LeastStories)
                .OrderByDescending(found => found.Deviation).ThenBy(found => found.Area.Id, StringComparer.Ordinal).Take(Most)
                .Select(found => SignalOf(found.Area, found.Counts, before, now, found.Deviation, middle, today)),
        ]);
    }

    private static double Deviation(int before, int allBefore, int now, int allNow)
    {
        var shared = (double)(before + now) / (allBefore + allNow);
        var spread = Math.Sqrt(shared * (1 - shared) * ((1.0 / allBefore) + (1.0 / allNow)));
        return spread == 0 ? 0 : (((double)now / allNow) - ((double)before / allBefore)) / spread;
    }

    private static async Task<Dictionary<string, (int Before, int Now)>> CountAsync(ITables tables, DateOnly from, DateOnly middle, DateOnly today)
    {
        var table = await tables.QueryAsync(
            """
            WITH seen AS (
                SELECT d.story_id, c.focus_area, bool_or(c.belongs) AS belongs, min(d.published) >= CAST($2 AS DATE) + 1 AS now
                FROM document_stories d JOIN classifications c ON d._source = c._source AND d._item_id = c._item_id AND d._revision = c._revision
                WHERE d.published >= CAST($1 AS DATE) + 1 AND d.published < CAST($3 AS DATE) + 1 AND d.kind <> 'release'
                GROUP BY d.story_id, c.focus_area)
            SELECT focus_area AS area, count(DISTINCT story_id) FILTER (NOT now) AS before, count(DISTINCT story_id) FILTER (now) AS now
            FROM seen WHERE belongs GROUP BY focus_area
            UNION ALL
            SELECT '', count(DISTINCT story_id) FILTER (NOT now), count(DISTINCT story_id) FILTER (now) FROM seen
            """,
            Days.Iso(from), Days.Iso(middle), Days.Iso(today)).ConfigureAwait(false);
        return table.Rows.ToDictionary(
            row => row.Text("area"),
            row => (Convert.ToInt32(row["before"], CultureInfo.InvariantCulture), Convert.ToInt32(row["now"], CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
    }

    private Signal SignalOf(FocusArea area, (int Before, int Now) counts, int before, int now, double deviation, DateOnly middle, DateOnly today)
    {
        string N(int number, string language) => Wording.Number(number, language);
        var (svMonths, enMonths) = (Phrases.Count(options.Months, "sv"), Phrases.Count(options.Months, "en"));
        return new Signal
        {
            Id = "attention/" + area.Id,
            Kind = "attention",
            FocusArea = area.Id,
            Headline = options.Months == 1
                ? new LocalText(
                    $"{area.ShortName.Sv} tar större plats: {N(counts.Now, "sv")} av {N(now, "sv")} nyheter den senaste månaden mot {N(counts.Before, "sv")} av {N(before, "sv")} månaden före.",
                    $"{area.ShortName.En} takes up more room: {N(counts.Now, "en")} of {N(now, "en")} stories in the last month against {N(counts.Before, "en")} of {N(before, "en")} in the month before.")
                : new LocalText(
                    $"{area.ShortName.Sv} tar större plats: {N(counts.Now, "sv")} av {N(now, "sv")} nyheter de senaste {svMonths} månaderna mot {N(counts.Before, "sv")} av {N(before, "sv")} de {svMonths} månaderna före.",
                    $"{area.ShortName.En} takes up more room: {N(counts.Now, "en")} of {N(now, "en")} stories in the last {enMonths} months against {N(counts.Before, "en")} of {N(before, "en")} in the {enMonths} months before."),
            Caveat = new LocalText(
                "Speglar vad de bevakade källorna publicerar och hur modellen sorterar det, inte hur viktigt området är.",
                "Mirrors what the watched sources publish and how the model sorts it, not how important the area is."),
            Weight = Math.Round(Math.Min(0.49, 0.25 + (0.05 * deviation)), 4),
            Evidence =
            [
                Count(counts.Now, $"focus_area={area.Id} published={Days.Iso(middle.AddDays(1))}..{Days.Iso(today)}"),
                Count(now, $"focus_area=* published={Days.Iso(middle.AddDays(1))}..{Days.Iso(today)}"),
                Count(counts.Before, $"focus_area={area.Id} published={Days.Iso(today.AddMonths(-2 * options.Months).AddDays(1))}..{Days.Iso(middle)}"),
                Count(before, $"focus_area=* published={Days.Iso(today.AddMonths(-2 * options.Months).AddDays(1))}..{Days.Iso(middle)}"),
            ],
        };
    }

    private static Evidence Count(int value, string record) => new()
    {
        Value = value,
        View = "classifications",
        Source = "*",
        Record = record,
        Formula = "count of classified stories (story_id of document_stories)" + (record.StartsWith("focus_area=*", StringComparison.Ordinal) ? "" : " with a document that belongs"),
    };
}
