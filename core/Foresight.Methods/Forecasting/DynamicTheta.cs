namespace Foresight.Methods.Forecasting;

/// <summary>
/// The dynamic optimised Theta model: the straight line is renewed with every value, and how far bends are drawn out is estimated (Fiorucci,
/// Pellegrini, Louzada, Petropoulos, Koehler 2016).
/// </summary>
internal sealed class DynamicTheta : IForecaster
{
    private const int FewestValues = 5;
    private const int Evaluations = 200;

    /// <summary>Errors before this many values tell of the start only.</summary>
    private const int WarmUp = 3;

    public string Name => "dynamic Theta";

    public Projection? Project(double[] values, int period, int horizon)
    {
        if (values.Length < FewestValues)
        {
            return null;
        }

        // Of order 1, so that one tolerance fits all series.
        var scale = Math.Max(1e-12, values.Sum(Math.Abs) / values.Length);
        var run = new Run([.. values.Select(value => value / scale)]);
        var (point, _) = NelderMead.Minimise(ref run, [0.4, run.First, 2], [0.2, 0.2, 1], Evaluations, 1e-7);
        var variance = run.At(point) / Math.Max(1, values.Length - 3) * scale * scale;
        var points = run.Forecast(point, horizon);
        var variances = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            points[h] *= scale;
            variances[h] = variance * (1 + (h * point[0] * point[0]));
        }

        return new Projection(points, variances);
    }

    /// <summary>The point is alpha, the first level and theta.</summary>
    private struct Run(double[] values) : IObjective
    {
        private double level;
        private double intercept;
        private double slope;
        private double mean;

        public readonly double First => values[0];

        public double At(scoped ReadOnlySpan<double> point)
        {
            var (alpha, theta) = (point[0], point[2]);
            if (!(alpha is >= 0.01 and <= 0.99 && theta is >= 1 and <= 10))
            {
                return double.PositiveInfinity;
            }

            (level, intercept, slope, mean) = (point[1], 0, 0, 0);
            var (squares, power) = (0.0, 1.0);
            for (var t = 0; t < values.Length; t++)
            {
                var error = values[t] - Next(alpha, theta, power);
                if (t >= WarmUp || values.Length < 2 * FewestValues)
                {
                    squares += error * error;
                }

                power *= 1 - alpha;
                Take(values[t], t + 1, alpha);
            }

            return squares;
        }

        public double[] Forecast(ReadOnlySpan<double> point, int horizon)
        {
            var points = new double[horizon];
            for (var h = 0; h < horizon; h++)
            {
                points[h] = Next(point[0], point[2], Math.Pow(1 - point[0], values.Length + h));
                Take(points[h], values.Length + h + 1, point[0]);
            }

            return points;
        }

        private readonly double Next(double alpha, double theta, double power) =>
            level + ((1 - (1 / theta)) * ((power * intercept) + ((1 - (power * (1 - alpha))) / alpha * slope)));

        /// <summary>Takes the value with this number, from 1, and renews the least-squares line through all so far.</summary>
        private void Take(double value, double number, double alpha)
        {
            level += alpha * (value - level);
            slope = number < 2 ? 0 : (((number - 2) * slope) + (6 / number * (value - mean))) / (number + 1);
            mean += (value - mean) / number;
            intercept = mean - ((number + 1) / 2 * slope);
        }
    }
}
