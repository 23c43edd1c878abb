namespace Foresight.Methods.Forecasting;

/// <summary>
/// The Theta method: half of the forecast is the series' straight line, half the exponentially smoothed series with its bends doubled
/// (Assimakopoulos and Nikolopoulos 2000; it is smoothing with drift: Hyndman and Billah 2003).
/// </summary>
internal sealed class Theta : IForecaster
{
    public string Name => "Theta";

    public Projection? Project(double[] values, int period, int horizon)
    {
        var n = values.Length;
        if (n < 4)
        {
            return null;
        }

        var (intercept, slope) = Line(values);
        var bent = new double[n];
        for (var t = 0; t < n; t++)
        {
            bent[t] = (2 * values[t]) - (intercept + (slope * (t + 1)));
        }

        var smoothed = Smoothing.Of(bent);
        // Errors of the bent series are twice those of the series itself.
        var variance = smoothed.SquaredError / 4 / Math.Max(1, n - 3);
        var (points, variances) = (new double[horizon], new double[horizon]);
        for (var h = 0; h < horizon; h++)
        {
            points[h] = 0.5 * (smoothed.Level + intercept + (slope * (n + h + 1)));
            variances[h] = variance * (1 + (h * smoothed.Alpha * smoothed.Alpha));
        }

        return new Projection(points, variances);
    }

    /// <summary>The least-squares line; the first value is number 1.</summary>
    private static (double Intercept, double Slope) Line(double[] values)
    {
        double n = values.Length;
        var (mean, covariance) = (Seasonality.Mean(values), 0.0);
        for (var t = 0; t < values.Length; t++)
        {
            covariance += (t - ((n - 1) / 2)) * (values[t] - mean);
        }

        var slope = 12 * covariance / (n * ((n * n) - 1));
        return (mean - (slope * (n + 1) / 2), slope);
    }
}
