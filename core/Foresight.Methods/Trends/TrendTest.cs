namespace Foresight.Methods.Trends;

/// <summary>How a p-value was found.</summary>
public enum TrendTestMethod
{
    /// <summary>Kendall's distribution, exactly: up to 49 values, no ties, no serial correlation.</summary>
    Exact,

    /// <summary>The normal distribution with a correction for continuity.</summary>
    Normal,

    /// <summary>The same, its variance widened for serial correlation.</summary>
    NormalCorrected,
}

/// <summary>What the Mann–Kendall test says of a series.</summary>
/// <param name="Count">The number of values.</param>
/// <param name="S">Pairs that rise less pairs that fall.</param>
/// <param name="Tau">Kendall's tau-b, −1 to 1: S over the pairs, ties taken out; 0 where all values are equal.</param>
/// <param name="Variance">The variance of S without trend, corrected for ties and, where <see cref="Method"/> says so, for serial correlation.</param>
/// <param name="PValue">The two-sided probability of an S as far from 0 without trend.</param>
/// <param name="Method">How the p-value was found.</param>
/// <param name="Autocorrelation">The autocorrelation at one step of what is left when the Theil–Sen line is taken out.</param>
/// <param name="VarianceFactor">By how much serial correlation widened the variance; 1 for not.</param>
public sealed record TrendTest(
    int Count, int S, double Tau, double Variance, double PValue, TrendTestMethod Method, double Autocorrelation, double VarianceFactor)
{
    /// <summary>Whether there is a trend beyond chance at a level, 5 % if none is given.</summary>
    public bool IsTrend(double level = 0.05) => PValue < level;
}
