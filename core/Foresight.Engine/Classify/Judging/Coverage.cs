namespace Foresight.Engine.Classify.Judging;

/// <summary>What a model that may leave decisions open says, and how much of that is right.</summary>
internal static class Coverage
{
    private const int Points = 11;
    private const double Step = 0.05;

    /// <summary>From all positive decisions down to half of them.</summary>
    public static IReadOnlyList<CoveragePoint> Of(Decisions decisions, int support)
    {
        var all = from text in Enumerable.Range(0, decisions.Texts)
                  from label in Enumerable.Range(0, decisions.Labels.Count)
                  where decisions.Said(text, label)
                  orderby decisions.Margin(text, label) descending
                  select (Margin: decisions.Margin(text, label), True: decisions.True(text, label));
        var said = all.ToArray();
        if (said.Length == 0)
            return [];
        return [.. Enumerable.Range(0, Points).Select(point =>
        {
            var coverage = 1 - (point * Step);
            var kept = Math.Max(1, (int)Math.Round(coverage * said.Length));
            var hits = said.Take(kept).Count(decision => decision.True);
            return new CoveragePoint(Math.Round(coverage, 2), said[kept - 1].Margin, kept, (double)hits / kept, support == 0 ? 0 : (double)hits / support);
        })];
    }
}
