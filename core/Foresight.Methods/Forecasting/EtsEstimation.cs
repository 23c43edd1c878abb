namespace Foresight.Methods.Forecasting;

/// <summary>
/// Fits kinds of exponential smoothing to one series by maximum likelihood (Hyndman, Koehler, Ord, Snyder 2008, chapter 5): smoothing parameters,
/// level and slope by Nelder and Mead, the initial season from classical decomposition.
/// </summary>
internal sealed class EtsEstimation
{
    /// <summary>
    /// Steps of the search for each parameter. Going on until nothing more is gained finds a higher likelihood and worse forecasts: over Tourism and M1 together
    /// MASE 1.926 at a hundred steps, 1.912 at fifty, 1.906 at thirty; the combination does not care.
    /// </summary>
    private const int Steps = 30;

    /// <summary>The years from which the first season is told; all of them would tell that of the middle.</summary>
    private const int FirstYears = 3;

    private readonly double[] values;
    private readonly int period;
    private readonly double scale;
    private readonly double[] additive;
    private readonly double[] multiplicative;

    public EtsEstimation(double[] values, int period)
    {
        scale = Math.Max(1e-12, values.Sum(Math.Abs) / values.Length);
        // Of order 1, so that one tolerance fits all series.
        this.values = [.. values.Select(value => value / scale)];
        this.period = period;
        Positive = values.All(value => value > 0);
        Seasonal = period > 1 && values.Length >= 2 * period + 2;
        var begin = this.values.AsSpan(0, Seasonal ? Math.Min(values.Length, Math.Max(FirstYears * period, (2 * period) + 2)) : 0);
        additive = Seasonal ? Seasonality.Indices(begin, period, multiplicative: false) : [];
        multiplicative = Seasonal && Positive ? Seasonality.Indices(begin, period, multiplicative: true) : [];
    }

    /// <summary>Steps of the search for each parameter; the usual number if left out.</summary>
    public int StepsOfEach { get; init; } = Steps;

    /// <summary>Whether there are only values above zero: else nothing may multiply.</summary>
    public bool Positive { get; }

    /// <summary>Whether there are values enough for a season.</summary>
    public bool Seasonal { get; }

    /// <summary>Null where there are too few values for the model's parameters.</summary>
    public EtsFit? Fit(EtsModel model)
    {
        var m = model.Season == EtsSeason.None ? 1 : period;
        var k = model.Parameters + model.States(m) + 1;
        var n = values.Length;
        if (n - k - 1 <= 0)
        {
            return null;
        }

        var indices = model.Season switch { EtsSeason.Additive => additive, EtsSeason.Multiplicative => multiplicative, _ => [] };
        var (level, slope) = Line(indices, model.Season, model.Trend);
        var dimension = model.Parameters + (model.Trend == EtsTrend.None ? 1 : 2);
        Span<double> start = stackalloc double[dimension];
        Span<double> steps = stackalloc double[dimension];
        var at = 0;
        (start[at], steps[at++]) = (0.3, 0.3);
        if (model.Trend != EtsTrend.None)
        {
            (start[at], steps[at++]) = (0.05, 0.1);
        }

        if (model.Trend == EtsTrend.Damped)
        {
            (start[at], steps[at++]) = (0.95, -0.05);
        }

        if (model.Season != EtsSeason.None)
        {
            (start[at], steps[at++]) = (0.1, 0.2);
        }

        (start[at], steps[at++]) = (level, 0.1);
        if (model.Trend != EtsTrend.None)
        {
            (start[at], steps[at]) = (slope, Math.Max(0.01, Math.Abs(slope)));
        }

        var recursion = new EtsRecursion(model, m, values, indices, stackalloc double[m]);
        var (best, likelihood) = NelderMead.Minimise(ref recursion, start, steps, StepsOfEach * dimension, 1e-7);
        if (!double.IsFinite(likelihood))
        {
            return null;
        }

        recursion.At(best);
        // Likelihoods of scaled values differ from those of the values by this much, whatever the model.
        var aicc = likelihood + (2 * n * Math.Log(scale)) + (2 * k) + (2.0 * k * (k + 1) / (n - k - 1));
        return recursion.ToFit(best, scale, aicc, Math.Max(1, n - k + 1));
    }

    /// <summary>Level and slope before the first value: a line through the first ten values without their season.</summary>
    private (double Level, double Slope) Line(double[] indices, EtsSeason season, EtsTrend trend)
    {
        var count = Math.Min(values.Length, Math.Max(10, 2 * indices.Length));
        var (sumT, sumY, sumTy, sumTt) = (0.0, 0.0, 0.0, 0.0);
        for (var t = 0; t < count; t++)
        {
            var y = season switch
            {
                EtsSeason.Additive => values[t] - indices[t % indices.Length],
                EtsSeason.Multiplicative => values[t] / indices[t % indices.Length],
                _ => values[t],
            };
            sumT += t + 1;
            sumY += y;
            sumTy += (t + 1) * y;
            sumTt += (t + 1.0) * (t + 1);
        }

        var slope = ((count * sumTy) - (sumT * sumY)) / ((count * sumTt) - (sumT * sumT));
        var mean = sumY / count;
        return trend == EtsTrend.None ? (mean, 0) : (mean - (slope * sumT / count), slope);
    }
}
