namespace Foresight.Methods.Trends;

/// <summary>
/// How values hang together with those before them, after their trend is taken out. Neighbours that resemble each other count for less than independent ones,
/// and a trend test that does not know it finds trends that are not there (von Storch 1995).
/// </summary>
public static class SerialCorrelation
{
    // Anderson's limits at 10 %, as in Hamed and Rao.
    private const double Limit = 1.6448536269514722;

    // Later lags of short series are noise; three are what Rao, Hamed and Chen (2003) advise.
    private const int Lags = 3;

    /// <summary>Fewer values than this tell nothing of it.</summary>
    public const int Least = 8;

    /// <summary>
    /// The autocorrelation at a lag of so many steps (the least distance between neighbours): mean product of deviations over the pairs that are exactly so far apart,
    /// over the variance. With gaps only the pairs that exist count; without them it is the usual estimate, Σ(xᵢ − x̄)(xᵢ₊ₖ − x̄) / Σ(xᵢ − x̄)².
    /// </summary>
    /// <param name="times">The times, rising.</param>
    /// <param name="values">The values.</param>
    /// <param name="lag">The lag in steps, 1 or more.</param>
    /// <returns>Between about −1 and 1; 0 where no pair is so far apart or all values are equal.</returns>
    public static double At(ReadOnlySpan<double> times, ReadOnlySpan<double> values, int lag)
    {
        Series.Check(times, values, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        return Pairs(times, values, lag).Correlation;
    }

    /// <summary>
    /// By how much serial correlation widens the variance of Kendall's S: 1 + 2/(n(n−1)(n−2)) Σ (n−k)(n−k−1)(n−k−2) ρₖ, over the first three lags whose autocorrelation of
    /// the ranks, after the Theil–Sen line is taken out, is beyond Anderson's 10 % limits. Hamed, Rao, Journal of Hydrology 204 (1998), 182–196. Only positive
    /// correlation counts here: this never makes a test bolder, and is 1 below <see cref="Least"/> values.
    /// </summary>
    /// <param name="times">The times, rising.</param>
    /// <param name="values">The values.</param>
    public static double VarianceFactor(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        Series.Check(times, values, 2);
        var n = values.Length;
        if (n < Least)
        {
            return 1;
        }

        var ranks = Series.Ranks(WithoutRounding(Detrended(times, values)));
        var sum = 0.0;
        for (var lag = 1; lag <= Lags; lag++)
        {
            var (correlation, pairs) = Pairs(times, ranks, lag);
            if (pairs < Least - 1 || correlation <= (-1 + (Limit * Math.Sqrt(pairs - 1))) / pairs)
            {
                continue;
            }

            sum += (n - lag) * (n - lag - 1.0) * (n - lag - 2) * correlation;
        }

        return Math.Max(1, 1 + (2 * sum / (n * (n - 1.0) * (n - 2))));
    }

    internal static double[] Detrended(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        var slope = TheilSen.MedianSlope(times, values);
        var rest = values.ToArray();
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] -= slope * (times[i] - times[0]);
        }

        return rest;
    }

    // What is equal on paper must have equal ranks: taking a line out leaves errors in the last digits.
    private static double[] WithoutRounding(double[] values)
    {
        var unit = (values.Max() - values.Min()) * 1e-9;
        return unit == 0 ? values : [.. values.Select(value => Math.Round((value - values[0]) / unit))];
    }

    private static (double Correlation, int Pairs) Pairs(ReadOnlySpan<double> times, ReadOnlySpan<double> values, int lag)
    {
        var (mean, variance) = (0.0, 0.0);
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        foreach (var value in values)
        {
            variance += (value - mean) * (value - mean) / values.Length;
        }

        var apart = lag * Series.Step(times);
        var (sum, pairs) = (0.0, 0);
        for (int i = 0, j = 0; i < times.Length; i++)
        {
            while (j < times.Length && times[j] - times[i] < apart * 0.999)
            {
                j++;
            }

            if (j < times.Length && times[j] - times[i] < apart * 1.001)
            {
                sum += (values[i] - mean) * (values[j] - mean);
                pairs++;
            }
        }

        return (variance == 0 || pairs == 0 ? 0 : sum / (pairs + lag) / variance, pairs);
    }
}
