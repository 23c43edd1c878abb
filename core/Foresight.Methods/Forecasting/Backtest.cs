namespace Foresight.Methods.Forecasting;

/// <summary>Errors of methods when they were asked from earlier points of the series (rolling origin: Tashman 2000).</summary>
internal sealed class Backtest
{
    private const int MostOrigins = 4;

    /// <summary>Shares differ by the square of the errors (Bates and Granger 1969).</summary>
    private const int Power = 2;

    private readonly List<Projection[]> origins = [];
    private readonly List<double[]> actual = [];
    private readonly List<double[]> naive = [];
    private readonly int methods;

    private Backtest(int methods) => this.methods = methods;

    public int Origins => origins.Count;

    /// <summary>Tries methods at the latest origins.</summary>
    public static Backtest Of(IReadOnlyList<IForecaster> methods, double[] values, int period, int horizon)
    {
        var n = values.Length;
        var ahead = Math.Min(horizon, Math.Max(1, n / 5));
        var stride = Math.Max(1, ahead / 2);
        var fewest = Math.Max(5, period > 1 ? (2 * period) + 3 : 6);
        var backtest = new Backtest(methods.Count);
        for (var cut = n - ahead; cut >= fewest && backtest.Origins < MostOrigins; cut -= stride)
        {
            var known = values[..cut];
            var tried = methods.Select(method => method.Project(known, period, ahead)).ToArray();
            if (tried.Any(projection => projection is null))
            {
                break;
            }

            backtest.origins.Add(tried!);
            backtest.actual.Add(values[cut..(cut + ahead)]);
            backtest.naive.Add(new SeasonalNaive().Project(known, period, ahead)!.Points);
        }

        return backtest;
    }

    /// <summary>The shares of the methods, from all origins but one.</summary>
    /// <param name="leftOut">The origin that is left out; -1 for none.</param>
    public double[] Shares(int leftOut = -1)
    {
        var errors = new double[methods];
        foreach (var o in Enumerable.Range(0, origins.Count).Where(origin => origin != leftOut))
        {
            for (var i = 0; i < methods; i++)
            {
                errors[i] += Error(origins[o][i].Points, actual[o]);
            }
        }

        var floor = (errors.Max() * 1e-6) + 1e-300;
        var shares = errors.Select(error => Math.Pow(1 / Math.Max(error, floor), Power)).ToArray();
        var sum = shares.Sum();
        // Without any error to go by, all are equal.
        return double.IsFinite(sum) && sum > 0 && errors.Max() > 0 ? [.. shares.Select(share => share / sum)] : [.. shares.Select(_ => 1.0 / methods)];
    }

    /// <summary>A method's error against the naive one; null where there is nothing to compare.</summary>
    public double? AgainstNaive(int method) => Ratio(o => origins[o][method].Points);

    /// <summary>The combination's error against the naive one, each origin with shares from the others.</summary>
    public double? CombinationAgainstNaive() => Ratio(o => CombinedAt(o).Points);

    /// <summary>Squared errors of the combination over the variances that it saw, origin by origin.</summary>
    public IEnumerable<double> Surprises()
    {
        for (var o = 0; o < origins.Count; o++)
        {
            var combined = CombinedAt(o);
            for (var h = 0; h < actual[o].Length; h++)
            {
                if (combined.Variances[h] > 0)
                {
                    yield return Math.Pow(actual[o][h] - combined.Points[h], 2) / combined.Variances[h];
                }
            }
        }
    }

    /// <summary>The combination at an origin, with shares from the others.</summary>
    private Projection CombinedAt(int origin) => Combination.Of(origins[origin], Shares(origin));

    private double? Ratio(Func<int, double[]> points)
    {
        var (error, yardstick) = (0.0, 0.0);
        for (var o = 0; o < origins.Count; o++)
        {
            error += Error(points(o), actual[o]);
            yardstick += Error(naive[o], actual[o]);
        }

        return yardstick > 0 ? error / yardstick : null;
    }

    private static double Error(double[] points, double[] actual)
    {
        var sum = 0.0;
        for (var h = 0; h < actual.Length; h++)
        {
            sum += Math.Abs(points[h] - actual[h]);
        }

        return sum;
    }
}
