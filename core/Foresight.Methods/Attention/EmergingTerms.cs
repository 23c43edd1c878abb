namespace Foresight.Methods.Attention;

/// <summary>
/// Terms of low frequency before and fast growth now, told by several independent publishers. Each term's stories now are tested against those before by
/// Fisher's exact test; the p-values are adjusted together (<see cref="FalseDiscovery"/>). Only terms that came often enough now are counted, a choice that
/// favours those that rose, so the adjustment counts as many tests as the stream has different terms.
/// </summary>
public static class EmergingTerms
{
    /// <summary>Finds them, the surest first.</summary>
    /// <param name="counter">The counted documents.</param>
    /// <param name="options">What makes a term emerge; null for the defaults.</param>
    public static IReadOnlyList<EmergingTerm> Find(TermCounter counter, EmergingTermOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(counter);
        options ??= new EmergingTermOptions();
        var all = counter.Stories;
        var reports = counter.Reports;
        var tested = new List<(string Term, TermSeries Series, RateChange Change, double P)>();
        foreach (var (term, series) in counter.Finish())
        {
            var change = Of(series.Stories, all, options.Now);
            if (change.Now + change.Before >= options.LeastStories)
            {
                tested.Add((term, series, change, change.PValue));
            }
        }

        var adjusted = FalseDiscovery.Adjust([.. tested.Select(test => test.P)], counter.DifferentTerms);
        var found = new List<EmergingTerm>();
        for (var i = 0; i < tested.Count; i++)
        {
            var (term, series, change, p) = tested[i];
            if (adjusted[i] <= options.FalseDiscovery && change.Now >= options.LeastStories && series.Publishers >= options.LeastPublishers
                && change.Before <= options.MostBefore * change.AllBefore && change.Ratio >= options.LeastRatio
                && !WasSoAYearAgo(series.Stories, all, change, options))
            {
                found.Add(new EmergingTerm(term, change, Of(series.Reports, reports, options.Now), series.Publishers, p, adjusted[i]));
            }
        }

        return [.. found.OrderBy(term => term.PValue).ThenBy(term => term.Term, StringComparer.Ordinal)];
    }

    private static RateChange Of(ReadOnlySpan<int> counts, ReadOnlySpan<int> all, int now) =>
        new(Batches.Sum(counts[^now..]), Batches.Sum(all[^now..]), Batches.Sum(counts[..^now]), Batches.Sum(all[..^now]));

    private static bool WasSoAYearAgo(ReadOnlySpan<int> counts, ReadOnlySpan<int> all, RateChange change, EmergingTermOptions options)
    {
        var from = counts.Length - options.Year - options.Now;
        if (options.Year == 0 || from < 0)
        {
            return false;
        }

        // Two batches more to each side: Easter and the start of school move.
        var (first, end) = (Math.Max(0, from - 2), Math.Min(counts.Length - options.Now, from + options.Now + 2));
        var (then, allThen) = (Batches.Sum(counts[first..end]), Batches.Sum(all[first..end]));
        return allThen > 0 && then > 0 && new RateChange(change.Now, change.AllNow, then, allThen).Ratio < options.LeastRatio;
    }
}
