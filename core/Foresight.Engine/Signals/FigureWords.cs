using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>The figures behind a signal in words, those first that say how sure it is.</summary>
public static class FigureWords
{
    private const int Digits = 3;
    private const int MostDecimals = 4;
    private const int MostFigures = 3;
    private const string Chance = "p-value";
    private const string Year = "change-point";

    /// <summary>Below this a p-value is not told more exactly: no chance is nought.</summary>
    internal const double LeastChance = 0.0001;

    // Of a forecast one interval is enough: that of the sentence, at the horizon.
    private const string Forecast = "forecast-";
    private const double ForecastLevel = 0.8;

    private static readonly Dictionary<string, LocalText> Names = new(StringComparer.Ordinal)
    {
        ["change"] = new("förändring", "change"),
        ["change-per-year"] = new("förändring per år", "change per year"),
        ["slope-per-year"] = new("förändring per år", "change per year"),
        ["growth-per-year"] = new("tillväxt per år", "growth per year"),
        ["level"] = new("nivå", "level"),
        ["forecast"] = new("prognos", "forecast"),
        ["share"] = new("andel", "share"),
        ["share-change"] = new("förändring av andelen", "change of the share"),
        ["gap-to-peers"] = new("avstånd till jämförbara", "distance to peers"),
        ["ratio"] = new("gånger det väntade", "times what was expected"),
        ["growth"] = new("tillväxt", "growth"),
        ["hhi-partners"] = new("koncentration på länder", "concentration by partner"),
        ["hhi-products"] = new("koncentration på varor", "concentration by product"),
        ["distance-to-target"] = new("avstånd till målet", "distance to the target"),
        ["error-against-naive"] = new("fel mot senaste värdet", "error against the last value"),
        ["p-value"] = new("p-värde", "p-value"),
    };

    /// <summary>The figures that matter to a reader, at most three: those with an interval, and how likely chance is.</summary>
    public static IEnumerable<SignalFigure> ThatMatter(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var ahead = signal.Figures.LastOrDefault(figure => IsForecast(figure) && figure.Confidence == ForecastLevel);
        var chance = signal.Figures.FirstOrDefault(figure => figure.Name == Chance);
        return signal.Figures
            .Where(figure => figure is { Low: not null, High: not null } && figure.Low != figure.High && (!IsForecast(figure) || figure == ahead))
            .Take(chance is null ? MostFigures : MostFigures - 1)
            .Concat(chance is null ? [] : [chance]);
    }

    /// <summary>Whether the figure has a name in the brief's languages.</summary>
    public static bool HasName(SignalFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Names.ContainsKey(figure.Name);
    }

    /// <summary>A figure with its interval: <c>change per year 0.34 per cent (95% sure between 0.12 and 0.56)</c>.</summary>
    public static string Of(SignalFigure figure, string language)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var name = Names.GetValueOrDefault(figure.Name)?.In(language) ?? figure.Name.Replace('-', ' ');
        var interval = figure is { Low: { } low, High: { } high } && double.IsFinite(low) && double.IsFinite(high)
            ? language == "sv" ? $" ({Confidence(figure.Confidence, language, " säkert ")}mellan {Number(low, low, high, language)} och {Number(high, low, high, language)})"
                : $" ({Confidence(figure.Confidence, language, " sure ")}between {Number(low, low, high, language)} and {Number(high, low, high, language)})"
            : "";
        return $"{name} {Value(figure, language)}{Unit(figure, language)}{interval}";
    }

    private static bool IsForecast(SignalFigure figure) => figure.Name.StartsWith(Forecast, StringComparison.Ordinal);

    /// <summary>Whether it is a p-value that is too small to be told exactly.</summary>
    internal static bool IsBelowLeast(SignalFigure figure) => figure is { Name: Chance, Value: < LeastChance };

    private static string Value(SignalFigure figure, string language) => figure switch
    {
        _ when IsBelowLeast(figure) => (language == "sv" ? "under " : "below ") + Wording.Number(LeastChance, language, MostDecimals),
        { Name: Year } => figure.Value.ToString("F0", CultureInfo.InvariantCulture),
        _ when double.IsFinite(figure.Value) => Number(figure.Value, figure.Low ?? figure.Value, figure.High ?? figure.Value, language),
        _ => "–",
    };

    // Units in words are English; in Swedish the sentence above has said them.
    private static string Unit(SignalFigure figure, string language) =>
        figure.Unit is not { Length: > 0 } unit || (language != "en" && unit.Any(char.IsLower)) ? "" : " " + unit;

    private static string Confidence(double? confidence, string language, string sure) => confidence is { } share ? Wording.Percent(share, language) + sure : "";

    // As many decimals as the widest of the three shows three digits with: the interval and its middle are written alike.
    private static string Number(double value, double low, double high, string language)
    {
        var greatest = new[] { value, low, high }.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        var decimals = new[] { value, low, high }.All(double.IsInteger) ? 0 : Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(greatest)), 0, MostDecimals);
        return Wording.Number(value, language, decimals);
    }
}
