using Foresight.Methods.Attention;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>A burst that is under way.</summary>
/// <param name="Label">The area, topic or term.</param>
/// <param name="Series">Its counts.</param>
/// <param name="Burst">The burst, its weeks counted in the window.</param>
/// <param name="Before">The label's share of stories that is usual.</param>
/// <param name="Adjusted">The p-value, adjusted over all that were looked at.</param>
internal sealed record UnderWay(string Label, NewsSeries Series, Burst Burst, double Before, double Adjusted)
{
    public long Reports => Series.Reports[Burst.Start..(Burst.End + 1)].Sum(count => (long)count);
}

/// <summary>Looks for bursts that last until now, over many labels at once.</summary>
internal static class BurstWatch
{
    private const int Year = 52;
    private const double MostLikelyTheSame = 0.05;

    /// <summary>How many weeks say what is usual.</summary>
    public static int Reference { get; } = new ReferenceBurstOptions().Reference;

    /// <summary>The label's stories in the weeks that say what is usual.</summary>
    public static int Usual(NewsSeries series) => series.Stories[Math.Max(0, series.Stories.Length - 1 - Reference)..^1].Sum();

    /// <summary>Finds them, the surest first.</summary>
    /// <param name="watched">The labels with their counts.</param>
    /// <param name="all">All stories per week.</param>
    /// <param name="falseDiscovery">The share of false ones that is accepted.</param>
    /// <param name="tests">How many labels were looked at, where only the likely ones are given.</param>
    public static IReadOnlyList<UnderWay> Find(IEnumerable<(string Label, NewsSeries Series)> watched, int[] all, double falseDiscovery, int tests = 0)
    {
        var first = Math.Max(0, Array.FindIndex(all, count => count > 0));
        var looked = watched.Select(label => (label.Label, label.Series, Burst: Now(label.Series, all, first))).ToArray();
        var adjusted = FalseDiscovery.Adjust([.. looked.Select(label => label.Burst?.PValue ?? 1)], tests);
        return
        [
            .. looked.Select((label, i) => (label, Adjusted: adjusted[i]))
                .Where(found => found.label.Burst is not null && found.Adjusted <= falseDiscovery && !WasSoAYearAgo(found.label.Series.Stories, all, found.label.Burst))
                .OrderByDescending(found => found.label.Burst!.Weight).ThenBy(found => found.label.Label, StringComparer.Ordinal)
                .Select(found => new UnderWay(
                    found.label.Label, found.label.Series, found.label.Burst!, found.label.Burst!.Expected / found.label.Burst!.Documents, found.Adjusted)),
        ];
    }

    /// <summary>All bursts of a label, also those that are over.</summary>
    public static IReadOnlyList<Burst> Of(NewsSeries series, int[] all)
    {
        var first = Math.Max(0, Array.FindIndex(all, count => count > 0));
        return [.. ReferenceBursts.Find(series.Stories.AsSpan(first..), all.AsSpan(first..)).Select(burst => burst with { Start = burst.Start + first, End = burst.End + first })];
    }

    /// <summary>Whether the same weeks of a year ago, or as many up to two weeks from them, had about the same share: the season's news is no burst.</summary>
    private static bool WasSoAYearAgo(int[] stories, int[] all, Burst burst)
    {
        for (var shift = -2; shift <= 2; shift++)
        {
            var (from, end) = (burst.Start - Year + shift, burst.End - Year + shift + 1);
            if (from < 0 || end > burst.Start)
            {
                continue;
            }

            var (then, allThen) = (stories[from..end].Sum(), all[from..end].Sum());
            if (allThen >= burst.Documents / 4 && new RateChange(burst.Relevant, burst.Documents, then, allThen).PValue > MostLikelyTheSame)
            {
                return true;
            }
        }

        return false;
    }

    private static Burst? Now(NewsSeries series, int[] all, int first) =>
        ReferenceBursts.Find(series.Stories.AsSpan(first..), all.AsSpan(first..)) is [.., var last] && last.End + first == all.Length - 1
            ? last with { Start = last.Start + first, End = last.End + first }
            : null;
}
