using Foresight.Sdk;

namespace Foresight.Engine.Store;

/// <summary>What people do about a signal.</summary>
public enum StepKind
{
    /// <summary>A body takes it up: from then on it is that body's.</summary>
    Taken,

    /// <summary>Nothing will be done, and why.</summary>
    Dropped,

    /// <summary>An activity of the register answers it.</summary>
    Linked,

    /// <summary>A body decided on it.</summary>
    Decided,
}

/// <summary>A step that a person took about a signal. None is ever changed; the later goes on from the earlier.</summary>
/// <param name="Analysis">The analysis entry that found the signal.</param>
/// <param name="SignalId">The signal.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Step">What was done.</param>
/// <param name="Person">Who noted it: a role or initials.</param>
public sealed record StepRow(string Analysis, string SignalId, DateTimeOffset TakenAt, StepKind Step, string Person)
{
    /// <summary>The body that owns it (<see cref="Body.Id"/>).</summary>
    public string? Owner { get; init; }

    /// <summary>The role in that body; never a person.</summary>
    public string? Role { get; init; }

    /// <summary>The response that is proposed.</summary>
    public string? Response { get; init; }

    /// <summary>By when the owner is to have done it.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Why it was dropped, or what else is to be known.</summary>
    public string? Reason { get; init; }

    /// <summary>The activity of the register.</summary>
    public string? Activity { get; init; }

    /// <summary>The decision of the register.</summary>
    public string? Decision { get; init; }

    /// <summary>What the signal said then.</summary>
    public LocalText? Headline { get; init; }

    /// <summary>The signal's focus area then.</summary>
    public string? FocusArea { get; init; }

    /// <summary>The policy's version then.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>The version of the signal that the person read.</summary>
    public string? ContentHash { get; init; }
}
