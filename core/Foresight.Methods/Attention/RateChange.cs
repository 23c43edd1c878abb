namespace Foresight.Methods.Attention;

/// <summary>How often something came before and now, in documents, and whether chance explains the difference.</summary>
/// <param name="Now">The documents now that have it.</param>
/// <param name="AllNow">All documents now.</param>
/// <param name="Before">The documents before that have it.</param>
/// <param name="AllBefore">All documents before.</param>
public readonly record struct RateChange(long Now, long AllNow, long Before, long AllBefore)
{
    // The 97.5 % point of the normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>The rate now over the rate before, half a document added to each count so that it is finite.</summary>
    public double Ratio => (Now + 0.5) / (AllNow + 0.5) / ((Before + 0.5) / (AllBefore + 0.5));

    /// <summary>
    /// The ratio's 95 % interval on the log scale (Katz et al., Biometrics 34, 1978, 469–474, with half a document added: Walter, Biometrika 62, 1975).
    /// </summary>
    public (double Low, double High) Interval
    {
        get
        {
            var spread = Z * Math.Sqrt(Math.Max(0, (1 / (Now + 0.5)) - (1 / (AllNow + 0.5)) + (1 / (Before + 0.5)) - (1 / (AllBefore + 0.5))));
            return (Ratio * Math.Exp(-spread), Ratio * Math.Exp(spread));
        }
    }

    /// <summary>
    /// The chance of as many now or more if nothing changed, given how many there are in all: Fisher's exact test, one-sided. Exact where counts are
    /// small, as those of new terms are; R's <c>phyper(now − 1, now + before, …, allNow, lower.tail = FALSE)</c>.
    /// </summary>
    public double PValue
    {
        get
        {
            var (marked, others) = (Now + Before, AllNow + AllBefore - Now - Before);
            if (Now <= 0 || marked <= 0)
            {
                return 1;
            }

            var most = Math.Min(marked, AllNow);
            var log = Factorials.LogChoose(marked, Now) + Factorials.LogChoose(others, AllNow - Now) - Factorials.LogChoose(marked + others, AllNow);
            var (term, sum) = (1.0, 1.0);
            for (var k = Now; k < most; k++)
            {
                term *= (double)(marked - k) * (AllNow - k) / ((double)(k + 1) * (others - AllNow + k + 1));
                sum += term;
                if (term < sum * 1e-16)
                {
                    break;
                }
            }

            return Math.Min(1, Math.Exp(log + Math.Log(sum)));
        }
    }

    /// <summary>
    /// Dunning's log-likelihood ratio G² (Computational Linguistics 19, 1993, 61–74): how much likelier the counts are with two rates than with one,
    /// negative where the rate fell. It ranks; the p-value is Fisher's, since G² is far from χ² where counts are small.
    /// </summary>
    public double LogLikelihoodRatio
    {
        get
        {
            var both = (double)(Now + Before) / (AllNow + AllBefore);
            var g = 2 * (Likelihood(Now, AllNow) + Likelihood(Before, AllBefore) - Under(Now, AllNow, both) - Under(Before, AllBefore, both));
            return (double)Now / AllNow >= both ? Math.Max(0, g) : -Math.Max(0, g);
        }
    }

    private static double Likelihood(long of, long all) => Under(of, all, (double)of / all);

    private static double Under(long of, long all, double rate) => Part(of, rate) + Part(all - of, 1 - rate);

    private static double Part(long count, double rate) => count == 0 ? 0 : count * Math.Log(rate);
}
