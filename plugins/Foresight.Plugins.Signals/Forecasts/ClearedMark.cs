using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>A value that matters and that the forecast's 80 % interval at the horizon lies wholly above or below.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Value">The value.</param>
/// <param name="IsBelow">Whether the forecast lies above it.</param>
/// <param name="Evidence">Where it comes from; null for a target, which stands in the policy.</param>
internal sealed record ClearedMark(ClearedKind Kind, double Value, bool IsBelow, Evidence? Evidence)
{
    private string? Period { get; init; }

    /// <summary>The newest value; target and peers only where the forecast crosses to their other side: staying there is no news.</summary>
    public static IReadOnlyList<ClearedMark> Of(IndicatorForecast forecast, IndicatorFigures figures)
    {
        var (band, newest, indicator) = (forecast.Last(ForecastSentences.Level), forecast.Used[^1], forecast.Indicator);
        List<ClearedMark> marks = [];
        Add(ClearedKind.Newest, newest.Value, figures.EvidenceOf(newest), newest.Period.Text);
        if (indicator.Good == Direction.Target)
            Add(ClearedKind.Target, indicator.Target, null, null);
        if (figures.MedianAt(newest.Period) is { } median)
            Add(ClearedKind.Peers, median.Value, figures.EvidenceOf(median), newest.Period.Text);
        return marks;

        double Printed(double number) => Math.Round(number, indicator.Decimals, MidpointRounding.AwayFromZero);
        void Add(ClearedKind kind, double? value, Evidence? evidence, string? period)
        {
            // As printed: who reads "between 0.88 and 0.93, higher than 0.88" learns nothing.
            if (value is not { } mark || (Printed(band.Low) <= Printed(mark) && Printed(mark) <= Printed(band.High)))
                return;
            var isBelow = band.Low > mark;
            if (kind == ClearedKind.Newest || isBelow != newest.Value!.Value > mark)
                marks.Add(new ClearedMark(kind, mark, isBelow, evidence) { Period = period });
        }
    }

    public string InWords(Indicator indicator, string language)
    {
        var value = IndicatorWording.Number(Value, indicator, language);
        return (Phrases.IsSwedish(language), Kind) switch
        {
            (true, ClearedKind.Newest) => $"{(IsBelow ? "högre" : "lägre")} än {value} ({Period})",
            (true, ClearedKind.Target) => $"{(IsBelow ? "över" : "under")} riktvärdet {value}",
            (true, _) => $"{(IsBelow ? "över" : "under")} jämförbara kommuners {value} ({Period})",
            (false, ClearedKind.Newest) => $"{(IsBelow ? "higher" : "lower")} than {value} ({Period})",
            (false, ClearedKind.Target) => $"{(IsBelow ? "above" : "below")} the benchmark of {value}",
            (false, _) => $"{(IsBelow ? "above" : "below")} its peers' {value} ({Period})",
        };
    }
}

/// <summary>What a forecast can clear.</summary>
internal enum ClearedKind
{
    Newest,
    Target,
    Peers,
}
