namespace Foresight.Methods.Trends;

/// <summary>A straight line through a series that single wild values do not move.</summary>
/// <param name="Slope">The change of a value in one unit of time.</param>
/// <param name="Intercept">The line's height at time 0: the median of what is left when the slope is taken out.</param>
/// <param name="Interval">The slope's interval; an end is infinite where so few values give none.</param>
/// <param name="IsExact">Whether the interval comes from Kendall's distribution itself rather than the normal one.</param>
public sealed record SenSlope(double Slope, double Intercept, ConfidenceInterval Interval, bool IsExact)
{
    /// <summary>The line's height at a time.</summary>
    public double At(double time) => Intercept + (Slope * time);
}

/// <summary>
/// The Theil–Sen line: the median of the slopes between all pairs of values. Theil, Proceedings of the Royal Netherlands Academy of Sciences 53 (1950); Sen, Journal of the
/// American Statistical Association 63 (1968), 1379–1389. Nearly a third of the values may be wild before it moves. Times are real: a gap of two years counts as two.
/// </summary>
public static class TheilSen
{
    /// <summary>
    /// Fits the line. Its interval inverts Kendall's test (Hollander, Wolfe, Nonparametric Statistical Methods, 1999, 9.3): of the N slopes in order, those numbered (N − C)/2 from
    /// either end, C being exact up to 49 values without ties, else z √variance (with ties, and rounded outwards).
    /// </summary>
    /// <param name="times">The times, rising, in the unit in which the slope is wanted, such as years.</param>
    /// <param name="values">The values, two or more.</param>
    /// <param name="confidence">The interval's confidence.</param>
    /// <param name="varianceFactor">By how much serial correlation widens the variance (<see cref="TrendTest.VarianceFactor"/>).</param>
    /// <exception cref="ArgumentException">Fewer than two values, times that do not rise, or a value that is no number.</exception>
    public static SenSlope Of(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double confidence = 0.95, double varianceFactor = 1)
    {
        Series.Check(times, values, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(varianceFactor, 1);
        var slopes = Slopes(times, values);
        var slope = Median.OfSorted(slopes);
        var rest = new double[values.Length];
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = values[i] - (slope * times[i]);
        }

        var tail = (1 - ConfidenceInterval.Checked(confidence)) / 2;
        var (n, ties) = (values.Length, Series.Ties(values));
        var exact = ties.Count == 0 && varianceFactor == 1 && n <= KendallDistribution.Most;
        var from = exact
            ? (slopes.Length - KendallDistribution.Critical(tail, n) + 2) / 2
            : (int)Math.Floor((slopes.Length + (Distributions.NormalQuantile(tail) * Math.Sqrt(MannKendall.UncorrectedVariance(n, ties) * varianceFactor))) / 2);
        var interval = from < 1
            ? new ConfidenceInterval(double.NegativeInfinity, double.PositiveInfinity, confidence)
            : new ConfidenceInterval(slopes[from - 1], slopes[^from], confidence);
        return new SenSlope(slope, Median.Of(rest), interval, exact);
    }

    internal static double MedianSlope(ReadOnlySpan<double> times, ReadOnlySpan<double> values) => Median.OfSorted(Slopes(times, values));

    private static double[] Slopes(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        var slopes = new double[values.Length * (values.Length - 1) / 2];
        for (int i = 0, at = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++)
            {
                slopes[at++] = (values[j] - values[i]) / (times[j] - times[i]);
            }
        }

        Array.Sort(slopes);
        return slopes;
    }
}
