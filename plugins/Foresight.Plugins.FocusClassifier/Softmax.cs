namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// Turns the scores of labels of which a text has one into probabilities that sum to 1: exp(slope × score + offset) of each over the sum of
/// all. One slope, an offset per label, fitted on held-out texts.
/// </summary>
internal static class Softmax
{
    private const int MaxSteps = 50;

    /// <summary>Keeps the numbers finite where the texts are told apart without a fault.</summary>
    private const double Ridge = 0.01;

    public static double[] Probabilities(IReadOnlyList<Calibration> calibrations, ReadOnlySpan<double> scores)
    {
        var probabilities = new double[scores.Length];
        var highest = double.NegativeInfinity;
        for (var k = 0; k < probabilities.Length; k++)
            highest = Math.Max(highest, probabilities[k] = (calibrations[k].Slope * scores[k]) + calibrations[k].Offset);
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
            sum += probabilities[k] = Math.Exp(probabilities[k] - highest);
        for (var k = 0; k < probabilities.Length; k++)
            probabilities[k] /= sum;
        return probabilities;
    }

    /// <summary>Fits by Newton's method.</summary>
    /// <param name="scores">Per label the held-out score of each text.</param>
    /// <param name="label">Per text the one label that it has.</param>
    /// <param name="weights">Per text how much it counts.</param>
    public static Calibration[] Fit(IReadOnlyList<float[]> scores, int[] label, float[] weights)
    {
        // The offsets, then the slope.
        var current = new double[scores.Count + 1];
        current[^1] = 1;
        var loss = Loss(current);
        for (var iteration = 0; iteration < MaxSteps; iteration++)
        {
            var (hessian, gradient) = Curve(current);
            if (gradient.All(g => Math.Abs(g) < 1e-6))
                break;
            var step = LogisticFit.Solve(hessian, gradient);
            var better = false;
            for (var part = 1.0; part > 1e-8 && !better; part /= 2)
            {
                var next = current.Select((value, j) => value - (part * step[j])).ToArray();
                var nextLoss = Loss(next);
                if (nextLoss < loss)
                    (current, loss, better) = (next, nextLoss, true);
            }

            if (!better)
                break;
        }

        return Calibrations(current);

        Calibration[] Calibrations(double[] c) => [.. scores.Select((_, k) => new Calibration(c[^1], c[k]))];

        double[] Of(Calibration[] calibrations, int i) => Probabilities(calibrations, [.. scores.Select(given => (double)given[i])]);

        double Loss(double[] c)
        {
            var calibrations = Calibrations(c);
            var sum = c.Sum(value => Ridge * value * value / 2);
            for (var i = 0; i < label.Length; i++)
                sum -= weights[i] * Math.Log(Math.Max(Of(calibrations, i)[label[i]], 1e-300));
            return sum;
        }

        (double[,] Hessian, double[] Gradient) Curve(double[] c)
        {
            var (size, last, calibrations) = (c.Length, c.Length - 1, Calibrations(c));
            var (hessian, gradient) = (new double[size, size], new double[size]);
            for (var j = 0; j < size; j++)
                (hessian[j, j], gradient[j]) = (Ridge, Ridge * c[j]);
            for (var i = 0; i < label.Length; i++)
            {
                var p = Of(calibrations, i);
                var (mean, squares) = (0.0, 0.0);
                for (var k = 0; k < last; k++)
                {
                    mean += p[k] * scores[k][i];
                    squares += p[k] * scores[k][i] * scores[k][i];
                }

                for (var k = 0; k < last; k++)
                {
                    var error = weights[i] * (p[k] - (label[i] == k ? 1 : 0));
                    gradient[k] += error;
                    gradient[last] += error * scores[k][i];
                    hessian[last, k] += weights[i] * p[k] * (scores[k][i] - mean);
                    hessian[k, k] += weights[i] * p[k];
                    for (var j = 0; j <= k; j++)
                        hessian[k, j] -= weights[i] * p[k] * p[j];
                }

                hessian[last, last] += weights[i] * (squares - (mean * mean));
            }

            return (hessian, gradient);
        }
    }
}
