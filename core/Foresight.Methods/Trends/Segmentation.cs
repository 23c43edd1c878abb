namespace Foresight.Methods.Trends;

/// <summary>What holds within a segment.</summary>
public enum SegmentShape
{
    /// <summary>One level.</summary>
    Mean,

    /// <summary>One straight line.</summary>
    Line,
}

/// <summary>A series cut into segments, each fitted by least squares.</summary>
/// <param name="Shape">What holds within a segment.</param>
/// <param name="Last">The places (from 0) of the last values before each break, rising; empty for one segment.</param>
/// <param name="Rss">The sum of squared residuals.</param>
/// <param name="Bic">Schwarz's criterion: the least is the best.</param>
public sealed record Segmentation(SegmentShape Shape, IReadOnlyList<int> Last, double Rss, double Bic)
{
    /// <summary>
    /// The best cut for each number of breaks from 0 on: of all cuts, the one with the least sum of squares, found by dynamic programming (Bai, Perron, Journal of Applied
    /// Econometrics 18, 2003, 1–22). BIC = n (ln(RSS/n) + 1 + ln 2π) + ln n · (q(m + 1) + m + 1), with q = 1 for levels and 2 for lines and m breaks, as in R's <c>strucchange</c>.
    /// </summary>
    /// <param name="times">The times, rising.</param>
    /// <param name="values">The values.</param>
    /// <param name="shape">What holds within a segment.</param>
    /// <param name="least">The least number of values in a segment, at least one more than the shape has parameters.</param>
    /// <param name="most">The largest number of breaks.</param>
    /// <returns>One cut for each number of breaks that fits into the series, fewest first.</returns>
    /// <exception cref="ArgumentException">Too few values for one segment, times that do not rise, or a value that is no number.</exception>
    public static IReadOnlyList<Segmentation> Best(ReadOnlySpan<double> times, ReadOnlySpan<double> values, SegmentShape shape, int least, int most)
    {
        var parameters = shape == SegmentShape.Mean ? 1 : 2;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(least, parameters);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        Series.Check(times, values, least);
        var (n, costs) = (values.Length, new SegmentCosts(times, values, shape));
        most = Math.Min(most, (n / least) - 1);
        // Best[m][end]: the least cost of the values before `end` in m + 1 segments; from: where the last of them begins.
        var (best, from) = (new double[most + 1][], new int[most + 1][]);
        List<Segmentation> found = [];
        for (var m = 0; m <= most; m++)
        {
            (best[m], from[m]) = (new double[n + 1], new int[n + 1]);
            Array.Fill(best[m], double.PositiveInfinity);
            for (var end = (m + 1) * least; end <= n; end++)
            {
                for (var start = m * least; start <= (m == 0 ? 0 : end - least); start++)
                {
                    var cost = (m == 0 ? 0 : best[m - 1][start]) + costs.Of(start, end);
                    if (cost < best[m][end])
                    {
                        (best[m][end], from[m][end]) = (cost, start);
                    }
                }
            }

            found.Add(new Segmentation(shape, Breaks(from, m, n), best[m][n], Criterion(best[m][n], costs.Total, n, (parameters * (m + 1)) + m + 1)));
        }

        return found;
    }

    private static int[] Breaks(int[][] from, int breaks, int end)
    {
        var last = new int[breaks];
        for (var m = breaks; m > 0; m--)
        {
            end = from[m][end];
            last[m - 1] = end - 1;
        }

        return last;
    }

    // A perfect fit would win whatever its parameters; rounding, not the data, decides below a billionth of the variance.
    private static double Criterion(double rss, double total, int n, int parameters) =>
        (n * (Math.Log(Math.Max(Math.Max(rss, total * 1e-9), double.Epsilon * n) / n) + 1 + Math.Log(2 * Math.PI))) + (Math.Log(n) * parameters);
}
