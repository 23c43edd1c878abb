using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>A point of a chart with the records that its value comes from.</summary>
internal sealed record TracedPoint(ChartPoint Point, IReadOnlyList<int> Records);

/// <summary>Joins the points of a chart with its evidence.</summary>
internal static class ChartPoints
{
    // A chart may print in thousands or millions what the source states in ones.
    private static readonly double[] Units = [1e3, 1e6, 1e9];

    public static IReadOnlyList<TracedPoint> Trace(ChartSeries series, IReadOnlyList<Trace> traces, string language) =>
        [.. series.Points.Select(point => new TracedPoint(point, Records(point, traces, language)))];

    /// <summary>The records with the point's value; those that name its period first, where any does.</summary>
    private static List<int> Records(ChartPoint point, IReadOnlyList<Trace> traces, string language)
    {
        List<int> equal = point switch
        {
            { Value: { } value } => Valued(stored => Same(stored, value)) is { Count: > 0 } same ? same : Valued(stored => Units.Any(unit => Same(stored / unit, value))),
            { Date: { } day } => [.. Enumerable.Range(0, traces.Count).Where(place => traces[place].Days.Contains(day))],
            _ => [],
        };
        if (equal.Count == 0 && point.Display is { } display)
        {
            // What is drawn was computed (a distance), what is printed are the figures themselves.
            equal = Valued(stored => PrintedNumber.In(display, language).Any(number => number.Is(stored)));
        }

        var period = point.Period?.Text ?? point.Label;
        var named = equal.Where(place => traces[place].Evidence.Record.Contains(period, StringComparison.Ordinal)).ToList();
        return named.Count > 0 ? named : equal;

        List<int> Valued(Func<double, bool> fits) =>
            [.. Enumerable.Range(0, traces.Count).Where(place => traces[place].Evidence.Value is { } stored && fits(stored))];
    }

    private static bool Same(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one));
}
