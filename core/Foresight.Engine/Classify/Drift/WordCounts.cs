namespace Foresight.Engine.Classify.Drift;

/// <summary>How often words occur in some texts: runs of two letters or more, in lower case.</summary>
internal sealed class WordCounts
{
    /// <summary>The words that are told apart; the others are counted as one.</summary>
    private const int Commonest = 1000;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public WordCounts(IEnumerable<string[]> texts)
    {
        foreach (var word in texts.SelectMany(text => text))
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
        All = _counts.Values.Sum();
    }

    public int All { get; }

    /// <summary>The words of a text.</summary>
    public static string[] Of(string text)
    {
        var (words, start) = (new List<string>(), 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
                continue;
            if (i - start > 1)
                words.Add(text[start..i].ToLowerInvariant());
            start = i + 1;
        }

        return [.. words];
    }

    /// <summary>The number of words that are not in a vocabulary.</summary>
    public int Without(IReadOnlySet<string> vocabulary) => _counts.Where(word => !vocabulary.Contains(word.Key)).Sum(word => word.Value);

    /// <summary>The Jensen-Shannon divergence of two distributions of words, by logarithms of base 2: 0 for the same, 1 for no word in common.</summary>
    public double DivergenceFrom(WordCounts other)
    {
        if (All == 0 || other.All == 0)
            return 0;
        var told = _counts.Keys.Union(other._counts.Keys, StringComparer.Ordinal)
            .Select(word => (word, One: Share(word), Other: other.Share(word)))
            .OrderByDescending(pair => pair.One + pair.Other).ThenBy(pair => pair.word, StringComparer.Ordinal).Take(Commonest).ToArray();
        var rest = (One: Math.Max(0, 1 - told.Sum(pair => pair.One)), Other: Math.Max(0, 1 - told.Sum(pair => pair.Other)));
        return told.Sum(pair => Part(pair.One, pair.Other)) + Part(rest.One, rest.Other);
    }

    private double Share(string word) => (double)_counts.GetValueOrDefault(word) / All;

    private static double Part(double one, double other)
    {
        var middle = (one + other) / 2;
        return ((one > 0 ? one * Math.Log2(one / middle) : 0) + (other > 0 ? other * Math.Log2(other / middle) : 0)) / 2;
    }
}
