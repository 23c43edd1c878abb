using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Loop;

/// <summary>A chain of the loop: the links that are there and the ends that are open.</summary>
public sealed record LoopChain
{
    /// <summary>The signal's id, or <c>decision/ID</c>, <c>activity/ID</c>, <c>application/ID</c> where it begins there.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about: what the signal said when somebody acted on it, else the register's title.</summary>
    public required LocalText Headline { get; init; }

    /// <summary>The signal as the register of signals has it; null where there is none.</summary>
    public KnownSignal? Signal { get; init; }

    /// <summary>Whether it began at a signal, also one that this store does not know.</summary>
    public bool IsOfSignal { get; init; }

    /// <summary>What people did about the signal.</summary>
    public required SignalSteps Steps { get; init; }

    /// <summary>Ids of focus areas.</summary>
    public required IReadOnlyList<string> FocusAreas { get; init; }

    /// <summary>How far it has come.</summary>
    public required LoopStanding Standing { get; init; }

    /// <summary>Whether the signal is still what it was.</summary>
    public SignalChange Change { get; init; }

    /// <summary>Since when it is not; null where it is.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>Its decisions, by their day.</summary>
    public required IReadOnlyList<RegisterEntry> Decisions { get; init; }

    /// <summary>Its applications.</summary>
    public required IReadOnlyList<RegisterEntry> Applications { get; init; }

    /// <summary>Its activities, also those that were cancelled.</summary>
    public required IReadOnlyList<RegisterEntry> Activities { get; init; }

    /// <summary>The links that are there, in the order of the loop.</summary>
    public required IReadOnlyList<LoopLink> Links { get; init; }

    /// <summary>What is missing, the next thing first.</summary>
    public required IReadOnlyList<OpenEnd> Open { get; init; }

    /// <summary>The body whose it is; null for none.</summary>
    public string? Owner { get; init; }

    /// <summary>The role in it; null where nobody said.</summary>
    public string? Role { get; init; }

    /// <summary>By when the owner is to have answered; null where nobody said.</summary>
    public DateOnly? Due => Steps.Taken?.Due;

    /// <summary>The bodies that it concerns or concerned.</summary>
    public required IReadOnlySet<string> Bodies { get; init; }

    /// <summary>Whether all of it is made up to show the form.</summary>
    public bool IsExample { get; init; }

    /// <summary>Whether anything is past its day.</summary>
    public bool IsOverdue => Open.Any(end => end.IsOverdue);

    /// <summary>The day of its latest link or step; null where none is dated.</summary>
    public DateOnly? LatestDay { get; init; }
}

/// <summary>A link of a chain.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Text">What it says.</param>
/// <param name="Day">Its day; null where nobody knows.</param>
/// <param name="Reference">Where it is from: a signal's version, a step, dnr and paragraph, a row of a register and its load.</param>
public sealed record LoopLink(LoopStage Stage, LocalText Text, DateOnly? Day, string Reference)
{
    /// <summary>Whether the row is an example.</summary>
    public bool IsExample { get; init; }
}

/// <summary>Something that is missing, and who it waits for.</summary>
/// <param name="Missing">What.</param>
public sealed record OpenEnd(LoopStage Missing)
{
    /// <summary>The body; null where the policy names none.</summary>
    public string? Body { get; init; }

    /// <summary>The role; null where nobody said.</summary>
    public string? Role { get; init; }

    /// <summary>What it is of, where the chain has several: the activity's, application's or decision's title.</summary>
    public string? Of { get; init; }

    /// <summary>Who it waits for where that is nobody of ours: the fund that has the application.</summary>
    public LocalText? Outside { get; init; }

    /// <summary>Whether the row that it is of is an example.</summary>
    public bool IsExample { get; init; }

    /// <summary>Since when; null where nobody knows, or where nothing is due yet.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>For how many days.</summary>
    public int? Days { get; init; }

    /// <summary>By when; null where nobody said.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>How many days are left until then; below nought where it has passed.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>The body's next meeting; null where none is known.</summary>
    public DateOnly? NextMeeting { get; init; }

    /// <summary>Whether that meeting is by a rule that its body has yet to confirm.</summary>
    public bool IsProposed { get; init; }

    /// <summary>How many meetings the body has had since, as far as their days are confirmed; null where that is more than a year ago, for which the cycle does not speak.</summary>
    public int? MeetingsSince { get; init; }

    /// <summary>Whether it is past its day.</summary>
    public bool IsOverdue => DaysLeft < 0;

    /// <summary>Whether the body meets next only after the day.</summary>
    public bool MeetsTooLate => !IsOverdue && NextMeeting > Due;
}
