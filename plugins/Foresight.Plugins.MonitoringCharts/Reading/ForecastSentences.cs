using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>A forecast in words: the interval is the message, a forecast that does not beat the last value says so, and nothing is judged.</summary>
internal static class ForecastSentences
{
    /// <summary>The interval that is told in words.</summary>
    public const double Level = 0.8;

    private const int LongestTitle = 90;

    private static readonly Dictionary<string, string> SwedishMethods = new(StringComparer.Ordinal)
    {
        ["ETS"] = "exponentiell utjämning",
        ["dynamic Theta"] = "dynamisk Theta",
        ["damped trend"] = "dämpad trend",
        ["seasonal naive"] = "det senaste värdet",
        ["Teunter-Syntetos-Babai"] = "Teunter, Syntetos och Babai",
    };

    /// <summary>Where the value at the end is likely to lie.</summary>
    public static string Title(IndicatorForecast forecast, string language)
    {
        var indicator = forecast.Indicator;
        var subjects = new[] { IndicatorWording.Subject(indicator, forecast.Home, language), Phrases.Capitalised(indicator.Name.In(language)) };
        var forms = Judgement.IsShare(indicator)
            ? new[] { indicator, indicator with { Unit = new LocalText("%", "%") } }
            : [indicator, indicator with { Unit = new LocalText("", "") }];
        var titles = forms.SelectMany(form => subjects.Select(subject => Sentence(forecast, subject, form, language))).ToArray();
        return titles.FirstOrDefault(title => title.Length <= LongestTitle) ?? titles[^1];
    }

    /// <summary>Where the value at the end is likely to lie, as the beginning of a longer sentence.</summary>
    public static string Expected(IndicatorForecast forecast, string language) =>
        Expected(forecast, IndicatorWording.Subject(forecast.Indicator, forecast.Home, language), forecast.Indicator, language);

    /// <summary>Measure, method and how good the forecast was when it was tried.</summary>
    public static string Subtitle(IndicatorForecast forecast, string language)
    {
        var (indicator, used) = (forecast.Indicator, forecast.Used);
        var unit = IndicatorWording.TellsUnit(indicator, language) ? "" : ", " + indicator.Unit.In(language);
        var years = $"{Wording.Of(used[0].Period, language)}–{Wording.Of(used[^1].Period, language)}";
        var level = Wording.Percent(Level, language);
        var (count, method) = (Wording.Number(used.Count, language), Methods(forecast, language));
        return Phrases.IsSwedish(language)
            ? $"{IndicatorWording.Subject(indicator, forecast.Home, language)}{unit}. Prognos från {count} värden {years}: {method}. {Tried(forecast, language)} Rubrikens spann gäller med {level} sannolikhet."
            : $"{IndicatorWording.Subject(indicator, forecast.Home, language)}{unit}. Forecast from {count} values {years}: {method}. {Tried(forecast, language)} The title's range holds with a probability of {level}.";
    }

    /// <summary>The error against the last value, and from how many earlier points it was tried.</summary>
    public static string Tried(IndicatorForecast forecast, string language)
    {
        var sv = Phrases.IsSwedish(language);
        if (forecast.Forecast.ErrorAgainstNaive is not { } error)
        {
            return sv ? "Serien är för kort för att pröva prognosen på tidigare år." : "The series is too short to try the forecast on earlier years.";
        }

        var unseasonal = forecast.Used[0].Period.Frequency is Frequency.Annual or Frequency.Weekly;
        var (number, origins) = (Wording.Number(error, language, 2), forecast.Forecast.Origins);
        return sv
            ? $"Fel mot naiv prognos: {number} (under 1 är bättre än att upprepa {(unseasonal ? "det senaste värdet" : "värdet från samma tid året före")}), prövat från {(origins == 1 ? "en tidigare punkt" : $"{Phrases.Count(origins, language)} tidigare punkter")}."
            : $"Error against naive: {number} (below 1 is better than repeating {(unseasonal ? "the last value" : "the value of the same time last year")}), tried from {(origins == 1 ? "one earlier point" : $"{Phrases.Count(origins, language)} earlier points")}.";
    }

    /// <summary>"2028" with its preposition: "år 2028", "in March 2028".</summary>
    public static string When(Period period, string language) => (Phrases.IsSwedish(language), period.Frequency) switch
    {
        (true, Frequency.Annual) => "år " + period.Text,
        (true, Frequency.Monthly) => "i " + Wording.Of(period, language),
        (true, _) => Wording.Of(period, language),
        (false, Frequency.Daily) => "on " + Wording.Of(period, language),
        (false, _) => "in " + Wording.Of(period, language),
    };

    private static string Sentence(IndicatorForecast forecast, string subject, Indicator form, string language)
    {
        var (band, when) = (forecast.Last(Level), When(forecast.Ahead[^1], language));
        var (low, high) = (IndicatorWording.Number(band.Low, form, language), IndicatorWording.Level(band.High, form, language));
        return (Phrases.IsSwedish(language), forecast.IsBetterThanLast) switch
        {
            (_, true) => Expected(forecast, subject, form, language),
            (true, false) => $"{subject} {when}: mellan {low} och {high}, men senaste värdet är en minst lika god gissning",
            (true, null) => $"{subject} {when}: troligen mellan {low} och {high}; prognosen är oprövad",
            (false, false) => $"{subject} {when}: between {low} and {high}, but the last value is at least as good a guess",
            (false, null) => $"{subject} {when}: probably between {low} and {high}; the forecast is untried",
        };
    }

    private static string Expected(IndicatorForecast forecast, string subject, Indicator form, string language)
    {
        var (band, when) = (forecast.Last(Level), When(forecast.Ahead[^1], language));
        var (low, high) = (IndicatorWording.Number(band.Low, form, language), IndicatorWording.Level(band.High, form, language));
        return Phrases.IsSwedish(language) ? $"{subject} väntas ligga mellan {low} och {high} {when}" : $"{subject} will probably lie between {low} and {high} {when}";
    }

    private static string Methods(IndicatorForecast forecast, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var methods = forecast.Forecast.Methods;
        var most = methods.MaxBy(method => method.Share)!;
        var name = sv ? SwedishMethods.GetValueOrDefault(most.Name, most.Name) : most.Name;
        return methods.Count == 1 ? name
            : sv ? $"{Phrases.Count(methods.Count, language)} metoder sammanvägda, mest {name} ({Wording.Percent(most.Share, language)})"
            : $"{Phrases.Count(methods.Count, language)} methods combined, most of all {name} ({Wording.Percent(most.Share, language)})";
    }
}
