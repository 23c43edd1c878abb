using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>What is worth telling of one indicator, as numbers.</summary>
internal sealed record Finding
{
    public required Indicator Indicator { get; init; }

    public required IndicatorFigures Figures { get; init; }

    public required Figure End { get; init; }

    /// <summary>The comparable series' first figure; null where there is none.</summary>
    public Figure? Start { get; init; }

    /// <summary>Whether the change is more than the series does by itself.</summary>
    public bool Moved { get; init; }

    /// <summary>Whether the peers went another way by more than that.</summary>
    public bool Parted { get; init; }

    public PeerMedian? Median { get; init; }

    public PeerMedian? MedianAtStart { get; init; }

    public Figure? Whole { get; init; }

    public Figure? WholeAtStart { get; init; }

    /// <summary>A high or low between start and end that both stand clearly apart from, in order of time.</summary>
    public IReadOnlyList<Figure> Extremes { get; init; } = [];

    public double Weight { get; private init; }

    public static Finding? Of(IndicatorFigures figures, Indicator indicator)
    {
        var present = figures.Present(figures.Home);
        if (present.Count == 0 || indicator.Kinds.HasFlag(SeriesKinds.FewPoints) || indicator.Kinds.HasFlag(SeriesKinds.Noisy))
        {
            return null;
        }

        var end = present[^1];
        var move = IndicatorMove.Of(figures, indicator);
        var margin = IndicatorMove.MarginOf(indicator, end.Value!.Value);
        var median = figures.MedianAt(end.Period);
        var medianAtStart = move is null ? null : figures.MedianAt(move.Start.Period);
        var whole = figures.Whole is { } place ? figures.At(place, end.Period) : null;
        var wholeAtStart = figures.Whole is { } same && move is not null ? figures.At(same, move.Start.Period) : null;
        // Where no peers have figures, the country stands in for them.
        var (others, othersAtStart) = median is null ? (whole?.Value, wholeAtStart?.Value) : (median.Value, medianAtStart?.Value);
        var gapChange = others is null || othersAtStart is null ? 0 : move!.Change - (others.Value - othersAtStart.Value);
        var level = others is null ? 0 : end.Value.Value - others.Value;
        var moved = move is { IsMarked: true };
        var parted = move is not null && Math.Abs(gapChange) > IndicatorMove.MarginOf(indicator, move.Start.Value!.Value, end.Value.Value) && gapChange * move.Change > 0;
        if (!moved && !parted && Math.Abs(level) <= margin)
        {
            return null;
        }

        var extremes = move is null ? [] : ExtremesOf(present, move, margin);
        return new Finding
        {
            Indicator = indicator,
            Figures = figures,
            End = end,
            Start = move?.Start,
            Moved = moved,
            Parted = parted,
            Median = median,
            MedianAtStart = medianAtStart,
            Whole = whole,
            WholeAtStart = wholeAtStart,
            Extremes = extremes,
            Weight = FindingWeight.Of(new FindingStrength
            {
                Indicator = indicator,
                Start = move?.Start.Value,
                End = end.Value.Value,
                OthersAtStart = othersAtStart,
                Others = others,
                Spread = median is null ? null : (median.Figures.Max(figure => figure.Value) - median.Figures.Min(figure => figure.Value)) / 2,
                Margin = margin,
                Change = Math.Max(moved ? Math.Abs(move!.Change) : 0, parted ? Math.Abs(gapChange) : 0),
                Swing = extremes.Select(turn => Math.Abs(turn.Value!.Value - end.Value.Value)).DefaultIfEmpty().Max(),
                Coverage = median is null ? 0 : (double)median.Figures.Count / median.GroupSize,
                Fresh = indicator.Published is not { } published || published <= end.Period.Start.Year,
            }),
        };
    }

    public IEnumerable<Evidence> EvidenceOf()
    {
        foreach (var figure in new[] { End, Start, Whole, WholeAtStart }.OfType<Figure>().Concat(Extremes))
        {
            yield return Figures.EvidenceOf(figure);
        }

        foreach (var median in new[] { Median, MedianAtStart }.OfType<PeerMedian>())
        {
            yield return Figures.EvidenceOf(median);
        }

        if (Judgement.ChanceOf(Indicator, End.Value!.Value) is { } chance)
        {
            yield return Figures.EvidenceOf(End) with
            {
                Value = chance,
                Formula = string.Create(CultureInfo.InvariantCulture, $"95 % interval, half, of {End.Value} among about {Indicator.Denominator} cases"),
            };
        }

        if (FindingVerdict.EvidenceOf(this) is { } distance)
        {
            yield return distance;
        }

        if (Start is not null)
        {
            yield return Figures.EvidenceOf(End) with
            {
                Value = End.Value - Start.Value,
                Formula = string.Create(CultureInfo.InvariantCulture, $"{End.Value} ({End.Period.Text}) - {Start.Value} ({Start.Period.Text})"),
            };
        }
    }

    private static IReadOnlyList<Figure> ExtremesOf(IReadOnlyList<Figure> present, IndicatorMove move, double margin)
    {
        var between = present.Where(figure => figure.Period > move.Start.Period && figure.Period < move.End.Period).ToArray();
        if (between.Length == 0)
        {
            return [];
        }

        var (high, low) = (between.MaxBy(figure => figure.Value)!, between.MinBy(figure => figure.Value)!);
        var (start, end) = (move.Start.Value!.Value, move.End.Value!.Value);
        var above = high.Value - Math.Max(start, end);
        var below = Math.Min(start, end) - low.Value;
        // Once one turn is told, the other is told at a lower bar: half a course would mislead.
        // Beside a change that was marked a turn must be large: half of it.
        var first = move.IsMarked ? Math.Max(margin, Math.Abs(move.Change) / 2) : margin;
        var bar = Math.Max(above ?? 0, below ?? 0) > first ? first / 2 : double.PositiveInfinity;
        return [.. new[] { (high, above), (low, below) }.Where(turn => turn.Item2 > bar).Select(turn => turn.Item1).OrderBy(figure => figure.Period)];
    }
}
