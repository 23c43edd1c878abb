using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>
/// Stories that go from one focus area to another: a later report, at least a day after the first, belongs to an area to which all earlier ones
/// clearly do not belong, while they belong to another. A story that was of two areas from the start does not cross.
/// </summary>
internal sealed class CrossingStories(CrossingStoriesOptions options) : IAnalysis
{
    private const string Told = """
        SELECT d.story_id, d._source, d._item_id, d._load_id, d.title, coalesce(d.publisher, d._source) AS publisher, CAST(d.published AS DATE) AS day, t.steep,
            c.focus_area, c.belongs, c.probability, c.threshold
        FROM document_stories d JOIN classifications c ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision
        LEFT JOIN tags t ON t._source = d._source AND t._item_id = d._item_id AND t._revision = d._revision
        WHERE d.published >= CAST($1 AS DATE) + 1 AND d.published < CAST($2 AS DATE) + 1 AND d.kind <> 'release'
            AND d.story_id IN (
                SELECT story_id FROM document_stories
                WHERE published >= CAST($1 AS DATE) + 1 AND published < CAST($2 AS DATE) + 1 AND kind <> 'release' GROUP BY story_id HAVING count(*) > 1)
        ORDER BY d.story_id, d.published, d._source, d._item_id, c.focus_area
        """;

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var window = new NewsWindow(DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime), options.Weeks);
        var table = await context.Tables.QueryAsync(Told, Days.Iso(window.Before), Days.Iso(window.Today)).ConfigureAwait(false);
        var stories = table.Rows.GroupBy(row => row.Text("story_id"), StringComparer.Ordinal).ToArray();
        if (stories.Length == 0)
        {
            return new AnalysisOutcome([]) { Silences = [new Silence("crossing", null, NoneRetold())] };
        }

        return new AnalysisOutcome(
        [
            .. stories.Select(story => SignalOf(context.Policy, story.Key, Reports(story), window)).OfType<Signal>()
                .OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal).Take(options.Most),
        ]);
    }

    private static StoryReport[] Reports(IEnumerable<TableRow> story) =>
        [.. story.GroupBy(row => (row.Text("_source"), row.Text("_item_id"))).Select(report => StoryReport.Of([.. report]))];

    private Signal? SignalOf(Policy policy, string story, StoryReport[] reports, NewsWindow window)
    {
        for (var i = 1; i < reports.Length; i++)
        {
            StoryReport[] before = [.. reports[..i].Where(report => report.Day < reports[i].Day)];
            var from = policy.FocusAreas.FirstOrDefault(area => before.Any(report => report.Belongs.Contains(area.Id)));
            var to = policy.FocusAreas.FirstOrDefault(area => reports[i].Belongs.Contains(area.Id) && before.All(report => report.Clear.Contains(area.Id)));
            if (from is not null && to is not null && reports[i].Day > window.Today.AddDays(-7 * options.Now))
            {
                return SignalOf(story, from, to, reports, i, window);
            }
        }

        return null;
    }

    private static Signal SignalOf(string story, FocusArea from, FocusArea to, StoryReport[] reports, int crossing, NewsWindow window)
    {
        var publishers = reports.Select(report => report.Row.Text("publisher")).Distinct(StringComparer.Ordinal).Count();
        var title = Titles.Short(reports[0].Row.Text("title"));
        var record = $"story_id={story} {window.Days(0, window.Weeks - 1)}";
        string Day(string language) => Wording.Day(reports[0].Day, language);
        return new Signal
        {
            Id = "crossing/" + story,
            Kind = "attention",
            FocusArea = to.Id,
            Level = SignalLevel.Signal,
            Steep = NewsProof.SteepOf(reports[crossing].Row.Text("steep")),
            Publishers = publishers,
            Method = BurstSignal.Method,
            Headline = new LocalText(
                $"En nyhet går från {Phrases.Small(from.ShortName.Sv)} till {Phrases.Small(to.ShortName.Sv)}: ”{title}”, {BurstSentence.Reports(reports.Length, "sv")} från {BurstSentence.Publishers(publishers, "sv")} sedan {Day("sv")}.",
                $"A story goes from {Phrases.Small(from.ShortName.En)} to {Phrases.Small(to.ShortName.En)}: “{title}”, {BurstSentence.Reports(reports.Length, "en")} from {BurstSentence.Publishers(publishers, "en")} since {Day("en")}."),
            Caveat = new LocalText("Områdena är modellens bedömning av varje rapport.", "The areas are the model's judgement of each report."),
            Weight = Math.Round(Math.Min(0.4, 0.2 + (0.03 * publishers)), 4),
            Figures = [new SignalFigure("reports", reports.Length)],
            Evidence =
            [
                .. new[] { reports[0], reports[crossing] }.Concat(reports).DistinctBy(report => (report.Row.Text("_source"), report.Row.Text("_item_id")))
                    .Take(NewsProof.Most).Select(report => NewsReport.Of(report.Row).Evidence),
                NewsEvidence.Count("documents", reports.Length, record, "count of reports"),
                NewsEvidence.Count("documents", publishers, record, "count of publishers"),
            ],
        };
    }

    private LocalText NoneRetold() => new(
        $"Om nyheter går från ett område till ett annat kan inte bedömas: ingen har mer än en rapport {BurstSentence.Lately(options.Weeks, "sv")}.",
        $"Whether stories go from one area to another cannot be judged: none has more than one report {BurstSentence.Lately(options.Weeks, "en")}.");
}
