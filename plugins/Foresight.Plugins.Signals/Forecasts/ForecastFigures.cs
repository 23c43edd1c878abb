using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>The numbers behind a forecast: each period's expected value with its intervals, how it was tried, and the methods' shares.</summary>
internal static class ForecastFigures
{
    public static IEnumerable<SignalFigure> Of(IndicatorForecast forecast)
    {
        var unit = forecast.Indicator.Unit.En;
        for (var step = 0; step < forecast.Ahead.Count; step++)
        {
            foreach (var band in forecast.BandsAt(step))
            {
                yield return new SignalFigure("forecast-" + forecast.Ahead[step].Text, forecast.Forecast.Points[step])
                {
                    Low = band.Low,
                    High = band.High,
                    Confidence = band.Level,
                    Unit = unit,
                };
            }
        }

        if (forecast.Forecast.ErrorAgainstNaive is { } error)
            yield return new SignalFigure("error-against-naive", error)
            {
                Method = string.Create(CultureInfo.InvariantCulture, $"rolling origin, {forecast.Forecast.Origins} origins"),
            };
        foreach (var method in forecast.Forecast.Methods)
            yield return new SignalFigure("share-of-" + Kebab(method.Name), method.Share) { Method = method.Name };
    }

    private static string Kebab(string name) => string.Concat(name.Select(letter => letter == ' ' ? '-' : char.ToLowerInvariant(letter)));
}
