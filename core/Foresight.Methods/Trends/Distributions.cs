namespace Foresight.Methods.Trends;

/// <summary>The normal distribution and the regularised incomplete gamma function, to about twelve digits.</summary>
internal static class Distributions
{
    private const int Most = 10_000;
    private const double Tiny = 1e-300;

    /// <summary>The probability that a standard normal variable is at most <paramref name="z"/>; tails keep their relative precision.</summary>
    public static double Normal(double z) => z switch
    {
        < 0 => UpperGamma(0.5, z * z / 2) / 2,
        _ => 1 - (UpperGamma(0.5, z * z / 2) / 2),
    };

    /// <summary>The value that a standard normal variable stays below with a probability between 0 and 1.</summary>
    public static double NormalQuantile(double probability) =>
        probability > 0.5 ? -NormalQuantile(1 - probability) : Root(-40, 0, z => Normal(z) - probability);

    /// <summary>P(a, x), the probability that a gamma variable of shape a is at most x (Abramowitz and Stegun 1964, 6.5).</summary>
    public static double LowerGamma(double a, double x) => x <= 0 ? 0 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    /// <summary>Q(a, x) = 1 − P(a, x).</summary>
    public static double UpperGamma(double a, double x) => x <= 0 ? 1 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    /// <summary>Where a rising function is zero between two points, by halving.</summary>
    public static double Root(double low, double high, Func<double, double> rising)
    {
        for (var i = 0; i < 200 && low < high; i++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = rising(middle) < 0 ? (middle, high) : (low, middle);
        }

        return low + ((high - low) / 2);
    }

    private static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < Most && Math.Abs(term) > Math.Abs(sum) * 1e-16; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum * Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
    }

    // Lentz's way of adding up the continued fraction 6.5.31.
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var (c, d) = (1 / Tiny, 1 / b);
        var sum = d;
        for (var n = 1; n < Most; n++)
        {
            var an = -n * (n - a);
            b += 2;
            d = 1 / NotZero((an * d) + b);
            c = NotZero(b + (an / c));
            sum *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return sum * Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    // Stirling's series where it holds to fifteen digits, by recurrence below.
    private static double LogGamma(double a)
    {
        var shift = 0.0;
        for (; a < 15; a++)
        {
            shift -= Math.Log(a);
        }

        var square = a * a;
        return shift + ((a - 0.5) * Math.Log(a)) - a + (Math.Log(2 * Math.PI) / 2)
            + (((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (1.0 / (1680 * square))) / square)) / square)) / a);
    }
}
