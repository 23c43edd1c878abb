using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>How one value stands to another where the policy allows a verdict.</summary>
internal enum Standing
{
    /// <summary>The policy allows no verdict, or the two are as good as equal.</summary>
    Unjudged,

    Better,

    Worse,
}

/// <summary>Verdicts, only where <see cref="Indicator.Good"/> allows one.</summary>
internal static class Verdict
{
    /// <summary>How a value stands to another; equal when they print alike.</summary>
    public static Standing Compare(Indicator indicator, double value, double other)
    {
        var gain = indicator.Good switch
        {
            Direction.Up => value - other,
            Direction.Down => other - value,
            Direction.Target when indicator.Target is { } target => Math.Abs(other - target) - Math.Abs(value - target),
            _ => 0,
        };
        return Math.Round(gain, indicator.Decimals, MidpointRounding.AwayFromZero) switch
        {
            > 0 => Standing.Better,
            < 0 => Standing.Worse,
            _ => Standing.Unjudged,
        };
    }
}
