namespace Foresight.Methods.Forecasting;

/// <summary>The simple forecasts that others are measured by.</summary>
public static class Yardsticks
{
    /// <summary>The same as a season ago.</summary>
    /// <exception cref="ArgumentException">There is no whole season.</exception>
    public static IReadOnlyList<double> SeasonalNaive(IReadOnlyList<double> values, int period, int horizon) =>
        Project(new SeasonalNaive(), values, period, horizon);

    /// <summary>
    /// Naive 2 of the M competitions: the last value, without its season and with that of the time to come, where the series has one (classical
    /// decomposition, all years alike).
    /// </summary>
    public static IReadOnlyList<double> Naive2(IReadOnlyList<double> values, int period, int horizon) =>
        Project(new Deseasonalised(new SeasonalNaive(), 1), values, period, horizon);

    /// <summary>The classical Theta method of the competitions: the season by classical decomposition, all years alike.</summary>
    public static IReadOnlyList<double> Theta(IReadOnlyList<double> values, int period, int horizon) =>
        Project(new Deseasonalised(new Theta(), 1), values, period, horizon);

    private static double[] Project(IForecaster method, IReadOnlyList<double> values, int period, int horizon)
    {
        ArgumentNullException.ThrowIfNull(values);
        return method.Project([.. values], period, horizon)?.Points
            ?? throw new ArgumentException($"{values.Count} values are too few for {method.Name} with {period} to a season.", nameof(values));
    }
}
