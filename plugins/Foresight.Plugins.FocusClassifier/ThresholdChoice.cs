namespace Foresight.Plugins.FocusClassifier;

/// <summary>Chooses from which probability on a text belongs to a label.</summary>
internal static class ThresholdChoice
{
    /// <summary>
    /// How far a text's log odds count as uncertain when the best F1 is sought: the peak of the plain curve on a few hundred texts is chance.
    /// </summary>
    private const double Smoothing = 0.4;

    private const double Lowest = -4;
    private const double Highest = 3;
    private const double Step = 0.05;

    /// <summary>The threshold with the best smoothed F1 on held-out texts.</summary>
    public static double Best(Calibration calibration, float[] heldOut, Lesson lesson)
    {
        var steps = (int)Math.Round((Highest - Lowest) / Step) + 1;
        var factor = Math.Exp(Step / Smoothing);
        var (said, hits, positives) = (new double[steps], new double[steps], 0.0);
        for (var i = 0; i < heldOut.Length; i++)
        {
            double weight = lesson.Weights[i];
            if (weight == 0)
                continue;
            var belongs = lesson.Belongs[i];
            positives += belongs ? weight : 0;
            // From one threshold to the next the exponential grows by the same factor.
            var power = Math.Exp((Lowest - ((calibration.Slope * heldOut[i]) + calibration.Offset)) / Smoothing);
            for (var step = 0; step < steps; step++, power *= factor)
            {
                var above = weight / (1 + power);
                said[step] += above;
                if (belongs)
                    hits[step] += above;
            }
        }

        var (best, threshold) = (0.0, 0.0);
        for (var step = 0; step < steps; step++)
        {
            var f1 = 2 * hits[step] / (said[step] + positives);
            if (f1 > best)
                (best, threshold) = (f1, Lowest + (step * Step));
        }

        return 1 / (1 + Math.Exp(-threshold));
    }
}
