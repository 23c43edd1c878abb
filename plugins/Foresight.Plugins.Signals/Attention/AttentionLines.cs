using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Counts per week, or per four weeks, as lines of a chart. Each point stands at the first day of its weeks, all of which are whole.</summary>
internal sealed class AttentionLines
{
    /// <summary>A year of whole spans of four weeks.</summary>
    private const int Year = 52;
    private const int FewStoriesSpan = 4;

    private readonly NewsWindow _window;
    private readonly NewsCounts _counts;
    private readonly int _span;
    private readonly int _first;

    /// <summary>Lines over a year, or as long as there have been stories.</summary>
    /// <param name="window">The weeks that were counted.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="weekly">Whether there are enough stories for a point per week.</param>
    /// <param name="most">How many weeks at most; null for a year.</param>
    public AttentionLines(NewsWindow window, NewsCounts counts, bool weekly, int? most = null)
    {
        (_window, _counts, _span) = (window, counts, weekly ? 1 : FewStoriesSpan);
        // Before the first story nobody watched: a line at zero there would be none of theirs.
        var first = Math.Max(Math.Max(0, window.Weeks - (most ?? Year)), Array.FindIndex(counts.All.Stories, count => count > 0));
        _first = window.Weeks - ((window.Weeks - first) / _span * _span);
    }

    public bool Weekly => _span == 1;

    /// <summary>How many weeks are drawn.</summary>
    public int Weeks => _window.Weeks - _first;

    public DateOnly FirstDay => _window.First(_first);

    /// <summary>The stories of an area in all weeks that are drawn; of all areas together where it is null, each story once.</summary>
    public int Stories(FocusArea? area) => (area is null ? _counts.All : _counts.Of(area.Id)).Stories[_first..].Sum();

    /// <summary>The stories of an area, those of a burst marked.</summary>
    public ChartSeries Of(FocusArea area, string language, Methods.Attention.Burst? burst = null) => new()
    {
        Name = area.ShortName.In(language),
        Emphasis = Emphasis.FocusArea,
        FocusArea = area.Id,
        Points = [.. Spans().Select(week => PointAt(week, Stories(_counts.Of(area.Id), week), week >= burst?.Start && week <= burst.End, language))],
    };

    /// <summary>The stories that a share of all would be, over some weeks.</summary>
    public ChartSeries At(double share, int from, string name, string language) => new()
    {
        Name = name,
        Emphasis = Emphasis.Reference,
        Points = [.. Spans().Where(week => week >= from).Select(week => PointAt(week, Expected(share, week), false, language)).Select(point =>
            point.Value is { } value ? point with { Display = BurstSentence.Expected(value, language) } : point)],
    };

    /// <summary>The counts behind the lines.</summary>
    public IEnumerable<Evidence> Evidence(IEnumerable<FocusArea> areas) =>
        from area in areas
        from week in Spans()
        select NewsEvidence.Count("classifications", Stories(_counts.Of(area.Id), week), $"focus_area={area.Id} {Days(week)}", "count of stories (story_id of document_stories) with a document that belongs");

    /// <summary>What is behind a line at a share.</summary>
    public IEnumerable<Evidence> Evidence(double share, int from, string formula) =>
        from week in Spans()
        where week >= @from && Expected(share, week) is not null
        select NewsEvidence.Count("classifications", Expected(share, week)!.Value, Days(week), string.Create(
            CultureInfo.InvariantCulture, $"{formula} ({share:R}), times {Stories(_counts.All, week)} stories"));

    private IEnumerable<int> Spans() => Enumerable.Range(0, Weeks / _span).Select(span => _first + (span * _span));

    private int Stories(NewsSeries series, int week) => series.Stories[week..(week + _span)].Sum();

    private double? Expected(double share, int week) => Stories(_counts.All, week) is > 0 and var all ? Math.Round(share * all, 4) : null;

    private string Days(int week) => _window.Days(week, week + _span - 1);

    private ChartPoint PointAt(int week, double? value, bool marked, string language)
    {
        var day = Period.Parse(Reading.Days.Iso(_window.First(week)));
        return new ChartPoint
        {
            Label = day.Text,
            Period = day,
            // A week without any story of any area was not read rather than quiet.
            Value = Stories(_counts.All, week) == 0 ? null : value,
            Mark = marked ? PointMark.Highlight : PointMark.None,
            Note = !marked ? null : Phrases.IsSwedish(language) ? "fler än vanligt" : "more than usual",
        };
    }
}
