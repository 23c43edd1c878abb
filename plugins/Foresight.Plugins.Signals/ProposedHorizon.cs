using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>
/// When a finding would matter: the year in which its trend reaches the target, or leaves what the peers have. A proposal by the rules of
/// <c>docs/methods/grading.md</c>; null where they have nothing to go by.
/// </summary>
internal static class ProposedHorizon
{
    // Look back twice as far as ahead (P. Saffo, Six Rules for Effective Forecasting, Harvard Business Review, 2007).
    private const int BackPerAhead = 2;

    public static Horizon? Of(Finding finding, FindingTrend? trend, DateOnly today)
    {
        if (trend is not { IsSure: true })
        {
            return null;
        }

        var (now, slope, interval) = (finding.End.Value!.Value, trend.Slope.Slope, trend.Slope.Interval);
        if (finding.Indicator is { Good: Direction.Target, Target: { } target })
        {
            return Reached(target - now, slope, interval.Low, interval.High, finding, trend, today);
        }

        // The peers move too: what counts is how fast we part from their median.
        if (finding is not { Median: { } median, MedianAtStart: { } before, Start: { } start } || finding.End.Period.Start.Year - start.Period.Start.Year is not (> 0 and var years))
        {
            return null;
        }

        var drift = (median.Value - before.Value) / years;
        var (apart, values) = (slope - drift, median.Figures.Select(figure => figure.Value!.Value).ToArray());
        var edge = apart > 0 ? values.Max() - now : values.Min() - now;
        // Beyond the edge already, and going on: it matters now.
        return apart == 0 || (interval.Low <= drift && drift <= interval.High) ? null
            : edge * apart <= 0 ? Horizon.UpToTwoYears
            : Reached(edge, apart, interval.Low - drift, interval.High - drift, finding, trend, today);
    }

    // Null for what is never reached, lies beyond what the series can tell, or could as well be two horizons off.
    private static Horizon? Reached(double distance, double slope, double low, double high, Finding finding, FindingTrend trend, DateOnly today)
    {
        if (distance * slope <= 0)
        {
            return null;
        }

        var (ahead, behind) = (distance / slope, trend.Last.Period.Start.Year - trend.First.Period.Start.Year);
        var (soonest, latest) = (Math.Min(distance / low, distance / high), Math.Max(distance / low, distance / high));
        var old = today.Year - finding.End.Period.Start.Year;
        return ahead * BackPerAhead > behind || Horizons.Of(latest - old) - Horizons.Of(soonest - old) > 1 ? null : Horizons.Of(ahead - old);
    }
}
