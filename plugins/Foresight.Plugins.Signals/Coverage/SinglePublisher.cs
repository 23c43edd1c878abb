using Foresight.Plugins.Reading;
using Foresight.Plugins.Signals.Attention;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Coverage;

/// <summary>Focus areas of which all stories are now from one publisher, and were from several before.</summary>
internal static class SinglePublisher
{
    private const int LeastStories = 5;
    private const double Weight = 0.3;

    public static IEnumerable<Signal> Find(IReadOnlyList<AreaEvidence> now, IReadOnlyList<AreaEvidence> before, WatchCoverage coverage, CoverageGapsOptions options) =>
        now.Zip(before).Where(pair => pair.First is { Stories: >= LeastStories, Publishers.Count: 1 } && pair.Second.Publishers.Count > 1)
            .Select(pair => SignalOf(pair.First, pair.Second, coverage, options));

    private static Signal SignalOf(AreaEvidence now, AreaEvidence before, WatchCoverage coverage, CoverageGapsOptions options)
    {
        string Months(string language) => Phrases.LastMonths(options.Months, language);
        var period = $"focus_area={now.Area.Id} published={Days.Iso(coverage.Months[0].Start)}..{Days.Iso(coverage.Last)}";
        return new Signal
        {
            Id = "coverage/publisher/" + now.Area.Id,
            Kind = "coverage",
            FocusArea = now.Area.Id,
            Headline = new LocalText(
                $"{now.Area.ShortName.Sv} hörs bara från {now.Publishers[0]} under {Months("sv")}: alla {Wording.Number(now.Stories, "sv")} nyheter; tiden före hade {Phrases.Count(before.Publishers.Count, "sv")} utgivare.",
                $"{now.Area.ShortName.En} is heard from {now.Publishers[0]} only in {Months("en")}: all {Wording.Number(now.Stories, "en")} stories; the time before had {Phrases.Count(before.Publishers.Count, "en")} publishers."),
            Caveat = new LocalText(
                "Säger något om vår bevakning, inte om området: bilden är en enda avsändares.",
                "Tells of what we watch, not of the area: the picture is a single sender's."),
            Weight = Weight,
            Chart = options.Chart,
            Publishers = 1,
            Method = "coverage",
            Figures = [new SignalFigure("publishers", 1), new SignalFigure("publishers-before", before.Publishers.Count), new SignalFigure("stories", now.Stories)],
            Evidence =
            [
                NewsEvidence.Count("classifications", now.Stories, period, "count of stories that belong"),
                NewsEvidence.Count("classifications", 1, period, "count of their publishers"),
                NewsEvidence.Count("classifications", before.Publishers.Count, period, "count of publishers in as many months before"),
            ],
        };
    }
}
