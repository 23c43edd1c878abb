using System.Globalization;
using Foresight.Methods.Trends;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>The numbers behind a finding with their uncertainty; <c>docs/methods/indicators.md</c> lists the names.</summary>
internal static class FindingFigures
{
    public static IEnumerable<SignalFigure> Of(Finding finding, FindingContext context)
    {
        var (indicator, end) = (finding.Indicator, finding.End.Value!.Value);
        var unit = indicator.Unit.En;
        yield return Level(indicator, end) with { Unit = unit, Method = finding.End.Period.Text };
        if (finding.Start is { } start)
        {
            yield return new SignalFigure("change", end - start.Value!.Value) { Unit = unit, Method = $"{start.Period.Text}-{finding.End.Period.Text}" };
        }

        foreach (var figure in Trend(context, unit))
        {
            yield return figure;
        }

        if (indicator is { Good: Direction.Target, Target: { } target })
        {
            yield return new SignalFigure("distance-to-target", end - target) { Unit = unit, Method = string.Create(CultureInfo.InvariantCulture, $"target {target}") };
        }

        foreach (var figure in Peers(finding, unit).Concat(Others(finding, context, unit)))
        {
            yield return figure;
        }
    }

    private static SignalFigure Level(Indicator indicator, double value)
    {
        var level = new SignalFigure("level", value);
        if (!indicator.Kinds.HasFlag(SeriesKinds.SmallCount) || indicator.Denominator is not { } cases)
        {
            return level;
        }

        if (Judgement.IsShare(indicator))
        {
            var share = CountIntervals.Wilson(Math.Clamp(value / 100, 0, 1), cases);
            return level with { Low = 100 * share.Low, High = 100 * share.High, Confidence = share.Confidence };
        }

        // The rate of as many events: its interval is theirs, in the same measure.
        var events = CountIntervals.Poisson(cases);
        return level with { Low = value * events.Low / cases, High = value * events.High / cases, Confidence = events.Confidence };
    }

    private static IEnumerable<SignalFigure> Trend(FindingContext context, string unit)
    {
        if (context.Trend is { } trend)
        {
            var interval = trend.Slope.Interval;
            yield return new SignalFigure("slope-per-year", trend.Slope.Slope)
            {
                Low = interval.IsBounded ? interval.Low : null,
                High = interval.IsBounded ? interval.High : null,
                Confidence = interval.IsBounded ? interval.Confidence : null,
                Unit = unit,
                Method = $"Theil-Sen, {trend.First.Period.Text}-{trend.Last.Period.Text}",
            };
            yield return new SignalFigure("kendall-tau", trend.Test.Tau) { Method = "tau-b" };
            yield return new SignalFigure("p-value", trend.Test.PValue) { Method = trend.TestMethod };
            yield return new SignalFigure("observations", trend.Test.Count);
            yield return new SignalFigure("autocorrelation", trend.Test.Autocorrelation) { Method = "lag 1, after the slope" };
        }

        foreach (var change in context.Changes)
        {
            yield return new SignalFigure("change-point", change.Period.Start.Year) { Method = "least squares, BIC" };
        }
    }

    private static IEnumerable<SignalFigure> Peers(Finding finding, string unit)
    {
        if (finding.Median is not { } median)
        {
            yield break;
        }

        var standing = PeerStanding.Of(finding.End.Value!.Value, [.. median.Figures.Select(figure => figure.Value!.Value)]);
        var group = finding.Figures.Group!;
        var among = string.Create(CultureInfo.InvariantCulture, $"{standing.Count} places, {group.Code} ({group.Year})");
        yield return new SignalFigure("peer-median", median.Value) { Unit = unit, Method = string.Create(CultureInfo.InvariantCulture, $"{median.Figures.Count} of {median.GroupSize}, {group.Code} ({group.Year})") };
        if (finding.MedianAtStart is { } start)
        {
            yield return new SignalFigure("peer-median-change", median.Value - start.Value) { Unit = unit };
        }

        yield return new SignalFigure("peer-rank", standing.Rank) { Method = "from the highest of " + among };
        yield return new SignalFigure("peer-percentile", standing.Percentile) { Method = among };
    }

    private static IEnumerable<SignalFigure> Others(Finding finding, FindingContext context, string unit)
    {
        if (context.Everyone is { } everyone)
        {
            var among = string.Create(CultureInfo.InvariantCulture, $"{everyone.Standing.Count} municipalities");
            yield return new SignalFigure("municipality-rank", everyone.Standing.Rank) { Method = "from the highest of " + among };
            yield return new SignalFigure("municipality-percentile", everyone.Standing.Percentile) { Method = among };
        }

        if (finding.Whole is { } whole)
        {
            yield return new SignalFigure("country", whole.Value!.Value) { Unit = unit };
            if (finding.WholeAtStart is { } start)
            {
                yield return new SignalFigure("country-change", whole.Value.Value - start.Value!.Value) { Unit = unit };
            }
        }

        foreach (var figure in context.Sexes?.Figures(unit) ?? [])
        {
            yield return figure;
        }
    }
}
