using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>How one value stands to another where the policy allows a verdict.</summary>
internal enum Standing
{
    /// <summary>The policy allows no verdict, or the two differ by no more than the series does by itself.</summary>
    Unjudged,

    Better,

    Worse,
}

/// <summary>Verdicts, only where <see cref="Indicator.Good"/> allows one and the difference is more than noise.</summary>
internal static class Judgement
{
    // A series without known noise (a step between elections) is taken to vary by a twentieth of its level.
    private const double UnknownNoise = 0.05;

    public static double NoiseOf(Indicator indicator, double level) =>
        indicator.Noise ?? Math.Max(Math.Abs(level) * UnknownNoise, double.Epsilon);

    public static Standing Compare(Indicator indicator, double value, double other)
    {
        var gain = Gain(indicator, other, value) ?? 0;
        var margin = Math.Max(NoiseOf(indicator, value), ChanceOf(indicator, value) ?? 0);
        return Math.Abs(gain) <= margin || Math.Round(gain, indicator.Decimals, MidpointRounding.AwayFromZero) == 0 ? Standing.Unjudged
            : gain > 0 ? Standing.Better : Standing.Worse;
    }

    /// <summary>How much closer to what is good a value has come; null where nothing says what is.</summary>
    public static double? Gain(Indicator indicator, double from, double to) => indicator.Good switch
    {
        Direction.Up => to - from,
        Direction.Down => from - to,
        Direction.Target when indicator.Target is { } target => Math.Abs(from - target) - Math.Abs(to - target),
        _ => null,
    };

    /// <summary>
    /// What chance alone can make of a small count, at 95 %: a share of n people has a binomial spread, a number of events a
    /// Poisson one. Null for other series.
    /// </summary>
    public static double? ChanceOf(Indicator indicator, double level)
    {
        if (!indicator.Kinds.HasFlag(SeriesKinds.SmallCount) || indicator.Denominator is not { } cases)
        {
            return null;
        }

        return 1.96 * (IsShare(indicator) ? Math.Sqrt(level * Math.Max(0, 100 - level) / cases) : Math.Abs(level) / Math.Sqrt(cases));
    }

    public static bool IsShare(Indicator indicator) =>
        indicator.Unit.En.StartsWith('%') || indicator.Unit.En.StartsWith("per cent", StringComparison.Ordinal);
}
