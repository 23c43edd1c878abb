using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>Whether a condition holds.</summary>
public enum Holding
{
    /// <summary>It cannot be told, for a reason: no more a calm than an alert.</summary>
    CannotTell,

    /// <summary>It does not hold.</summary>
    DoesNotHold,

    /// <summary>It holds.</summary>
    Holds,
}

/// <summary>A condition judged at one point in time.</summary>
/// <param name="Period">The newest period of what it was judged by: the same period is the same news.</param>
/// <param name="Day">The day as of which it is so.</param>
/// <param name="Holding">Whether it holds.</param>
public sealed record Judged(string Period, DateOnly Day, Holding Holding)
{
    /// <summary>The one of several that it is about, such as a call; null where the condition is about one thing.</summary>
    public string? Subject { get; init; }

    /// <summary>The value that was held against the bound.</summary>
    public double? Value { get; init; }

    /// <summary>What is so, with its numbers; for what cannot be told, why.</summary>
    public LocalText? Sentence { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    internal static Judged CannotTell(string period, DateOnly day, string sv, string en) => new(period, day, Holding.CannotTell) { Sentence = new LocalText(sv, en) };
}

/// <summary>What judging needs.</summary>
/// <param name="Tables">The store's tables.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Clock">The clock; samples and replays run at their own date.</param>
public sealed record JudgingContext(ITables Tables, Policy Policy, TimeProvider Clock)
{
    internal DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
}
