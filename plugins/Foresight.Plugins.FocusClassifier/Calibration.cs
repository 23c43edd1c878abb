namespace Foresight.Plugins.FocusClassifier;

/// <summary>Turns a score into a probability: 1 / (1 + exp(-(slope × score + offset))), fitted on texts that the weights never saw (Platt 1999).</summary>
internal readonly record struct Calibration(double Slope, double Offset)
{
    public double Probability(double score) => 1 / (1 + Math.Exp(-((Slope * score) + Offset)));

    /// <summary>Fits with Platt's targets, which keep a separable label from probabilities of 0 and 1 (Lin, Lin and Weng 2007).</summary>
    public static Calibration Fit(float[] scores, Lesson lesson)
    {
        var fitted = LogisticFit.Fit([scores], Targets(lesson), lesson.Weights, [0]);
        return new Calibration(fitted[0], fitted[1]);
    }

    /// <summary>Platt's targets: a little inside of 0 and 1, the less the more texts there are.</summary>
    public static double[] Targets(Lesson lesson)
    {
        var (positives, all) = (0.0, 0.0);
        for (var i = 0; i < lesson.Belongs.Length; i++)
        {
            positives += lesson.Belongs[i] ? lesson.Weights[i] : 0;
            all += lesson.Weights[i];
        }

        var high = (positives + 1) / (positives + 2);
        var low = 1 / (all - positives + 2);
        return [.. lesson.Belongs.Select(b => b ? high : low)];
    }
}
