using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>The change of our own indicator over its comparable series.</summary>
/// <param name="Start">The first comparable figure.</param>
/// <param name="End">The newest figure.</param>
/// <param name="Change">The difference.</param>
/// <param name="IsMarked">Whether it exceeds what the series does by itself from year to year, and the kinds allow to say so.</param>
internal sealed record IndicatorMove(Figure Start, Figure End, double Change, bool IsMarked)
{
    // A headline needs more than twice the median absolute change of a year.
    private const double NoiseFactor = 2;

    public static IndicatorMove? Of(IndicatorFigures figures, Indicator indicator)
    {
        if (figures.ComparableStart(figures.Home) is not { } start)
        {
            return null;
        }

        var end = figures.Present(figures.Home)[^1];
        var change = end.Value!.Value - start.Value!.Value;
        var silent = indicator.Kinds.HasFlag(SeriesKinds.FewPoints) || indicator.Kinds.HasFlag(SeriesKinds.Noisy);
        var marked = !silent && Math.Abs(change) > MarginOf(indicator, start.Value.Value, end.Value.Value) && Math.Round(change, indicator.Decimals) != 0;
        return new IndicatorMove(start, end, change, marked);
    }

    /// <summary>What a change must exceed to be told: twice the noise, and what chance can make of two small counts.</summary>
    public static double MarginOf(Indicator indicator, double from, double to) =>
        Math.Max(NoiseFactor * Judgement.NoiseOf(indicator, to), double.Hypot(Judgement.ChanceOf(indicator, from) ?? 0, Judgement.ChanceOf(indicator, to) ?? 0));

    /// <summary>What a difference of level must exceed to be told: twice the noise, and what chance can make of a small count.</summary>
    public static double MarginOf(Indicator indicator, double level) =>
        Math.Max(NoiseFactor * Judgement.NoiseOf(indicator, level), Judgement.ChanceOf(indicator, level) ?? 0);
}
