namespace Foresight.Methods.Forecasting;

/// <summary>
/// Forecasts a series of any kind: several methods, combined by how well each would have done from earlier points of the same series. See
/// docs/methods/forecasting.md.
/// </summary>
public static class Forecaster
{
    /// <summary>The fewest values that a forecast is made from.</summary>
    public const int FewestValues = 6;

    private static readonly IForecaster[] Methods =
    [
        ExponentialSmoothing.Any,
        new Deseasonalised(new Theta()),
        new Deseasonalised(new DynamicTheta()),
        new Deseasonalised(ExponentialSmoothing.Damped),
        new SeasonalNaive(),
    ];

    /// <summary>Looks ahead.</summary>
    /// <param name="values">The series without gaps, oldest first: at least <see cref="FewestValues"/> finite values.</param>
    /// <param name="period">Values in a year: 1, 4 or 12; or of a week or a day.</param>
    /// <param name="horizon">How many values ahead.</param>
    /// <param name="greatest">What no value can pass, such as 100 for a share in per cent; null for nothing.</param>
    /// <exception cref="ArgumentException">Too few values, or one that is no number.</exception>
    public static Forecast Of(IReadOnlyList<double> values, int period, int horizon, double? greatest = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        var series = values.ToArray();
        if (series.Length < FewestValues)
        {
            throw new ArgumentException($"A forecast needs at least {FewestValues} values; there are {series.Length}.", nameof(values));
        }

        if (Array.FindIndex(series, value => !double.IsFinite(value)) is var at and >= 0)
        {
            throw new ArgumentException($"Value {at + 1} of {series.Length} is no number; a forecast needs a series without gaps.", nameof(values));
        }

        var forecast = series.All(value => value == series[0]) ? Flat(series[0], horizon)
            : Intermittent.Is(series) ? Intermittent.Of(series, horizon)
            : Combine(series, period, horizon);
        return greatest is { } bound ? Below(forecast, bound) : forecast;
    }

    private static Forecast Combine(double[] series, int period, int horizon)
    {
        var (methods, projections) = (new List<IForecaster>(), new List<Projection>());
        foreach (var method in Methods)
        {
            if (method.Project(series, period, horizon) is { } projection && projection.Points.All(double.IsFinite))
            {
                methods.Add(method);
                projections.Add(projection);
            }
        }

        var backtest = Backtest.Of(methods, series, period, horizon);
        var shares = backtest.Shares();
        var combined = Combination.Of(projections, shares);
        return new Forecast
        {
            Points = Intervals.Inside(combined.Points, series),
            Intervals = Intervals.Of(combined, [.. backtest.Surprises()], series, period),
            Methods = [.. methods.Select((method, i) => new MethodShare(method.Name, shares[i], backtest.AgainstNaive(i)))],
            ErrorAgainstNaive = backtest.CombinationAgainstNaive(),
            Origins = backtest.Origins,
        };
    }

    private static Forecast Below(Forecast forecast, double bound)
    {
        double[] Cut(IReadOnlyList<double> values) => [.. values.Select(value => Math.Min(value, bound))];
        return forecast with
        {
            Points = Cut(forecast.Points),
            Intervals = [.. forecast.Intervals.Select(interval => interval with { Lower = Cut(interval.Lower), Upper = Cut(interval.Upper) })],
        };
    }

    private static Forecast Flat(double value, int horizon)
    {
        var points = Enumerable.Repeat(value, horizon).ToArray();
        return new Forecast
        {
            Points = points,
            Intervals = [.. Intervals.Levels.Select(level => new ForecastInterval(level, points, points))],
            Methods = [new MethodShare("naive", 1, null)],
            Case = ForecastCase.Flat,
        };
    }
}
