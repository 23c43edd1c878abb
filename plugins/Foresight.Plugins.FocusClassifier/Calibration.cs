namespace Foresight.Plugins.FocusClassifier;

/// <summary>Turns a score into a probability: 1 / (1 + exp(-(slope × score + offset))), fitted on texts that the weights never saw (Platt 1999).</summary>
internal readonly record struct Calibration(double Slope, double Offset)
{
    public double Probability(double score) => 1 / (1 + Math.Exp(-((Slope * score) + Offset)));

    /// <summary>Fits with Platt's targets, which keep a separable label from probabilities of 0 and 1 (Lin, Lin and Weng 2007).</summary>
    public static Calibration Fit(IReadOnlyList<float> scores, IReadOnlyList<bool> belongs)
    {
        var fitted = LogisticFit.Fit([scores], Targets(belongs), [0]);
        return new Calibration(fitted[0], fitted[1]);
    }

    /// <summary>Platt's targets: a little inside of 0 and 1, the less the more texts there are.</summary>
    public static double[] Targets(IReadOnlyList<bool> belongs)
    {
        var positives = belongs.Count(b => b);
        var high = (positives + 1.0) / (positives + 2.0);
        var low = 1 / (belongs.Count - positives + 2.0);
        return [.. belongs.Select(b => b ? high : low)];
    }
}
