using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>What a person wants gathered; of a gathering that is there, what is left open stays as it was.</summary>
public sealed record Raising
{
    /// <summary>Where on the ladder it stands: cluster, trend or driver.</summary>
    public SignalLevel? Level { get; init; }

    /// <summary>What the person calls it.</summary>
    public string? Name { get; init; }

    /// <summary>The name in English; null for the same.</summary>
    public string? NameInEnglish { get; init; }

    /// <summary>The factor of a scan that it belongs to.</summary>
    public Steep? Steep { get; init; }

    /// <summary>The ids of what it gathers; null where that stays.</summary>
    public IReadOnlyList<string>? Signals { get; init; }

    /// <summary>What is written beside it.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is withdrawn.</summary>
    public bool Withdraws { get; init; }
}
