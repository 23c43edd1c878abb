using System.Numerics;
using System.Runtime.InteropServices;
using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>Scores the labels of all other groups while a text is read for the labels proper.</summary>
internal sealed class TagScorer
{
    private readonly IReadOnlyList<TagGroupData> _groups;
    private readonly TagFeatures _features;
    private readonly float[] _weights;

    public TagScorer(TagData tags, IReadOnlyList<Half> rarity)
    {
        (_groups, _features) = (tags.Groups, new TagFeatures(rarity, tags.Lowest, tags.Highest));
        // A row is as long as whole vectors: all labels are added at once.
        Stride = (_groups.Sum(group => group.Labels.Count) + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[_features.Count * Stride];
        var l = 0;
        foreach (var (label, weights) in _groups.SelectMany(group => group.Labels.Zip(group.Weights)))
        {
            for (var f = 0; f < weights.Length; f++)
                _weights[(f * Stride) + l] = weights[f] * label.WeightStep;
            l++;
        }
    }

    /// <summary>Numbers a block's sums take.</summary>
    public int Stride { get; }

    /// <summary>Adds a feature of a text to the sums of its block.</summary>
    public void Add(Span<float> sums, int feature, float value)
    {
        var place = _features.PlaceOf(feature);
        if (place < 0)
            return;
        var row = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(place * Stride, Stride));
        var into = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (var v = 0; v < row.Length; v++)
            into[v] += row[v] * value;
    }

    /// <summary>The scores of a text.</summary>
    /// <param name="sums">Per block the sums of the labels.</param>
    /// <param name="factors">Per block the factor of its sums.</param>
    public IReadOnlyList<TagScore> Scores(ReadOnlySpan<float> sums, ReadOnlySpan<float> factors)
    {
        var nothing = !factors.ContainsAnyExcept(0f);
        var told = new List<TagScore>(Stride);
        foreach (var group in _groups)
        {
            var first = told.Count;
            var scores = new double[group.Labels.Count];
            for (var k = 0; k < scores.Length; k++)
            {
                scores[k] = group.Labels[k].Bias;
                for (var block = 0; block < factors.Length; block++)
                    scores[k] += sums[(block * Stride) + first + k] * factors[block];
            }

            told.AddRange(group.Exclusive ? OneOf(group, scores, nothing) : Each(group, scores, nothing));
        }

        return told;
    }

    private static IEnumerable<TagScore> Each(TagGroupData group, double[] scores, bool nothing) => group.Labels.Select((label, k) =>
    {
        var probability = nothing ? 0 : label.Calibration.Probability(scores[k]);
        return new TagScore(group.Id, label.Label, probability, label.Threshold, probability >= label.Threshold);
    });

    private static IEnumerable<TagScore> OneOf(TagGroupData group, double[] scores, bool nothing)
    {
        var probabilities = Softmax.Probabilities([.. group.Labels.Select(label => label.Calibration)], scores);
        var likeliest = Array.IndexOf(probabilities, probabilities.Max());
        return group.Labels.Select((label, k) => new TagScore(
            group.Id, label.Label, probabilities[k], label.Threshold, k == likeliest && !nothing && probabilities[k] >= label.Threshold));
    }
}
