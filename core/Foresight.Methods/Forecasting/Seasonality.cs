namespace Foresight.Methods.Forecasting;

/// <summary>Finds and takes out a season.</summary>
/// <remarks>The test and the decomposition are those of the M4 competition's benchmarks (Makridakis, Spiliotis, Assimakopoulos 2020).</remarks>
public static class Seasonality
{
    private const double Critical = 1.645;

    /// <summary>
    /// How much a season counts beside the one after it. Chosen on the Tourism and M1 competitions: .7 lowers the error of Theta on monthly tourism by a
    /// seventh and harms nothing in M1 (docs/methods/forecasting.md).
    /// </summary>
    internal const double Fading = 0.7;

    /// <summary>Whether the autocorrelation at the season's lag is beyond chance, at 90 %. Needs three whole seasons.</summary>
    public static bool IsSeasonal(ReadOnlySpan<double> values, int period)
    {
        if (period < 2 || values.Length < 3 * period)
            return false;
        var mean = Mean(values);
        var variance = 0.0;
        foreach (var value in values)
            variance += (value - mean) * (value - mean);
        if (variance <= 0)
            return false;
        var (sum, last) = (1.0, 0.0);
        for (var lag = 1; lag <= period; lag++)
        {
            var covariance = 0.0;
            for (var t = lag; t < values.Length; t++)
                covariance += (values[t] - mean) * (values[t - lag] - mean);
            last = covariance / variance;
            if (lag < period)
                sum += 2 * last * last;
        }

        return Math.Abs(last) > Critical * Math.Sqrt(sum / values.Length);
    }

    /// <summary>Classical decomposition: the season as one index per place in the year, beginning with the series' first value.</summary>
    /// <param name="values">At least two whole seasons.</param>
    /// <param name="period">Values in a year.</param>
    /// <param name="multiplicative">Whether the season is a factor (mean 1) or an addend (mean 0). A factor needs values above zero.</param>
    /// <param name="fading">How much a year counts beside the year after it; 1 for all alike.</param>
    public static double[] Indices(ReadOnlySpan<double> values, int period, bool multiplicative, double fading = 1)
    {
        var (sums, weights) = (new double[period], new double[period]);
        var half = period / 2;
        for (var t = half; t < values.Length - half; t++)
        {
            var trend = 0.0;
            if (period % 2 == 0)
            {
                trend = (values[t - half] + values[t + half]) / 2;
                for (var k = 1 - half; k < half; k++)
                    trend += values[t + k];
            }
            else
            {
                for (var k = -half; k <= half; k++)
                    trend += values[t + k];
            }

            trend /= period;
            var weight = Math.Pow(fading, (values.Length - 1 - t) / period);
            sums[t % period] += weight * (multiplicative ? values[t] / trend : values[t] - trend);
            weights[t % period] += weight;
        }

        var indices = new double[period];
        var mean = 0.0;
        for (var s = 0; s < period; s++)
        {
            indices[s] = weights[s] > 0 ? sums[s] / weights[s] : multiplicative ? 1 : 0;
            mean += indices[s] / period;
        }

        for (var s = 0; s < period; s++)
            indices[s] = multiplicative ? indices[s] / mean : indices[s] - mean;
        return indices;
    }

    internal static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}
