namespace Foresight.Methods.Trends;

/// <summary>
/// Kendall's S (pairs that rise less pairs that fall) for n values in random order without ties, exactly: the number of discordant pairs has the
/// distribution of the inversions of a random permutation (Kendall, Biometrika 30, 1938, 81–93).
/// </summary>
internal static class KendallDistribution
{
    /// <summary>Up to here it is worked out; beyond, the normal distribution is near enough. R's <c>cor.test</c> draws the same line.</summary>
    public const int Most = 49;

    private static readonly double[]?[] _upper = new double[]?[Most + 1];

    /// <summary>The probability of S or more.</summary>
    public static double AtLeast(int s, int n)
    {
        var pairs = n * (n - 1) / 2;
        // S = pairs − 2 · inversions: S or more is so many inversions or fewer.
        return s <= -pairs ? 1 : s > pairs ? 0 : Cumulative(n)[(pairs - s) / 2];
    }

    /// <summary>The least S that is exceeded or met by chance with at most this probability; above the number of pairs where none is.</summary>
    public static int Critical(double probability, int n)
    {
        var pairs = n * (n - 1) / 2;
        var s = pairs + 2;
        while (s - 2 > 0 && AtLeast(s - 2, n) <= probability)
        {
            s -= 2;
        }

        return s;
    }

    private static double[] Cumulative(int n)
    {
        if (Volatile.Read(ref _upper[n]) is { } known)
        {
            return known;
        }

        double[] shares = [1];
        for (var k = 2; k <= n; k++)
        {
            // The k-th value stands behind 0 to k − 1 larger ones, each as likely.
            var longer = new double[shares.Length + k - 1];
            for (var i = 0; i < shares.Length; i++)
            {
                for (var more = 0; more < k; more++)
                {
                    longer[i + more] += shares[i] / k;
                }
            }

            shares = longer;
        }

        for (var i = 1; i < shares.Length; i++)
        {
            shares[i] += shares[i - 1];
        }

        Volatile.Write(ref _upper[n], shares);
        return shares;
    }
}
