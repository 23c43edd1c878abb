using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>What the weight of a finding is made of.</summary>
internal sealed record FindingStrength
{
    public required Indicator Indicator { get; init; }

    /// <summary>Our first comparable value; null where there is none.</summary>
    public double? Start { get; init; }

    public required double End { get; init; }

    /// <summary>The peers' median when we started, or the country's value where there are no peers.</summary>
    public double? OthersAtStart { get; init; }

    public double? Others { get; init; }

    /// <summary>Half of what lies between the lowest and the highest peer; null without peers.</summary>
    public double? Spread { get; init; }

    /// <summary>What a difference must exceed to be told.</summary>
    public required double Margin { get; init; }

    /// <summary>The size of our change, or of our parting from the peers, where either is told.</summary>
    public double Change { get; init; }

    /// <summary>How far the farthest told turn lies from where we are.</summary>
    public double Swing { get; init; }

    /// <summary>The part of the peer group that has a value.</summary>
    public double Coverage { get; init; }

    /// <summary>Whether the source has nothing newer than what is held here.</summary>
    public bool Fresh { get; init; }
}
