namespace Foresight.Methods.Trends;

/// <summary>What Pettitt's test says of a series.</summary>
/// <param name="Last">The place (from 0) of the last value before the change.</param>
/// <param name="K">The greatest |U| over all places.</param>
/// <param name="PValue">About how likely so great a K is without change, 0 to 1.</param>
public sealed record PettittTest(int Last, double K, double PValue);

/// <summary>
/// One change of level at an unknown time, by ranks: no shape of the values is assumed, but that they are independent. Pettitt, Applied Statistics 28 (1979), 126–135.
/// A trend looks like a change in the middle to it: see that there is none first (<see cref="ChangePoints"/> does).
/// </summary>
public static class Pettitt
{
    /// <summary>Tests a series: U(t) = Σ sign(xᵢ − xⱼ) over i ≤ t &lt; j, K = max |U(t)|, p ≈ 2 exp(−6K² / (n³ + n²)).</summary>
    /// <param name="values">The values in the order of time, four or more.</param>
    /// <exception cref="ArgumentException">Fewer than four values, or one that is no number.</exception>
    public static PettittTest Test(ReadOnlySpan<double> values)
    {
        var times = new double[values.Length];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = i;
        }

        Series.Check(times, values, 4);
        // U(t) = 2 · sum of the first t ranks − t(n + 1).
        var ranks = Series.Ranks(values);
        var (sum, last, k) = (0.0, 0, 0.0);
        for (var t = 0; t < values.Length - 1; t++)
        {
            sum += ranks[t];
            var u = Math.Abs((2 * sum) - ((t + 1.0) * (values.Length + 1)));
            if (u > k)
            {
                (last, k) = (t, u);
            }
        }

        var n = (double)values.Length;
        return new PettittTest(last, k, Math.Min(1, 2 * Math.Exp(-6 * k * k / ((n * n * n) + (n * n)))));
    }
}
