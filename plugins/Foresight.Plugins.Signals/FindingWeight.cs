using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>How much a finding deserves to be read, 0 to 1. <c>docs/charts.md</c> tells the formula to those who write policies.</summary>
internal static class FindingWeight
{
    private const double TurnPart = 0.35;
    private const double ChangePart = 0.3;
    private const double DistancePart = 0.25;
    private const double SourcePart = 0.1;

    // A figure that the policy does not judge tells what happens, not whether to act.
    private const double Unjudged = 0.7;

    // Beyond two spreads from the peers' median a place is plainly apart.
    private const double FarApart = 2;

    public static double Of(FindingStrength strength)
    {
        var change = 1 - Math.Exp(-Math.Max(strength.Change, strength.Swing) / strength.Margin / 3);
        var distance = strength is { Others: { } others, Spread: > 0 and var spread } ? Math.Min(1, Math.Abs(strength.End - others) / spread / FarApart) : 0;
        var source = (strength.Coverage / 2) + (strength.Fresh ? 0.5 : 0);
        var weight = (TurnPart * TurnOf(strength)) + (ChangePart * change) + (DistancePart * distance) + (SourcePart * source);
        return strength.Indicator.Good == Direction.None ? weight * Unjudged : weight;
    }

    /// <summary>1 where we went the wrong way and stand worse than others; less for passing the target or others, a bad level, a wrong way.</summary>
    private static double TurnOf(FindingStrength strength)
    {
        var indicator = strength.Indicator;
        var worse = strength.Others is { } others && Judgement.Compare(indicator, strength.End, others) == Standing.Worse;
        if (strength.Start is not { } start || strength.Change == 0)
        {
            return worse ? 0.5 : 0;
        }

        var wrongWay = Judgement.Gain(indicator, start, strength.End) < 0;
        var passedTarget = indicator.Target is { } target && (start - target) * (strength.End - target) < 0;
        var passedOthers = strength is { Others: { } now, OthersAtStart: { } then } && (start - then) * (strength.End - now) < 0
            && Math.Abs(strength.End - now) > strength.Margin;
        return (wrongWay, worse) switch
        {
            (true, true) => 1,
            _ when passedTarget || passedOthers => 0.8,
            (_, true) => 0.5,
            (true, _) => 0.4,
            _ => 0,
        };
    }
}
