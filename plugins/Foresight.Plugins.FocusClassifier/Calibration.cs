namespace Foresight.Plugins.FocusClassifier;

/// <summary>Turns a score into a probability: 1 / (1 + exp(-(slope × score + offset))), fitted on texts that the weights never saw (Platt 1999).</summary>
internal readonly record struct Calibration(double Slope, double Offset)
{
    public double Probability(double score) => 1 / (1 + Math.Exp(-((Slope * score) + Offset)));

    /// <summary>Fits by Newton's method with Platt's targets, which keep a separable label from probabilities of 0 and 1 (Lin, Lin and Weng 2007).</summary>
    public static Calibration Fit(IReadOnlyList<float> scores, IReadOnlyList<bool> belongs)
    {
        var positives = belongs.Count(b => b);
        var negatives = belongs.Count - positives;
        var high = (positives + 1.0) / (positives + 2.0);
        var low = 1 / (negatives + 2.0);
        var current = new Calibration(1, Math.Log((positives + 1.0) / (negatives + 1.0)));
        var loss = Loss(current);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var (h11, h12, h22, g1, g2) = (1e-9, 0.0, 1e-9, 0.0, 0.0);
            for (var i = 0; i < scores.Count; i++)
            {
                var p = current.Probability(scores[i]);
                var d = p - (belongs[i] ? high : low);
                var w = p * (1 - p);
                h11 += scores[i] * scores[i] * w;
                h12 += scores[i] * w;
                h22 += w;
                g1 += scores[i] * d;
                g2 += d;
            }

            if (Math.Abs(g1) < 1e-6 && Math.Abs(g2) < 1e-6)
                break;
            var determinant = (h11 * h22) - (h12 * h12);
            var (stepSlope, stepOffset) = (((h22 * g1) - (h12 * g2)) / determinant, ((h11 * g2) - (h12 * g1)) / determinant);
            var better = false;
            for (var size = 1.0; size > 1e-8 && !better; size /= 2)
            {
                var next = new Calibration(current.Slope - (size * stepSlope), current.Offset - (size * stepOffset));
                var nextLoss = Loss(next);
                if (nextLoss < loss)
                    (current, loss, better) = (next, nextLoss, true);
            }

            if (!better)
                break;
        }

        return current;

        double Loss(Calibration c)
        {
            var sum = 0.0;
            for (var i = 0; i < scores.Count; i++)
            {
                var x = (c.Slope * scores[i]) + c.Offset;
                var target = belongs[i] ? high : low;
                // log(1 + exp(x)) - target × x, without overflow.
                sum += Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))) - (target * x);
            }

            return sum;
        }
    }
}
