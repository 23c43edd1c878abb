using Foresight.Sdk;

namespace Foresight.Engine.Classify.Outside;

/// <summary>A classifier with thresholds in place of its own.</summary>
internal sealed class ChosenThresholds(IClassifier classifier, IReadOnlyDictionary<string, double> thresholds) : IClassifier
{
    public IReadOnlyList<string> Labels => classifier.Labels;

    public IReadOnlyList<Verdict> Classify(IReadOnlyList<ClassifierText> texts) => [.. classifier.Classify(texts).Select(verdict => verdict.With(thresholds))];
}

/// <summary>The one place that puts a threshold into a score.</summary>
internal static class ThresholdedVerdict
{
    public static Verdict With(this Verdict verdict, IReadOnlyDictionary<string, double> thresholds) => verdict with
    {
        Scores = [.. verdict.Scores.Select(score => thresholds.TryGetValue(score.Label, out var threshold) ? score with { Threshold = threshold, Lower = Math.Min(score.Lower, threshold), Upper = Math.Max(score.Upper, threshold) } : score)],
    };
}
