using System.Globalization;
using Foresight.Methods.Trends;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>Whether our figures have a trend over the years that are told, and its slope; only of kinds of series that can have one.</summary>
internal sealed record FindingTrend(TrendTest Test, SenSlope Slope, Figure First, Figure Last)
{
    // Fewer values give an interval that says nothing.
    private const int Least = 6;

    private const SeriesKinds Trendless = SeriesKinds.Step | SeriesKinds.FewPoints | SeriesKinds.Noisy | SeriesKinds.CurrentPrices;

    /// <summary>Whether there is a trend beyond chance, and whose slope's interval leaves zero out.</summary>
    public bool IsSure => Test.IsTrend() && Slope.Interval is { IsBounded: true } interval && !interval.Holds(0);

    public string TestMethod => Test.Method switch
    {
        TrendTestMethod.Exact => "Mann-Kendall, exact",
        TrendTestMethod.NormalCorrected => "Mann-Kendall, normal, Hamed-Rao",
        _ => "Mann-Kendall, normal with ties",
    };

    /// <summary>Null where the kind allows no trend or there are too few comparable figures from the start on.</summary>
    public static FindingTrend? Of(IndicatorFigures figures, Indicator indicator, Figure start)
    {
        var series = figures.Unbroken().Where(figure => figure.Period >= start.Period).ToArray();
        if ((indicator.Kinds & Trendless) != 0 || series.Length < Least)
        {
            return null;
        }

        var (times, values) = (Times(series), Values(series));
        var test = MannKendall.Test(times, values);
        return new FindingTrend(test, TheilSen.Of(times, values, varianceFactor: test.VarianceFactor), series[0], series[^1]);
    }

    /// <summary>The years from which the series stood on another level or followed another line, over all comparable years.</summary>
    public static IReadOnlyList<Figure> Changes(IndicatorFigures figures, Indicator indicator)
    {
        var series = figures.Unbroken();
        return (indicator.Kinds & Trendless) != 0 || series.Count < ChangePoints.Least ? []
            : [.. ChangePoints.Find(Times(series), Values(series)).First.Select(place => series[place])];
    }

    public IEnumerable<Evidence> EvidenceOf(IndicatorFigures figures)
    {
        var formula = string.Create(
            CultureInfo.InvariantCulture, $"Theil-Sen slope of {Test.Count} figures, {First.Period.Text} to {Last.Period.Text}, with its 95 % interval");
        return new[] { Slope.Slope, Slope.Interval.Low, Slope.Interval.High }.Where(double.IsFinite)
            .Select(value => figures.EvidenceOf(Last) with { Value = value, Formula = formula });
    }

    private static double[] Times(IReadOnlyList<Figure> series) =>
        [.. series.Select(figure => figure.Period.Start.Year + ((figure.Period.Start.DayOfYear - 1) / 365.25))];

    private static double[] Values(IReadOnlyList<Figure> series) => [.. series.Select(figure => figure.Value!.Value)];
}
