namespace Foresight.Methods.Attention;

/// <summary>Many tests at once.</summary>
public static class FalseDiscovery
{
    /// <summary>
    /// Benjamini and Hochberg's adjusted p-values (Journal of the Royal Statistical Society B 57, 1995, 289–300): taking all tests with an adjusted
    /// value of at most q, no more than a share q of them is expected to be false. R's <c>p.adjust(p, "BH")</c>.
    /// </summary>
    /// <param name="pValues">The p-values.</param>
    /// <param name="tests">How many tests were made, where some that found nothing are not among the p-values: they count as 1.</param>
    public static double[] Adjust(IReadOnlyList<double> pValues, int tests = 0)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        tests = Math.Max(tests, pValues.Count);
        var order = Enumerable.Range(0, pValues.Count).OrderByDescending(i => pValues[i]).ToArray();
        var (adjusted, least) = (new double[pValues.Count], 1.0);
        for (var rank = 0; rank < order.Length; rank++)
        {
            least = Math.Min(least, pValues[order[rank]] * tests / (order.Length - rank));
            adjusted[order[rank]] = least;
        }

        return adjusted;
    }
}
