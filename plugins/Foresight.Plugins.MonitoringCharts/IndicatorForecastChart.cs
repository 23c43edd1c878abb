using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>An indicator of ours over time and where it is likely to go, with intervals; nothing where its series cannot be forecast honestly.</summary>
internal sealed class IndicatorForecastChart(IndicatorForecastOptions options) : IChart
{
    // What came long before tells nothing that the eye could use, and would press the fan to the edge.
    private const int MostPast = 60;

    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var indicator = PolicyIndicators.Find(context.Policy, options.Indicator);
        var figures = await IndicatorFigures.ReadAsync(context.Tables, context.Policy, indicator).ConfigureAwait(false);
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var (forecast, reason) = IndicatorForecast.Of(figures, indicator, today, options.Horizon, options.From);
        if (forecast is null)
        {
            return ChartOutcome.Nothing($"{IndicatorWording.Subject(indicator, figures.Home, language)} ({indicator.Id}): {Phrases.Small(reason!.In(language))}");
        }

        var past = Past(figures, forecast);
        var fetched = await Phrases.FetchedAsync(context.Tables, indicator.Source).ConfigureAwait(false);
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.Fan,
            Title = ForecastSentences.Title(forecast, language),
            Subtitle = ForecastSentences.Subtitle(forecast, language),
            Unit = indicator.Unit.In(language),
            Decimals = indicator.Decimals,
            Series =
            [
                new ChartSeries
                {
                    Name = figures.Home.Name.In(language),
                    Emphasis = Emphasis.Us,
                    Points = [.. past.Select(period => PointOf(figures, period, indicator)), .. forecast.Ahead.Select((period, step) => PointOf(forecast, period, step))],
                },
            ],
            SourceLine = Phrases.OwnWork($"{Phrases.Producers([indicator], language)} ({indicator.Id})", fetched, language),
            Notes = [.. NotesOf(forecast, language)],
            FocusArea = indicator.FocusAreas.Count == 1 ? indicator.FocusAreas[0] : null,
            ReferenceValue = indicator.Good == Direction.Target ? indicator.Target : null,
            ReferenceLabel = indicator is { Good: Direction.Target, Target: { } target }
                ? (sv ? "riktvärde " : "benchmark ") + Wording.Number(target, language, target % 1 == 0 ? 0 : indicator.Decimals) : null,
            Evidence = [.. figures.Present(figures.Home).Where(figure => past.Contains(figure.Period) && !forecast.Used.Contains(figure)).Select(figures.EvidenceOf), .. forecast.Evidence()],
        });
    }

    /// <summary>Every period from the first figure to the newest: what is missing leaves a gap.</summary>
    private static Period[] Past(IndicatorFigures figures, IndicatorForecast forecast)
    {
        var newest = forecast.Used[^1].Period;
        var first = figures.Present(figures.Home).Select(figure => figure.Period).First(period => period.Frequency == newest.Frequency);
        return [.. Enumerable.Range(0, MostPast).Select(back => newest.Plus(-back)).TakeWhile(period => period >= first).Reverse()];
    }

    private static ChartPoint PointOf(IndicatorFigures figures, Period period, Indicator indicator)
    {
        var figure = figures.At(figures.Home, period);
        return new ChartPoint
        {
            Label = period.Text,
            Period = period,
            Value = figure?.Value,
            Mark = figure is { IsBreak: true } || (period.Frequency == Frequency.Annual && indicator.Breaks.Contains(period.Start.Year)) ? PointMark.Break
                : figure is { IsProvisional: true } ? PointMark.Provisional : PointMark.None,
        };
    }

    private static ChartPoint PointOf(IndicatorForecast forecast, Period period, int step) =>
        new() { Label = period.Text, Period = period, Value = forecast.Forecast.Points[step], Bands = forecast.BandsAt(step) };

    /// <summary>At most two: what matters most for reading it, and that the source has newer data.</summary>
    private static IEnumerable<string> NotesOf(IndicatorForecast forecast, string language)
    {
        var indicator = forecast.Indicator;
        yield return indicator.Note?.In(language)
            ?? Phrases.KindNotes(indicator with { Kinds = indicator.Kinds & ~SeriesKinds.Gaps }, forecast.Used[^1].Value, language).FirstOrDefault()
            ?? (Phrases.IsSwedish(language)
                ? "Prognosen ser bara serien själv: nya beslut, stängda arbetsplatser och andra händelser vet den inget om."
                : "The forecast sees the series alone: it knows nothing of new decisions, closed workplaces and other events.");
        if (Phrases.Stale(indicator, forecast.Used[^1].Period, language) is { } stale)
        {
            yield return stale;
        }
    }
}
