using Foresight.Sdk;

namespace Foresight.Benchmarks.Classify;

/// <summary>Our texts joined by some whose labels are what their source says of them: how a municipality's model grows with what it reads.</summary>
internal static class WeakLabels
{
    /// <summary>How many join.</summary>
    public static readonly int[] Counts = [0, 250, 500, 1000, 2000];

    private const int Seed = 1;

    /// <summary>The weak ones are drawn by a seed; a larger draw holds the smaller ones.</summary>
    public static TrainingSet Join(TrainingSet ours, TrainingSet weak, int count, double weight)
    {
        var drawn = weak.Texts.ToArray();
        new Random(Seed).Shuffle(drawn);
        return ours with { Texts = [.. ours.Texts, .. drawn.Take(count).Select(text => text with { Weight = weight })] };
    }
}
