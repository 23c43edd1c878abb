namespace Foresight.Methods.Trends;

/// <summary>
/// The Mann–Kendall test of a monotonic trend: whether later values tend to be higher or lower than earlier ones, whatever the shape. Mann, Econometrica 13 (1945), 245–259;
/// Kendall, Rank Correlation Methods (1975); ties as in Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), 16.4. Gaps between the times are allowed: only the
/// order counts.
/// </summary>
public static class MannKendall
{
    /// <summary>The least number of values: with three, no order at all is unlikely.</summary>
    public const int Least = 4;

    /// <summary>
    /// Tests a series. S = Σ sign(xⱼ − xᵢ) over i &lt; j; variance (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18 with groups of t equal values;
    /// z = (S ∓ 1) / √variance. Up to 49 values without ties the p-value is exact. Serial correlation that is beyond chance widens the variance (<see cref="SerialCorrelation.VarianceFactor"/>).
    /// </summary>
    /// <param name="times">The times, rising, in any unit.</param>
    /// <param name="values">The values, all finite.</param>
    /// <param name="correct">Whether serial correlation is allowed for.</param>
    /// <exception cref="ArgumentException">Fewer than <see cref="Least"/> values, as many times as values not given, times that do not rise, or a value that is no number.</exception>
    public static TrendTest Test(ReadOnlySpan<double> times, ReadOnlySpan<double> values, bool correct = true)
    {
        Series.Check(times, values, Least);
        var (n, s) = (values.Length, 0);
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                s += Math.Sign(values[j] - values[i]);
            }
        }

        var ties = Series.Ties(values);
        var pairs = n * (n - 1) / 2;
        var untied = pairs - ties.Sum(t => t * (t - 1) / 2);
        var tau = untied == 0 ? 0 : s / Math.Sqrt((double)pairs * untied);
        var factor = correct ? SerialCorrelation.VarianceFactor(times, values) : 1;
        var variance = UncorrectedVariance(n, ties) * factor;
        var autocorrelation = SerialCorrelation.At(times, SerialCorrelation.Detrended(times, values), 1);
        if (factor == 1 && ties.Count == 0 && n <= KendallDistribution.Most)
        {
            return new TrendTest(n, s, tau, variance, Math.Min(1, 2 * KendallDistribution.AtLeast(Math.Abs(s), n)), TrendTestMethod.Exact, autocorrelation, 1);
        }

        var z = variance == 0 ? 0 : Math.Max(0, Math.Abs(s) - 1) / Math.Sqrt(variance);
        var method = factor > 1 ? TrendTestMethod.NormalCorrected : TrendTestMethod.Normal;
        return new TrendTest(n, s, tau, variance, Math.Min(1, 2 * Distributions.Normal(-z)), method, autocorrelation, factor);
    }

    internal static double UncorrectedVariance(int n, IReadOnlyList<int> ties) =>
        ((n * (n - 1.0) * ((2 * n) + 5)) - ties.Sum(t => t * (t - 1.0) * ((2 * t) + 5))) / 18;
}
