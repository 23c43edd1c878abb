using System.Globalization;
using Foresight.Methods.Attention;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>A focus area that takes a larger share of the stories than in the months before.</summary>
/// <param name="Area">The area.</param>
/// <param name="Before">Its stories in the first half.</param>
/// <param name="Now">Its stories in the second half.</param>
/// <param name="Drift">The test over the weeks.</param>
internal sealed record AreaDrift(FocusArea Area, int Before, int Now, ShareDrift Drift);

/// <summary>Which focus areas drift upwards over two halves of so many months: what <c>attention</c> tells and the chart draws.</summary>
internal sealed class AreaDrifts
{
    // Planted signals: with this a quiet area is told to drift in one of 50 years (docs/methods/attention.md).
    private const double LeastDeviation = 2.5;
    private const int LeastStories = 8;

    private readonly AttentionOptions _options;

    private AreaDrifts(AttentionOptions options, DateOnly today)
    {
        (_options, Today) = (options, today);
        Window = new NewsWindow(today, (today.DayNumber - Start.DayNumber) / 7);
        Counts = NewsCounts.None(Window);
    }

    public DateOnly Today { get; }

    /// <summary>The last day of the first half.</summary>
    public DateOnly Middle => Today.AddMonths(-_options.Months);

    /// <summary>The day before the first half.</summary>
    public DateOnly Start => Today.AddMonths(-2 * _options.Months);

    /// <summary>The weeks of both halves.</summary>
    public NewsWindow Window { get; }

    /// <summary>What is counted in them; nothing where there are too few to tell.</summary>
    public NewsCounts Counts { get; private set; }

    /// <summary>All classified stories of the first half.</summary>
    public int Before { get; private set; }

    /// <summary>All classified stories of the second half.</summary>
    public int Now { get; private set; }

    /// <summary>Whether there are enough to tell.</summary>
    public bool CanTell => Before >= _options.AtLeast && Now >= _options.AtLeast;

    /// <summary>The areas that drift, the surest first.</summary>
    public IReadOnlyList<AreaDrift> Found { get; private set; } = [];

    public static async Task<AreaDrifts> FindAsync(ITables tables, Policy policy, DateOnly today, AttentionOptions options)
    {
        var drifts = new AreaDrifts(options, today);
        var counts = await CountAsync(tables, drifts.Start, drifts.Middle, today).ConfigureAwait(false);
        var (before, now) = counts.GetValueOrDefault("");
        (drifts.Before, drifts.Now) = (before, now);
        if (!drifts.CanTell)
        {
            return drifts;
        }

        var weekly = drifts.Counts = await NewsCounts.OfAreasAsync(tables, drifts.Window).ConfigureAwait(false);
        drifts.Found =
        [
            .. policy.FocusAreas
                .Select(area => (Area: area, Counts: counts.GetValueOrDefault(area.Id), Drift: Drift(weekly.Of(area.Id), weekly.All.Stories)))
                .Where(found => found.Drift is { } drift && drift.Deviation >= LeastDeviation && found.Counts.Now >= LeastStories
                    && (long)found.Counts.Now * before > (long)found.Counts.Before * now)
                .OrderByDescending(found => found.Drift!.Value.Deviation).ThenBy(found => found.Area.Id, StringComparer.Ordinal)
                .Select(found => new AreaDrift(found.Area, found.Counts.Before, found.Counts.Now, found.Drift!.Value)),
        ];
        return drifts;
    }

    /// <summary>The counts behind a drift.</summary>
    public IReadOnlyList<Evidence> Evidence(AreaDrift found) =>
    [
        Count(found.Now, found.Area.Id, Middle, Today), Count(Now, "*", Middle, Today), Count(found.Before, found.Area.Id, Start, Middle), Count(Before, "*", Start, Middle),
    ];

    /// <summary>Why no area can be judged.</summary>
    public LocalText WhyNone()
    {
        string Sides(string language) => $"{Wording.Number(Before, language)} {(Phrases.IsSwedish(language) ? "och" : "and")} {Wording.Number(Now, language)}";
        return new LocalText(
            $"Om ett fokusområde tar större plats kan inte bedömas: {Sides("sv")} sorterade nyheter i de två halvor som jämförs, och det behövs {Wording.Number(_options.AtLeast, "sv")} i vardera.",
            $"Whether a focus area takes up more room cannot be judged: {Sides("en")} classified stories in the two halves that are compared, and it takes {Wording.Number(_options.AtLeast, "en")} in each.");
    }

    /// <summary>The drift beside the bursts, which <c>bursts</c> tells: a few loud weeks are no growth over months.</summary>
    private static ShareDrift? Drift(NewsSeries series, int[] all) => ShareDrift.Of(series.Stories, all, BurstWatch.Of(series, all));

    private static Evidence Count(int value, string area, DateOnly before, DateOnly last) => NewsEvidence.Count(
        "classifications", value, $"focus_area={area} published={Days.Iso(before.AddDays(1))}..{Days.Iso(last)}",
        "count of classified stories (story_id of document_stories)" + (area == "*" ? "" : " with a document that belongs"));

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
}
