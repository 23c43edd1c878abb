using System.Runtime.InteropServices;
using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// Why a label was given: the words of the text itself. A word's weight is the sum over its grams (the word, its characters, half of each pair
/// that it is in), so the weights of all words and the bias add up to the score.
/// </summary>
internal static class Reasons
{
    /// <summary>Words rarer than this (in a fifth of the texts at most) are worth naming; "och" is no reason.</summary>
    private static readonly float MinRarity = MathF.Log(5) + 1;

    public static Dictionary<int, TermWeight[]> Of(
        in Passage passage, GramReader reader, WeightTable table, IReadOnlyList<int> labels, float[] factors, int terms)
    {
        var words = new List<(int Start, int Length)>();
        var weights = new List<float>();
        var sink = new WeighingSink(reader, table, factors, labels, words, weights);
        reader.Read(passage, ref sink);

        var sums = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (var w = 0; w < words.Count; w++)
        {
            if (weights[(w * (labels.Count + 1)) + labels.Count] < MinRarity)
                continue;
            var word = passage.Text.Substring(words[w].Start, words[w].Length).ToLowerInvariant();
            if (!word.Any(char.IsLetter))
                continue;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, word, out _);
            sum ??= new float[labels.Count];
            for (var k = 0; k < labels.Count; k++)
                sum[k] += weights[(w * (labels.Count + 1)) + k];
        }

        return labels.Select((label, k) => (label, Strongest(sums, k, terms))).ToDictionary(pair => pair.label, pair => pair.Item2);
    }

    /// <summary>The strongest for the label, then half as many against it.</summary>
    private static TermWeight[] Strongest(Dictionary<string, float[]> sums, int k, int terms)
    {
        var ordered = sums.Select(pair => new TermWeight(pair.Key, pair.Value[k]))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Term, StringComparer.Ordinal).ToArray();
        return [.. ordered.Where(term => term.Weight > 0).Take(terms), .. ordered.Where(term => term.Weight < 0).TakeLast(terms / 2)];
    }
}

/// <summary>Adds up what each word of a text weighs for some labels; the last number of a word is its rarity.</summary>
internal readonly struct WeighingSink(
    GramReader reader, WeightTable table, float[] factors, IReadOnlyList<int> labels, List<(int Start, int Length)> words, List<float> weights) : IGramSink
{
    public void BeginWord(int start, int length)
    {
        words.Add((start, length));
        for (var k = 0; k < labels.Count; k++)
            weights.Add(0);
        // Unknown until its first gram, the word itself, comes: NaN compares false with every rarity, so an unseen word is kept.
        weights.Add(float.NaN);
    }

    public void Add(int slot)
    {
        var row = table.Row(slot);
        var own = CollectionsMarshal.AsSpan(weights)[^(labels.Count + 1)..];
        if (float.IsNaN(own[^1]))
            own[^1] = row[0] == 0 ? float.PositiveInfinity : row[0];
        Weigh(own, row, factors[reader.BlockOf(slot)]);
    }

    public void AddPair(int slot)
    {
        var row = table.Row(slot);
        var all = CollectionsMarshal.AsSpan(weights);
        Weigh(all[^(labels.Count + 1)..], row, factors[reader.BlockOf(slot)] / 2);
        Weigh(all[^(2 * (labels.Count + 1))..], row, factors[reader.BlockOf(slot)] / 2);
    }

    private void Weigh(Span<float> word, ReadOnlySpan<float> row, float factor)
    {
        for (var k = 0; k < labels.Count; k++)
            word[k] += factor * row[0] * row[labels[k] + 1];
    }
}
