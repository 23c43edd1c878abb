namespace Foresight.Plugins.FocusClassifier;

/// <summary>Logistic regression on a few inputs by Newton's method: the same numbers on every machine and thread.</summary>
internal static class LogisticFit
{
    private const int MaxSteps = 50;

    /// <summary>Fits coefficients, one per input, and then the offset.</summary>
    /// <param name="inputs">Per input its value for each text.</param>
    /// <param name="targets">Per text the wanted probability.</param>
    /// <param name="weights">Per text how much it counts.</param>
    /// <param name="ridge">Per input how strongly its coefficient is held small (L2 on the sum of the losses).</param>
    public static double[] Fit(IReadOnlyList<float[]> inputs, double[] targets, float[] weights, IReadOnlyList<double> ridge)
    {
        var size = inputs.Count + 1;
        // Text by text, with a 1 for the offset: the sums run along rows.
        var rows = new double[targets.Length * size];
        var (wanted, all) = (0.0, 0.0);
        for (var i = 0; i < targets.Length; i++)
        {
            for (var j = 0; j < inputs.Count; j++)
                rows[(i * size) + j] = inputs[j][i];
            rows[(i * size) + size - 1] = 1;
            wanted += weights[i] * targets[i];
            all += weights[i];
        }

        var current = new double[size];
        current[^1] = Math.Log((wanted + 1e-3) / (all - wanted + 1e-3));
        var (loss, scores) = Loss(current);
        for (var iteration = 0; iteration < MaxSteps; iteration++)
        {
            var (hessian, gradient) = (new double[size, size], new double[size]);
            for (var j = 0; j < size; j++)
            {
                hessian[j, j] = 1e-9 + Ridge(j);
                gradient[j] = Ridge(j) * current[j];
            }

            Add(rows, targets, weights, scores, hessian, gradient);
            if (gradient.All(g => Math.Abs(g) < 1e-6))
                break;
            var step = Solve(hessian, gradient);
            var better = false;
            for (var part = 1.0; part > 1e-8 && !better; part /= 2)
            {
                var next = current.Select((value, j) => value - (part * step[j])).ToArray();
                var (nextLoss, nextScores) = Loss(next);
                if (nextLoss < loss)
                    (current, loss, scores, better) = (next, nextLoss, nextScores, true);
            }

            if (!better)
                break;
        }

        return current;

        double Ridge(int j) => j < ridge.Count ? ridge[j] : 0;

        (double Loss, double[] Scores) Loss(double[] c)
        {
            var sum = 0.0;
            for (var j = 0; j < ridge.Count; j++)
                sum += ridge[j] * c[j] * c[j] / 2;
            var given = new double[targets.Length];
            for (var i = 0; i < targets.Length; i++)
            {
                if (weights[i] == 0)
                    continue;
                var s = 0.0;
                var row = rows.AsSpan(i * size, size);
                for (var j = 0; j < row.Length; j++)
                    s += c[j] * row[j];
                given[i] = s;
                // log(1 + exp(s)) - target × s, without overflow.
                sum += weights[i] * (Math.Max(s, 0) + Math.Log(1 + Math.Exp(-Math.Abs(s))) - (targets[i] * s));
            }

            return (sum, given);
        }
    }

    /// <summary>Adds every text's part of the gradient and of the lower half of the Hessian.</summary>
    private static void Add(double[] rows, double[] targets, float[] weights, double[] scores, double[,] hessian, double[] gradient)
    {
        var size = gradient.Length;
        for (var i = 0; i < targets.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            var row = rows.AsSpan(i * size, size);
            var p = 1 / (1 + Math.Exp(-scores[i]));
            var (error, curve) = (weights[i] * (p - targets[i]), weights[i] * p * (1 - p));
            for (var j = 0; j < size; j++)
            {
                gradient[j] += error * row[j];
                var weighted = curve * row[j];
                for (var k = 0; k <= j; k++)
                    hessian[j, k] += weighted * row[k];
            }
        }
    }

    /// <summary>Solves for the lower half of a positive definite matrix, by Cholesky; overwrites it.</summary>
    public static double[] Solve(double[,] lower, double[] right)
    {
        var size = right.Length;
        var solved = (double[])right.Clone();
        for (var j = 0; j < size; j++)
        {
            for (var i = j; i < size; i++)
            {
                var sum = lower[i, j];
                for (var k = 0; k < j; k++)
                    sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[j, j];
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
                solved[i] -= lower[i, k] * solved[k];
            solved[i] /= lower[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
                solved[i] -= lower[k, i] * solved[k];
            solved[i] /= lower[i, i];
        }

        return solved;
    }
}
