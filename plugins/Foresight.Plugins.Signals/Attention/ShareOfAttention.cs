using System.Globalization;
using Foresight.Methods.Attention;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>
/// Focus areas that take a larger share of the classified stories than in the months before: the same news from several places
/// counts once, when it was first told. A share, because the number of stories also grows when a source is added or keeps a longer
/// archive. Announced releases of statistics are dates, not news.
/// </summary>
internal sealed class ShareOfAttention(AttentionOptions options) : IAnalysis
{
    // Planted signals: with this a quiet area is told to drift in one of 50 years (docs/methods/attention.md).
    private const double LeastDeviation = 2.5;
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
            return new AnalysisOutcome([]) { Silences = [new Silence("attention", null, TooFew(before, now))] };
        }

        var window = new NewsWindow(today, (today.DayNumber - today.AddMonths(-2 * options.Months).DayNumber) / 7);
        var weekly = await NewsCounts.OfAreasAsync(context.Tables, window).ConfigureAwait(false);
        return new AnalysisOutcome(
        [
            .. context.Policy.FocusAreas
                .Select(area => (Area: area, Counts: counts.GetValueOrDefault(area.Id), Drift: Drift(weekly.Of(area.Id), weekly.All.Stories)))
                .Where(found => found.Drift is { } drift && drift.Deviation >= LeastDeviation && found.Counts.Now >= LeastStories
                    && (long)found.Counts.Now * before > (long)found.Counts.Before * now)
                .OrderByDescending(found => found.Drift!.Value.Deviation).ThenBy(found => found.Area.Id, StringComparer.Ordinal).Take(Most)
                .Select(found => SignalOf(found.Area, found.Counts, before, now, found.Drift!.Value, middle, today)),
        ]);
    }

    /// <summary>The drift beside the bursts, which <c>bursts</c> tells: a few loud weeks are no growth over months.</summary>
    private static ShareDrift? Drift(NewsSeries series, int[] all) => ShareDrift.Of(series.Stories, all, BurstWatch.Of(series, all));

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

    private Signal SignalOf(FocusArea area, (int Before, int Now) counts, int before, int now, ShareDrift drift, DateOnly middle, DateOnly today)
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
            Weight = Math.Round(Math.Min(0.49, 0.25 + (0.05 * drift.Deviation)), 4),
            Level = SignalLevel.Trend,
            Method = BurstSignal.Method,
            Figures =
            [
                new SignalFigure("share-before", (double)counts.Before / before),
                new SignalFigure("share-now", (double)counts.Now / now),
                new SignalFigure("drift-deviation", drift.Deviation) { Method = "Cochran–Armitage over weeks, bursts left out" },
            ],
            Evidence =
            [
                Count(counts.Now, $"focus_area={area.Id} published={Days.Iso(middle.AddDays(1))}..{Days.Iso(today)}"),
                Count(now, $"focus_area=* published={Days.Iso(middle.AddDays(1))}..{Days.Iso(today)}"),
                Count(counts.Before, $"focus_area={area.Id} published={Days.Iso(today.AddMonths(-2 * options.Months).AddDays(1))}..{Days.Iso(middle)}"),
                Count(before, $"focus_area=* published={Days.Iso(today.AddMonths(-2 * options.Months).AddDays(1))}..{Days.Iso(middle)}"),
            ],
        };
    }

    private static Evidence Count(int value, string record) => NewsEvidence.Count(
        "classifications", value, record,
        "count of classified stories (story_id of document_stories)" + (record.StartsWith("focus_area=*", StringComparison.Ordinal) ? "" : " with a document that belongs"));

    private LocalText TooFew(int before, int now)
    {
        string Sides(string language) => $"{Wording.Number(before, language)} {(Phrases.IsSwedish(language) ? "och" : "and")} {Wording.Number(now, language)}";
        return new LocalText(
            $"Om ett fokusområde tar större plats kan inte bedömas: {Sides("sv")} sorterade nyheter i de två halvor som jämförs, och det behövs {Wording.Number(options.AtLeast, "sv")} i vardera.",
            $"Whether a focus area takes up more room cannot be judged: {Sides("en")} classified stories in the two halves that are compared, and it takes {Wording.Number(options.AtLeast, "en")} in each.");
    }
}
