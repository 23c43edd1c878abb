namespace Foresight.Engine.Classify.Judging;

/// <summary>What was said instead of what is true.</summary>
internal static class Confusions
{
    private const string None = "none";

    public static IReadOnlyList<Confusion> Of(Decisions decisions)
    {
        var pairs = Enumerable.Range(0, decisions.Texts).SelectMany(text => In(decisions, text));
        return [.. pairs.CountBy(pair => pair)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.True, StringComparer.Ordinal).ThenBy(pair => pair.Key.Said, StringComparer.Ordinal)
            .Select(pair => new Confusion(pair.Key.True, pair.Key.Said, pair.Value))];
    }

    private static IEnumerable<(string True, string Said)> In(Decisions decisions, int text)
    {
        var labels = Enumerable.Range(0, decisions.Labels.Count).ToArray();
        var missed = Names(label => decisions.True(text, label) && !decisions.Said(text, label));
        var wrong = Names(label => !decisions.True(text, label) && decisions.Said(text, label));
        var belongs = labels.Any(label => decisions.True(text, label));
        var said = labels.Any(label => decisions.Said(text, label));
        return from truth in belongs ? missed : [None] from instead in said ? wrong : [None] where belongs || said select (truth, instead);

        string[] Names(Func<int, bool> where) => [.. labels.Where(where).Select(label => decisions.Labels[label])];
    }
}
