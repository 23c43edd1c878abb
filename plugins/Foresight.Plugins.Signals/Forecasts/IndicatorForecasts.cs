using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>
/// Where indicators are likely to go: told only where the forecast was tried and beat the last value, and its 80 % interval at the horizon clears the newest
/// value, the target, or what the peers have. Elsewhere it says why it is silent.
/// </summary>
internal sealed class IndicatorForecasts(IndicatorForecastsOptions options) : IAnalysis
{
    // A look ahead stands behind what has happened, and a better tried one before others.
    private const double Least = 0.25;
    private const double MostMore = 0.2;
    private const double Unjudged = 0.7;

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var chosen = options.Indicators.Count == 0 ? context.Policy.Indicators : [.. options.Indicators.Select(id => PolicyIndicators.Find(context.Policy, id))];
        List<Signal> signals = [];
        List<Silence> silences = [];
        foreach (var indicator in chosen.Where(indicator => !options.Leave.Contains(indicator.Id)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var figures = await IndicatorFigures.ReadAsync(context.Tables, context.Policy, indicator).ConfigureAwait(false);
            var (forecast, reason) = IndicatorForecast.Of(figures, indicator, today, options.Horizon);
            if (forecast is null)
            {
                // Of those that nobody asked for, that they cannot be forecast is no news.
                if (options.Indicators.Count > 0)
                    silences.Add(SilenceOf(indicator, figures.Home, reason!.Sv, reason.En));
                continue;
            }

            var cleared = ClearedMark.Of(forecast, figures);
            if (forecast.IsBetterThanLast is true && cleared.Count > 0)
                signals.Add(SignalOf(forecast, figures, cleared, today));
            else
                silences.Add(SilenceOf(indicator, figures.Home, WhyNot(forecast, "sv"), WhyNot(forecast, "en")));
        }

        return new AnalysisOutcome([.. signals.OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal)]) { Silences = silences };
    }

    private Signal SignalOf(IndicatorForecast forecast, IndicatorFigures figures, IReadOnlyList<ClearedMark> cleared, DateOnly today)
    {
        var indicator = forecast.Indicator;
        var (widest, error) = (forecast.Last(0.95), forecast.Forecast.ErrorAgainstNaive!.Value);
        return new Signal
        {
            Id = "forecast/" + indicator.Id,
            Kind = "forecast",
            FocusArea = FocusAreaOf(indicator),
            Headline = new LocalText(Headline(forecast, cleared, "sv"), Headline(forecast, cleared, "en")),
            Caveat = new LocalText(Caveat(forecast, "sv"), Caveat(forecast, "en")),
            Weight = Math.Round((Least + (MostMore * (1 - error))) * (indicator.Good == Direction.None ? Unjudged : 1), 4),
            Chart = options.Charts.GetValueOrDefault(indicator.Id),
            Steep = indicator.Steep,
            Level = SignalLevel.Trend,
            Horizon = Horizons.Of(forecast.Ahead[^1].Start.Year - today.Year),
            Uncertainty = cleared.Any(mark => mark.Value < widest.Low || mark.Value > widest.High) ? Grade.Low : Grade.Medium,
            Method = "forecasting",
            Figures = [.. ForecastFigures.Of(forecast)],
            Evidence = [.. forecast.Evidence(), .. cleared.Select(mark => mark.Evidence).OfType<Evidence>()],
        };
    }

    private static string Headline(IndicatorForecast forecast, IReadOnlyList<ClearedMark> cleared, string language)
    {
        var and = Phrases.IsSwedish(language) ? " och " : " and ";
        return $"{ForecastSentences.Expected(forecast, language)}, {string.Join(and, cleared.Select(mark => mark.InWords(forecast.Indicator, language)))}.";
    }

    private static string Caveat(IndicatorForecast forecast, string language) => string.Join(' ', new[]
    {
        Phrases.IsSwedish(language)
            ? $"Spannet gäller med {Wording.Percent(ForecastSentences.Level, language)} sannolikhet."
            : $"The range holds with a probability of {Wording.Percent(ForecastSentences.Level, language)}.",
        ForecastSentences.Tried(forecast, language),
        forecast.Indicator.Note?.In(language),
        Phrases.Stale(forecast.Indicator, forecast.Used[^1].Period, language),
    }.OfType<string>());

    private static string WhyNot(IndicatorForecast forecast, string language)
    {
        var sv = Phrases.IsSwedish(language);
        if (forecast.IsBetterThanLast is not true)
        {
            var error = forecast.Forecast.ErrorAgainstNaive is { } number ? Wording.Number(number, language, 2) : null;
            return error is null ? ForecastSentences.Tried(forecast, language)
                : sv ? $"Det senaste värdet har varit en minst lika god gissning som prognosen (prognosens fel har varit {error} gånger så stort)." : $"The last value was at least as good a guess as the forecast (the forecast's error was {error} times as large).";
        }

        var (band, when, newest) = (forecast.Last(ForecastSentences.Level), ForecastSentences.When(forecast.Ahead[^1], language), forecast.Used[^1]);
        var (low, high, level) = (IndicatorWording.Number(band.Low, forecast.Indicator, language), IndicatorWording.Number(band.High, forecast.Indicator, language), Wording.Percent(ForecastSentences.Level, language));
        var value = IndicatorWording.Number(newest.Value!.Value, forecast.Indicator, language);
        return sv
            ? $"Prognosen {when} ({low} till {high} med {level} sannolikhet) rymmer det senaste värdet, {value} ({newest.Period.Text}), så den visar varken upp eller ned."
            : $"The forecast {when} ({low} to {high} with a probability of {level}) holds the newest value, {value} ({newest.Period.Text}), so it points neither up nor down.";
    }

    private static Silence SilenceOf(Indicator indicator, Place home, string sv, string en) => new(
        "forecast/" + indicator.Id, FocusAreaOf(indicator),
        new LocalText($"{IndicatorWording.Subject(indicator, home, "sv")}: {Phrases.Small(sv)}", $"{IndicatorWording.Subject(indicator, home, "en")}: {Phrases.Small(en)}"));

    private static string? FocusAreaOf(Indicator indicator) => indicator.FocusAreas.Count == 0 ? null : indicator.FocusAreas[0];
}
