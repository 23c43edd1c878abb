namespace Foresight.Methods.Forecasting;

/// <summary>Simple exponential smoothing, with the parameter and the first level that make the squared error least.</summary>
internal readonly record struct Smoothing(double Alpha, double Level, double SquaredError)
{
    private const double Least = 0.0001;
    private const double Golden = 0.6180339887498949;
    private const int Grid = 20;

    public static Smoothing Of(ReadOnlySpan<double> values)
    {
        // The error has one valley in the parameter for nearly all series: a grid, then golden section about its best.
        var (best, at) = (double.PositiveInfinity, 0.0);
        for (var i = 1; i < Grid; i++)
        {
            if (Run(values, (double)i / Grid) is var run && run.SquaredError < best)
            {
                (best, at) = (run.SquaredError, run.Alpha);
            }
        }

        var (low, high) = (Math.Max(Least, at - (1.0 / Grid)), Math.Min(1 - Least, at + (1.0 / Grid)));
        var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
        var (atLeft, atRight) = (Run(values, left).SquaredError, Run(values, right).SquaredError);
        while (high - low > 1e-4)
        {
            if (atLeft < atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = Run(values, left).SquaredError;
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = Run(values, right).SquaredError;
            }
        }

        return Run(values, (low + high) / 2);
    }

    /// <summary>With the first level that makes the error least: the errors are linear in it.</summary>
    private static Smoothing Run(ReadOnlySpan<double> values, double alpha)
    {
        var (level, weight) = (0.0, 1.0);
        var (ee, ew, ww) = (0.0, 0.0, 0.0);
        foreach (var value in values)
        {
            var error = value - level;
            ee += error * error;
            ew += error * weight;
            ww += weight * weight;
            level += alpha * error;
            weight *= 1 - alpha;
        }

        var first = ew / ww;
        return new Smoothing(alpha, level + (first * weight), ee - (ew * first));
    }
}
