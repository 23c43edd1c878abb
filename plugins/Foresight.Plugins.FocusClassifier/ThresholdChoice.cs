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
    public static double Best(IReadOnlyList<double> probabilities, IReadOnlyList<bool> belongs)
    {
        var odds = probabilities.Select(p => Math.Log(p / (1 - p))).ToArray();
        var positives = belongs.Count(b => b);
        var (best, threshold) = (0.0, 0.0);
        for (var at = Lowest; at <= Highest; at += Step)
        {
            var (said, hits) = (0.0, 0.0);
            for (var i = 0; i < odds.Length; i++)
            {
                var above = 1 / (1 + Math.Exp((at - odds[i]) / Smoothing));
                said += above;
                hits += belongs[i] ? above : 0;
            }

            var f1 = 2 * hits / (said + positives);
            if (f1 > best)
                (best, threshold) = (f1, at);
        }

        return 1 / (1 + Math.Exp(-threshold));
    }
}
