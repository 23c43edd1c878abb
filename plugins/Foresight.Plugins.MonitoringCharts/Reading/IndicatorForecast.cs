using System.Globalization;
using Foresight.Methods.Forecasting;
using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>Where our own figures of an indicator are likely to go.</summary>
internal sealed class IndicatorForecast
{
    private readonly IndicatorFigures _figures;

    private IndicatorForecast(IndicatorFigures figures, Indicator indicator, ForecastableSeries series, Forecast forecast)
    {
        (_figures, Indicator, Forecast, Ahead) = (figures, indicator, forecast, series.Next(forecast.Points.Count));
        Used = [.. figures.Present(figures.Home).Where(figure => series.Periods.Contains(figure.Period))];
    }

    public Indicator Indicator { get; }

    public Place Home => _figures.Home;

    /// <summary>The figures that it was made from, oldest first.</summary>
    public IReadOnlyList<Figure> Used { get; }

    /// <summary>The periods to come.</summary>
    public IReadOnlyList<Period> Ahead { get; }

    public Forecast Forecast { get; }

    /// <summary>Whether it was tried from earlier points and erred less than the last value there; null where nothing could be tried.</summary>
    public bool? IsBetterThanLast => Forecast.ErrorAgainstNaive is { } error ? error < 1 : null;

    /// <summary>The forecast, or the sentence that says why there is none.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="today">Today, for the usual horizon.</param>
    /// <param name="horizon">How many periods ahead; null for the usual.</param>
    /// <param name="from">The year before which nothing is read; null for none.</param>
    public static (IndicatorForecast? Forecast, LocalText? Reason) Of(IndicatorFigures figures, Indicator indicator, DateOnly today, int? horizon = null, int? from = null)
    {
        var series = ForecastableSeries.Of(
            [.. figures.Of(figures.Home).Select(figure => SeriesFigure.Of(figure.Period, figure.Value, figure.Status))], indicator, from is { } year ? Period.Year(year) : null);
        return series.Reason is { } reason
            ? (null, reason)
            : (new IndicatorForecast(figures, indicator, series, Forecaster.Of(series.Values, series.Season, horizon ?? series.HorizonAt(today), series.Greatest)), null);
    }

    /// <summary>The bands of a period to come, the narrowest first.</summary>
    public IReadOnlyList<ChartBand> BandsAt(int step) => [.. Forecast.Intervals.Select(interval => new ChartBand(interval.Level, interval.Lower[step], interval.Upper[step]))];

    /// <summary>The band of a level at the end of the horizon.</summary>
    public ChartBand Last(double level) => BandsAt(Ahead.Count - 1).First(band => band.Level == level);

    /// <summary>What every number ahead was made from.</summary>
    public IEnumerable<Evidence> Evidence()
    {
        foreach (var figure in Used)
        {
            yield return _figures.EvidenceOf(figure);
        }

        var made = string.Create(CultureInfo.InvariantCulture, $"from {Used.Count} values {Used[0].Period.Text} to {Used[^1].Period.Text} (docs/methods/forecasting.md)");
        for (var step = 0; step < Ahead.Count; step++)
        {
            yield return Computed(Forecast.Points[step], $"forecast for {Ahead[step].Text} {made}");
            foreach (var band in BandsAt(step))
            {
                var level = (100 * band.Level).ToString("0", CultureInfo.InvariantCulture);
                yield return Computed(band.Low, $"lower bound of {level} % for {Ahead[step].Text} {made}");
                yield return Computed(band.High, $"upper bound of {level} % for {Ahead[step].Text} {made}");
            }
        }

        if (Forecast.ErrorAgainstNaive is { } error)
        {
            yield return Computed(error, string.Create(CultureInfo.InvariantCulture, $"mean absolute error from {Forecast.Origins} earlier points over that of the seasonal naive forecast, {made}"));
        }
    }

    private Evidence Computed(double value, string formula) => _figures.EvidenceOf(Used[^1]) with { Value = value, Formula = formula };
}
