namespace Foresight.Methods.Attention;

/// <summary>Logarithms of factorials.</summary>
internal static class Factorials
{
    private static readonly double[] First = Table();

    /// <summary>ln n!: added up to 255, by Stirling's series beyond, whose error is then below 10⁻¹⁵ of it.</summary>
    public static double Log(long n)
    {
        if (n < First.Length)
        {
            return First[n];
        }

        double x = n;
        return ((x + 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (1 / (12 * x)) - (1 / (360 * x * x * x));
    }

    /// <summary>ln C(n, k); minus infinity where there is no way.</summary>
    public static double LogChoose(long n, long k) => k < 0 || k > n ? double.NegativeInfinity : Log(n) - Log(k) - Log(n - k);

    private static double[] Table()
    {
        var table = new double[256];
        for (var n = 2; n < table.Length; n++)
        {
            table[n] = table[n - 1] + Math.Log(n);
        }

        return table;
    }
}
