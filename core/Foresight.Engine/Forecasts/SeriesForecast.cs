using Foresight.Methods.Forecasting;
using Foresight.Sdk;

namespace Foresight.Engine.Forecasts;

/// <summary>Where a series is likely to go, or why that cannot be said.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Its unit; empty where none is known.</param>
/// <param name="Decimals">The number of decimals to print.</param>
public sealed record SeriesForecast(string Name, string Unit, int Decimals)
{
    /// <summary>Why there is no forecast, as a sentence; null where there is one.</summary>
    public string? Reason { get; private init; }

    /// <summary>From how many values it is made.</summary>
    public int Values { get; private init; }

    /// <summary>The period of the first of them.</summary>
    public string? First { get; private init; }

    /// <summary>The period of the newest.</summary>
    public string? Newest { get; private init; }

    /// <summary>Values in a season.</summary>
    public int Season { get; private init; } = 1;

    /// <summary>What is expected, the nearest period first.</summary>
    public IReadOnlyList<PeriodForecast> Periods { get; private init; } = [];

    /// <summary>The methods behind it with their shares and errors.</summary>
    public IReadOnlyList<MethodShare> Methods { get; private init; } = [];

    /// <summary>See <see cref="Forecast.ErrorAgainstNaive"/>.</summary>
    public double? ErrorAgainstNaive { get; private init; }

    /// <summary>From how many earlier points it was tried.</summary>
    public int Origins { get; private init; }

    /// <summary>What is special about the series.</summary>
    public ForecastCase Case { get; private init; }

    /// <summary>Forecasts a series where that is allowed.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="figures">Its figures, in any order.</param>
    /// <param name="indicator">What is known of it; null for nothing.</param>
    /// <param name="horizon">How many periods ahead; null for the usual.</param>
    /// <param name="today">Today, for the usual horizon.</param>
    public static SeriesForecast Of(string name, IReadOnlyList<SeriesFigure> figures, Indicator? indicator, int? horizon, DateOnly today)
    {
        var series = ForecastableSeries.Of(figures, indicator);
        var told = new SeriesForecast(name, indicator?.Unit.En ?? "", indicator?.Decimals ?? DecimalsOf(figures));
        if (series.Reason is { } reason)
            return told with { Reason = reason.En };
        var forecast = Forecaster.Of(series.Values, series.Season, horizon ?? series.HorizonAt(today), series.Greatest);
        return told with
        {
            Values = series.Values.Count,
            First = series.Periods[0].Text,
            Newest = series.Periods[^1].Text,
            Season = series.Season,
            Periods =
            [
                .. series.Next(forecast.Points.Count).Select((period, step) => new PeriodForecast(
                    period.Text, forecast.Points[step], [.. forecast.Intervals.Select(interval => new PeriodInterval(interval.Level, interval.Lower[step], interval.Upper[step]))])),
            ],
            Methods = forecast.Methods,
            ErrorAgainstNaive = forecast.ErrorAgainstNaive,
            Origins = forecast.Origins,
            Case = forecast.Case,
        };
    }

    /// <summary>As many as make the values' own changes visible.</summary>
    private static int DecimalsOf(IReadOnlyList<SeriesFigure> figures)
    {
        var greatest = figures.Select(figure => Math.Abs(figure.Value ?? 0)).DefaultIfEmpty().Max();
        return greatest is 0 or >= 1000 ? 0 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(greatest)), 0, 8);
    }
}

/// <summary>What is expected of a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Point">The expected value.</param>
/// <param name="Intervals">Where it is likely to lie, the narrowest first.</param>
public sealed record PeriodForecast(string Period, double Point, IReadOnlyList<PeriodInterval> Intervals);

/// <summary>An interval of a period.</summary>
/// <param name="Level">0.5, 0.8 or 0.95.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
public sealed record PeriodInterval(double Level, double Low, double High);
