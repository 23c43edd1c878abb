using System.Globalization;

namespace Foresight.Sdk;

/// <summary>A figure of a series, in the order of time.</summary>
/// <param name="Period">The period.</param>
/// <param name="Value">The value; null where there is none.</param>
/// <param name="IsBreak">Whether it cannot be compared with those before it.</param>
public readonly record struct SeriesFigure(Period Period, double? Value, bool IsBreak = false)
{
    /// <summary>A figure as it is stored.</summary>
    /// <param name="period">The period.</param>
    /// <param name="value">The value; null where there is none.</param>
    /// <param name="status">The column <c>status</c>: SDMX flags, of which <c>b</c> is a break. Longer texts are another source's words.</param>
    public static SeriesFigure Of(Period period, double? value, string? status) =>
        new(period, value, status is { Length: <= 3 } && status.Contains('b', StringComparison.Ordinal));
}

/// <summary>
/// The part of a series that a forecast may be made from, or the reason why there is none. It is the newest values in unbroken order, all after the last
/// break: a gap is never filled. Steps, rolling means and series that mostly repeat the value before are never forecast, since that would only repeat how
/// they are made (<c>docs/methods/forecasting.md</c>).
/// </summary>
public sealed record ForecastableSeries
{
    /// <summary>The fewest values that a forecast is made from.</summary>
    public const int FewestValues = 6;

    private ForecastableSeries()
    {
    }

    /// <summary>Why it cannot be forecast, as a sentence for readers; null where it can.</summary>
    public LocalText? Reason { get; private init; }

    /// <summary>The periods of the values.</summary>
    public IReadOnlyList<Period> Periods { get; private init; } = [];

    /// <summary>The values, oldest first, without gaps.</summary>
    public IReadOnlyList<double> Values { get; private init; } = [];

    /// <summary>What no value can pass: 100 for a share in per cent; null for nothing.</summary>
    public double? Greatest { get; private init; }

    /// <summary>Values in a season: 12 for months, 4 for quarters, 2 for half years, 7 for days, 1 for others.</summary>
    public int Season => Periods.Count == 0 ? 1 : Periods[0].Frequency switch
    {
        Frequency.Monthly => 12,
        Frequency.Quarterly => 4,
        Frequency.HalfYearly => 2,
        Frequency.Daily => 7,
        _ => 1,
    };

    /// <summary>The series as its indicator allows to forecast it.</summary>
    /// <param name="figures">The figures of one place, in the order of time.</param>
    /// <param name="indicator">What the series is like; null where nothing is known of it.</param>
    /// <param name="from">The period before which nothing is read; null for none.</param>
    public static ForecastableSeries Of(IReadOnlyList<SeriesFigure> figures, Indicator? indicator = null, Period? from = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var kinds = indicator?.Kinds ?? SeriesKinds.Annual;
        if (kinds.HasFlag(SeriesKinds.Step))
            return Not("Måttet mäts inte varje år, så en prognos skulle bara upprepa det senaste värdet.", "The measure is not taken every year, so a forecast would only repeat the last value.");
        if (kinds.HasFlag(SeriesKinds.Rolling))
            return Not("Måttet är ett medelvärde över flera år, så en prognos skulle mest upprepa hur det är räknat.", "The measure is a mean over several years, so a forecast would mostly repeat how it is made.");
        if (kinds.HasFlag(SeriesKinds.FewPoints))
            return Not("Serien har för få år för en prognos.", "The series has too few years for a forecast.");
        var tail = Tail(figures, indicator?.Breaks ?? [], indicator is { ZeroIsBlank: true }, from);
        if (tail.Count < FewestValues)
        {
            var (count, fewest) = (tail.Count.ToString(CultureInfo.InvariantCulture), FewestValues.ToString(CultureInfo.InvariantCulture));
            return Not(
                $"En prognos kräver minst {fewest} jämförbara värden i följd till och med det senaste; här finns {count}.",
                $"A forecast needs at least {fewest} comparable values in a row up to the newest; there are {count}.");
        }

        var values = tail.Select(figure => figure.Value!.Value).ToArray();
        // Zeros may well follow each other where something seldom happens.
        var repeats = values.Zip(values.Skip(1)).Count(pair => pair.First == pair.Second && pair.First != 0);
        return 2 * repeats > values.Length - 1 || values.All(value => value == 0)
            ? Not("Värdena upprepar mest det som stod förut, så en prognos skulle bara göra detsamma.", "The values mostly repeat the one before, so a forecast would only do the same.")
            : new ForecastableSeries { Periods = [.. tail.Select(figure => figure.Period)], Values = values, Greatest = IsShare(indicator) && values.Max() <= 100 ? 100 : null };
    }

    /// <summary>The periods after the newest value.</summary>
    public IReadOnlyList<Period> Next(int horizon) => [.. Enumerable.Range(1, horizon).Select(Periods[^1].Plus)];

    /// <summary>How far to look where nothing else is asked: to the end of the second year from today's, but at most half as many periods as there are values.</summary>
    public int HorizonAt(DateOnly today)
    {
        var most = Values.Count / 2;
        return Math.Max(1, Enumerable.Range(1, most).LastOrDefault(steps => Periods[^1].Plus(steps).Start.Year <= today.Year + 2));
    }

    private static bool IsShare(Indicator? indicator) =>
        indicator?.Unit.En is { } unit && (unit.StartsWith('%') || unit.StartsWith("per cent", StringComparison.Ordinal));

    private static ForecastableSeries Not(string sv, string en) => new() { Reason = new LocalText(sv, en) };

    private static List<SeriesFigure> Tail(IReadOnlyList<SeriesFigure> figures, IReadOnlyList<int> breaks, bool zeroIsBlank, Period? from)
    {
        List<SeriesFigure> tail = [];
        var present = figures.Where(figure => figure.Value is { } value && !(zeroIsBlank && value == 0)).OrderBy(figure => figure.Period).ToArray();
        if (present.Length == 0)
            return tail;
        var newest = present[^1].Period;
        var since = breaks.Where(year => year <= newest.Start.Year).DefaultIfEmpty(int.MinValue).Max();
        for (var i = present.Length - 1; i >= 0; i--)
        {
            var figure = present[i];
            if (figure.Period != newest.Plus(-tail.Count) || figure.Period.Start.Year < since || figure.Period < from)
                break;
            tail.Insert(0, figure);
            if (figure.IsBreak)
                break;
        }

        return tail;
    }
}
