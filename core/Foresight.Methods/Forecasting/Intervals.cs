namespace Foresight.Methods.Forecasting;

/// <summary>Turns variances into intervals that hold as often as they say.</summary>
internal static class Intervals
{
    /// <summary>How many past errors the methods' own variance weighs as much as.</summary>
    private const double Prior = 8;

    /// <summary>A single past error counts no more than one of five standard deviations.</summary>
    private const double MostSurprise = 25;

    // Half widths in standard deviations. A normal distribution has .674, 1.282 and 1.960; errors of real series have a higher top and longer tails, most
    // without a season, where there are fewest values. Set on the Tourism and M1 competitions (docs/methods/forecasting.md has the coverage).
    private static readonly double[] WithSeason = [0.56, 1.22, 2.15];
    private static readonly double[] WithoutSeason = [0.66, 1.55, 3.0];

    /// <summary>
    /// No interval of a series without season reaches farther than this many times the greatest change that it ever made over as many values: models with a trend of
    /// their own grow sure of turns that never were. Set on the same competitions; it narrows a quarter of the intervals and leaves the coverage.
    /// </summary>
    private static readonly double[] FarthestWithoutSeason = [0.75, 1.25, 2];

    /// <summary>The fewest changes by which to tell the greatest.</summary>
    private const int FewestChanges = 8;

    public static double[] Levels { get; } = [0.5, 0.8, 0.95];

    /// <param name="projection">What is expected, and how far it may be off as the methods see it.</param>
    /// <param name="surprises">Squared errors of the past over the variances seen then.</param>
    /// <param name="series">The series; where it never was below zero, no interval goes there.</param>
    /// <param name="period">Values in a year.</param>
    public static IReadOnlyList<ForecastInterval> Of(Projection projection, double[] surprises, double[] series, int period)
    {
        var scale = Math.Sqrt((Prior + surprises.Sum(surprise => Math.Min(surprise, MostSurprise))) / (Prior + surprises.Length));
        var changes = GreatestChanges(series, projection.Points.Length);
        return [.. Levels.Select((level, l) =>
        {
            var width = scale * (period > 1 ? WithSeason : WithoutSeason)[l];
            var half = projection.Variances.Select((variance, h) => period > 1 ? width * Math.Sqrt(variance) : Math.Min(width * Math.Sqrt(variance), FarthestWithoutSeason[l] * changes[h])).ToArray();
            return new ForecastInterval(
                level,
                Inside([.. projection.Points.Select((point, h) => point - half[h])], series),
                Inside([.. projection.Points.Select((point, h) => point + half[h])], series));
        })];
    }

    /// <summary>
    /// The greatest change between values one, two, … apart, never less than between nearer ones. Where values are too few to tell, it grows on with the distance;
    /// infinite where they are too few from the start.
    /// </summary>
    private static double[] GreatestChanges(double[] series, int farthest)
    {
        var greatest = new double[farthest];
        for (var apart = 1; apart <= farthest; apart++)
        {
            var before = apart == 1 ? 0 : greatest[apart - 2];
            greatest[apart - 1] = series.Length - apart >= FewestChanges
                ? Math.Max(before, Enumerable.Range(0, series.Length - apart).Max(t => Math.Abs(series[t + apart] - series[t])))
                : apart == 1 ? double.PositiveInfinity : before * apart / (apart - 1);
        }

        return greatest;
    }

    /// <summary>Values of a series that never was below zero stay there.</summary>
    public static double[] Inside(double[] values, double[] series) =>
        series.All(value => value >= 0) ? [.. values.Select(value => Math.Max(0, value))] : values;
}
