using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>What a person says of a signal; what is left open is not said.</summary>
public sealed record Opinion
{
    /// <summary>How much it would matter, 1 to 5.</summary>
    public int? Impact { get; init; }

    /// <summary>How likely it is, 1 to 5.</summary>
    public int? Likelihood { get; init; }

    /// <summary>When it would matter.</summary>
    public Horizon? Horizon { get; init; }

    /// <summary>Where on the ladder it belongs.</summary>
    public SignalLevel? Level { get; init; }

    /// <summary>Whether the machine's proposal is confirmed (true) or turned down (false).</summary>
    public bool? Confirms { get; init; }

    /// <summary>What is written beside it.</summary>
    public string? Note { get; init; }

    /// <summary>Whether all that the person said before is taken back.</summary>
    public bool Withdraws { get; init; }
}
