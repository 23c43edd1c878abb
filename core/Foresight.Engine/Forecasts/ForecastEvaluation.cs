using System.Diagnostics;
using Foresight.Methods.Forecasting;

namespace Foresight.Engine.Forecasts;

/// <summary>Judges our forecasts on competition series, over the whole horizon, beside the yardsticks of the competitions.</summary>
public static class ForecastEvaluation
{
    private const string Ours = "Foresight";

    /// <summary>Forecasts every series and averages over those of each frequency.</summary>
    /// <param name="series">The series.</param>
    /// <param name="cancellationToken">Stops between series.</param>
    public static ForecastReport Run(IReadOnlyList<CompetitionSeries> series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var judged = new Judged[series.Count];
        Parallel.For(0, series.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i => judged[i] = Judge(series[i]));
        var kept = judged.Where(one => one.Forecast is not null).ToArray();
        return new ForecastReport(
            [.. CompetitionFrequency.Names.Select(name => Figures(name, [.. kept.Where(one => one.Series.Frequency.Name == name)])).Where(figures => figures.Series > 0)],
            Figures("all", kept),
            [.. judged.Where(one => one.Forecast is null).Select(one => one.Series.Id)]);
    }

    private static Judged Judge(CompetitionSeries series)
    {
        var (period, horizon) = (series.Frequency.Period, series.Future.Count);
        if (series.Past.Count < Math.Max(Forecaster.FewestValues, period + 1))
            return new Judged(series, null, TimeSpan.Zero, []);
        var began = Stopwatch.GetTimestamp();
        var forecast = Forecaster.Of(series.Past, period, horizon);
        return new Judged(series, forecast, Stopwatch.GetElapsedTime(began),
        [
            (Ours, forecast.Points),
            ("Naive 2", Yardsticks.Naive2(series.Past, period, horizon)),
            ("seasonal naive", Yardsticks.SeasonalNaive(series.Past, period, horizon)),
            ("Theta", Yardsticks.Theta(series.Past, period, horizon)),
        ]);
    }

    private static FrequencyFigures Figures(string name, IReadOnlyList<Judged> judged)
    {
        if (judged.Count == 0)
            return new FrequencyFigures(name, 0, [], [], 0, 0);
        var methods = judged[0].Points.Select(method => method.Method).ToArray();
        var errors = methods.Select((method, m) => (
            Method: method,
            Smape: judged.Average(one => ForecastErrors.Smape(one.Series.Future, one.Points[m].Points)),
            // A series that never changed has no scale.
            Mase: judged.Select(one => ForecastErrors.Mase(one.Series.Past, one.Series.Frequency.Period, one.Series.Future, one.Points[m].Points)).OfType<double>().DefaultIfEmpty(double.NaN).Average())).ToArray();
        var naive = errors[1];
        var times = judged.Select(one => one.Took.TotalMilliseconds).Order().ToArray();
        return new FrequencyFigures(
            name,
            judged.Count,
            [.. errors.Select(error => new MethodFigures(error.Method, error.Smape, error.Mase, ((error.Smape / naive.Smape) + (error.Mase / naive.Mase)) / 2))],
            [.. judged[0].Forecast!.Intervals.Select((interval, i) => new CoverageFigure(interval.Level, Covered(judged, i)))],
            times[times.Length / 2],
            times[^1]);
    }

    /// <summary>Over all values of all series alike.</summary>
    private static double Covered(IReadOnlyList<Judged> judged, int interval) =>
        judged.Sum(one => ForecastErrors.Coverage(one.Series.Future, one.Forecast!.Intervals[interval]) * one.Series.Future.Count) / judged.Sum(one => one.Series.Future.Count);

    private sealed record Judged(CompetitionSeries Series, Forecast? Forecast, TimeSpan Took, IReadOnlyList<(string Method, IReadOnlyList<double> Points)> Points);
}
