namespace Foresight.Engine.Classify.Judging;

/// <summary>The precision at each true text of the ranking by probability, averaged; texts of one probability come together.</summary>
internal static class AveragePrecision
{
    public static double Of(Decisions decisions, int label)
    {
        var ranking = Enumerable.Range(0, decisions.Texts).GroupBy(text => decisions.Probability(text, label)).OrderByDescending(group => group.Key);
        var (seen, hits, sum) = (0, 0, 0.0);
        foreach (var group in ranking)
        {
            var found = group.Count(text => decisions.True(text, label));
            seen += group.Count();
            hits += found;
            sum += found * ((double)hits / seen);
        }

        return hits == 0 ? 0 : sum / hits;
    }
}
