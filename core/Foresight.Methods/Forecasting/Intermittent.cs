namespace Foresight.Methods.Forecasting;

/// <summary>
/// Series that are mostly zero with values between, such as cases a month in one place. The forecast is a rate: how often times how much, both smoothed
/// (Teunter, Syntetos, Babai 2011), so that it falls when nothing comes for long. Its intervals are those of the values that were.
/// </summary>
internal static class Intermittent
{
    /// <summary>From this share of zeros on, and with no value below zero.</summary>
    private const double Zeros = 0.4;

    private const double OftenSmoothing = 0.1;
    private const double MuchSmoothing = 0.2;

    public static bool Is(double[] series) => series.All(value => value >= 0) && series.Count(value => value == 0) >= Zeros * series.Length;

    public static Forecast Of(double[] series, int horizon)
    {
        var often = (double)series.Count(value => value > 0) / series.Length;
        var much = series.Where(value => value > 0).Average();
        foreach (var value in series)
        {
            often += OftenSmoothing * ((value > 0 ? 1 : 0) - often);
            much += value > 0 ? MuchSmoothing * (value - much) : 0;
        }

        var sorted = series.Order().ToArray();
        var points = Enumerable.Repeat(often * much, horizon).ToArray();
        return new Forecast
        {
            Points = points,
            Intervals = [.. Intervals.Levels.Select(level => new ForecastInterval(
                level, Enumerable.Repeat(Quantile(sorted, (1 - level) / 2), horizon).ToArray(), Enumerable.Repeat(Quantile(sorted, (1 + level) / 2), horizon).ToArray()))],
            Methods = [new MethodShare("Teunter-Syntetos-Babai", 1, null)],
            Case = ForecastCase.Intermittent,
        };
    }

    /// <summary>The least value that at least this share of the values do not pass: whole cases stay whole.</summary>
    private static double Quantile(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
