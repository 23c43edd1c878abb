using Foresight.Sdk;

namespace Foresight.Engine.Funds;

/// <summary>A call that we may apply for.</summary>
/// <param name="Call">The call.</param>
/// <param name="Fund">The policy's fund that it belongs to, with its programme.</param>
/// <param name="Part">The part of the programme; null where none fits.</param>
public sealed record RankedCall(StoredCall Call, Fund Fund, ProgrammePart? Part)
{
    /// <summary>The next deadline; null where none is stated.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Days to it.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>Days until it opens; null where it is open.</summary>
    public int? OpensInDays { get; init; }

    /// <summary>How well it fits us, 0 to 9 (docs/funds.md).</summary>
    public required int Points { get; init; }

    /// <summary>The same in words.</summary>
    public LocalText Fit => FundWords.Fit(Points);

    /// <summary>The focus areas that count for it.</summary>
    public IReadOnlyList<string> FocusAreas { get; init; } = [];

    /// <summary>Why it stands where it stands, a sentence each.</summary>
    public required IReadOnlyList<LocalText> Reasons { get; init; }

    /// <summary>When the steering group must decide.</summary>
    public required Decision Decision { get; init; }

    /// <summary>As what we would take part.</summary>
    public ProgrammeRole Role => Part?.Role ?? Fund.Programme!.Role;
}

/// <summary>A call that is not for us.</summary>
/// <param name="Call">The call.</param>
/// <param name="Reason">Why not.</param>
public sealed record LeftOutCall(StoredCall Call, LocalText Reason);

/// <summary>How a lead time stands against the steering group's meetings.</summary>
public enum DecisionState
{
    /// <summary>There is a meeting in time.</summary>
    InTime,

    /// <summary>There is time, but no meeting before the latest day.</summary>
    NoMeeting,

    /// <summary>There is time; when the steering group meets is not known.</summary>
    MeetingsUnknown,

    /// <summary>The latest day has passed.</summary>
    TooLate,

    /// <summary>No deadline is stated.</summary>
    NoDeadline,
}

/// <summary>When the steering group must decide on an application.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Latest">The deadline less the lead time; null where there is no deadline.</param>
/// <param name="Meeting">The last meeting in time; null where there is none.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record Decision(DecisionState State, DateOnly? Latest, DateOnly? Meeting, LocalText Sentence);
