namespace Foresight.Plugins.FocusClassifier;

/// <summary>Logistic regression on a few inputs by Newton's method: the same numbers on every machine and thread.</summary>
internal static class LogisticFit
{
    private const int MaxSteps = 50;

    /// <summary>Fits coefficients, one per input, and then the offset.</summary>
    /// <param name="inputs">Per input its value for each text.</param>
    /// <param name="targets">Per text the wanted probability.</param>
    /// <param name="ridge">Per input how strongly its coefficient is held small (L2 on the sum of the losses).</param>
    public static double[] Fit(IReadOnlyList<IReadOnlyList<float>> inputs, IReadOnlyList<double> targets, IReadOnlyList<double> ridge)
    {
        var size = inputs.Count + 1;
        var current = new double[size];
        current[^1] = Math.Log((targets.Sum() + 1e-3) / (targets.Count - targets.Sum() + 1e-3));
        var loss = Loss(current);
        var x = new double[size];
        x[^1] = 1;
        for (var iteration = 0; iteration < MaxSteps; iteration++)
        {
            var (hessian, gradient) = (new double[size, size], new double[size]);
            for (var j = 0; j < size; j++)
            {
                hessian[j, j] = 1e-9 + Ridge(j);
                gradient[j] = Ridge(j) * current[j];
            }

            for (var i = 0; i < targets.Count; i++)
            {
                for (var j = 0; j < inputs.Count; j++)
                    x[j] = inputs[j][i];
                var p = 1 / (1 + Math.Exp(-Score(current, i)));
                for (var j = 0; j < size; j++)
                {
                    gradient[j] += (p - targets[i]) * x[j];
                    var weighted = p * (1 - p) * x[j];
                    for (var k = 0; k <= j; k++)
                        hessian[j, k] += weighted * x[k];
                }
            }

            if (gradient.All(g => Math.Abs(g) < 1e-6))
                break;
            var step = Solve(hessian, gradient);
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

        return current;

        double Ridge(int j) => j < ridge.Count ? ridge[j] : 0;

        double Score(double[] c, int i)
        {
            var sum = c[^1];
            for (var j = 0; j < inputs.Count; j++)
                sum += c[j] * inputs[j][i];
            return sum;
        }

        double Loss(double[] c)
        {
            var sum = 0.0;
            for (var j = 0; j < ridge.Count; j++)
                sum += ridge[j] * c[j] * c[j] / 2;
            for (var i = 0; i < targets.Count; i++)
            {
                var s = Score(c, i);
                // log(1 + exp(s)) - target × s, without overflow.
                sum += Math.Max(s, 0) + Math.Log(1 + Math.Exp(-Math.Abs(s))) - (targets[i] * s);
            }

            return sum;
        }
    }

    /// <summary>Solves for the lower half of a positive definite matrix, by Cholesky; overwrites it.</summary>
    private static double[] Solve(double[,] lower, double[] right)
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
