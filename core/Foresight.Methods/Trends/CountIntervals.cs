namespace Foresight.Methods.Trends;

/// <summary>What chance makes of small counts.</summary>
public static class CountIntervals
{
    /// <summary>
    /// The interval of a share (0 to 1) of independent cases: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
    /// Wilson, Journal of the American Statistical Association 22 (1927), 209–212; Brown, Cai, DasGupta, Statistical Science 16 (2001), 101–133, find it right from 10 cases.
    /// It stays within 0 and 1, also where no or all cases have it.
    /// </summary>
    /// <param name="share">The share that was counted, 0 to 1; it need not be a whole number of cases, since sources round.</param>
    /// <param name="cases">The number of cases, above 0.</param>
    /// <param name="confidence">The confidence.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share outside 0 to 1, no cases, or a confidence outside 0 and 1.</exception>
    public static ConfidenceInterval Wilson(double share, double cases, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cases);
        var z = Distributions.NormalQuantile((1 + ConfidenceInterval.Checked(confidence)) / 2);
        var square = z * z / cases;
        var middle = (share + (square / 2)) / (1 + square);
        var half = z * Math.Sqrt((share * (1 - share) / cases) + (square / cases / 4)) / (1 + square);
        return new ConfidenceInterval(Math.Max(0, middle - half), Math.Min(1, middle + half), confidence);
    }

    /// <summary>
    /// The exact interval of the mean number of independent events where <paramref name="count"/> were seen: half the χ² quantiles with 2k and 2k + 2 degrees of freedom.
    /// Garwood, Biometrika 28 (1936), 437–442. It holds at least as often as it says.
    /// </summary>
    /// <param name="count">The number of events, 0 or more; about so many will do where a source gives a rate.</param>
    /// <param name="confidence">The confidence.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or a confidence outside 0 and 1.</exception>
    public static ConfidenceInterval Poisson(double count, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tail = (1 - ConfidenceInterval.Checked(confidence)) / 2;
        var farthest = count + (40 * Math.Sqrt(count + 1)) + 800;
        return new ConfidenceInterval(
            count == 0 ? 0 : Distributions.Root(0, farthest, mean => Distributions.LowerGamma(count, mean) - tail),
            Distributions.Root(0, farthest, mean => tail - Distributions.UpperGamma(count + 1, mean)),
            confidence);
    }
}
