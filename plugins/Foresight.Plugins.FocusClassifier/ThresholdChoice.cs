namespace Foresight.Plugins.FocusClassifier;

/// <summary>Chooses from which probability on a text belongs to a label.</summary>
internal static class ThresholdChoice
{
    /// <summary>The threshold with the best F1 on held-out texts, halfway to the next probability below it.</summary>
    public static double Best(IReadOnlyList<double> probabilities, IReadOnlyList<bool> belongs)
    {
        var order = Enumerable.Range(0, probabilities.Count).OrderByDescending(i => probabilities[i]).ToArray();
        var positives = belongs.Count(b => b);
        var (best, threshold, hits) = (0.0, 0.5, 0);
        for (var k = 0; k < order.Length; k++)
        {
            hits += belongs[order[k]] ? 1 : 0;
            var here = probabilities[order[k]];
            var next = k + 1 < order.Length ? probabilities[order[k + 1]] : 0;
            var f1 = 2.0 * hits / (k + 1 + positives);
            if (f1 > best && next < here)
                (best, threshold) = (f1, (here + next) / 2);
        }

        return threshold;
    }
}
