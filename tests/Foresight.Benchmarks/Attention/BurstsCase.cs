using System.Globalization;
using System.Runtime.InteropServices;
using Foresight.Methods.Attention;
using Foresight.Plugins.Signals.Attention;

namespace Foresight.Benchmarks.Attention;

/// <summary>One measurement, in a process of its own: <c>case bursts-(stream|naive)-COUNT FOLDER</c>.</summary>
internal static class BurstsCase
{
    public const string Prefix = "bursts-";
    private const int Recent = 8;

    public static Task RunAsync(string name)
    {
        var (what, count) = name.Split('-') is [_, var first, var second]
            ? (first, int.Parse(second, CultureInfo.InvariantCulture))
            : throw new ArgumentException($"There is no case {name}.");
        return Measure.Report(() => Task.FromResult(what switch
        {
            "stream" => Stream(count),
            "naive" => Naive(count),
            _ => throw new ArgumentException($"There is no case {name}."),
        }));
    }

    /// <summary>As the analyses do it: words read, terms and areas counted per week, then all searched.</summary>
    private static (long Rows, string Note) Stream(int count)
    {
        var terms = new Terms([]);
        var counter = new TermCounter(NewsTexts.Weeks, Recent);
        var areas = Enumerable.Range(0, NewsTexts.Areas).Select(_ => new int[NewsTexts.Weeks]).ToArray();
        foreach (var (week, text, publisher, beginsStory, area) in NewsTexts.NewestFirst(count))
        {
            counter.Add(week, [.. terms.Of(text, "sv").Keys], publisher, beginsStory);
            areas[area][week] += beginsStory ? 1 : 0;
        }

        var all = counter.Stories.ToArray();
        var bursts = areas.Sum(series => ReferenceBursts.Find(series, all).Count) + counter.Finish().Sum(term => ReferenceBursts.Find(term.Series.Stories, all).Count);
        var emerging = EmergingTerms.Find(counter);
        return (count, string.Create(
            CultureInfo.InvariantCulture,
            $"{counter.Finish().Count:N0} terms and {NewsTexts.Areas} areas searched, {bursts:N0} bursts, new words: {string.Join(", ", emerging.Select(term => term.Term))}"));
    }

    /// <summary>The yardstick: every term of every week in a dictionary.</summary>
    private static (long Rows, string Note) Naive(int count)
    {
        var terms = new Terms([]);
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var (week, text, _, beginsStory, _) in NewsTexts.NewestFirst(count))
        {
            foreach (var term in terms.Of(text, "sv").Keys)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _) ??= new int[NewsTexts.Weeks])[week] += beginsStory ? 1 : 0;
            }
        }

        return (count, string.Create(CultureInfo.InvariantCulture, $"{counts.Count:N0} terms counted, none searched"));
    }
}
