namespace Foresight.Sdk;

/// <summary>The yearly cycle (årshjul): when the bodies meet and what is reported when.</summary>
public sealed record Cycle
{
    /// <summary>The meetings, by body.</summary>
    public IReadOnlyList<MeetingSeries> Meetings { get; init; } = [];

    /// <summary>What is reported to whom, and when.</summary>
    public IReadOnlyList<ReportRule> Reports { get; init; } = [];

    /// <summary>What becomes of a meeting whose rule falls on a day without work.</summary>
    public OnHoliday OnHoliday { get; init; } = OnHoliday.NextWorkingDay;

    /// <summary>Days without work beside weekends and the country's public holidays.</summary>
    public IReadOnlyList<DateOnly> FreeDays { get; init; } = [];
}

/// <summary>What becomes of a meeting whose rule falls on a public holiday, or on another day without work.</summary>
public enum OnHoliday
{
    /// <summary>It is held on the next working day.</summary>
    NextWorkingDay,

    /// <summary>It is held on the working day before.</summary>
    PreviousWorkingDay,

    /// <summary>It stays on its day, and that is told until somebody decides.</summary>
    Problem,
}

/// <summary>The meetings of a body.</summary>
/// <param name="Body">The body (<see cref="Sdk.Body.Id"/>).</param>
public sealed record MeetingSeries(string Body)
{
    /// <summary>When it meets, in plain words, English or Swedish: <c>second Tuesday of each month except July</c>.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Days on which it meets, as they were decided one by one.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    /// <summary>The first day on which the rules hold; null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which the rules hold; null for always.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What becomes of meetings on days without work; null for what the cycle says.</summary>
    public OnHoliday? OnHoliday { get; init; }

    /// <summary>Where it differs from its rules.</summary>
    public IReadOnlyList<ChangedMeeting> Exceptions { get; init; } = [];

    /// <summary>Whether the policy's owner has yet to confirm these days.</summary>
    public bool ToConfirm { get; init; }
}

/// <summary>What an exception does.</summary>
public enum MeetingChange
{
    /// <summary>The meeting is held on another day.</summary>
    Moved,

    /// <summary>It is not held.</summary>
    Cancelled,

    /// <summary>A meeting that no rule gives.</summary>
    Extra,
}

/// <summary>An exception from the rules of a series.</summary>
/// <param name="Change">What it does.</param>
/// <param name="Day">The meeting's day; of an extra meeting its own.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangedMeeting(MeetingChange Change, DateOnly Day, LocalText Reason)
{
    /// <summary>The new day of a meeting that is moved.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>Something that is reported to a body at a time of the year.</summary>
public sealed record ReportRule
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalText Name { get; init; }

    /// <summary>To whom (<see cref="Sdk.Body.Id"/>).</summary>
    public required string Body { get; init; }

    /// <summary>Who reports; null where it is not said.</summary>
    public string? By { get; init; }

    /// <summary>The brief entry that it is; null where it is none, or all of an audience.</summary>
    public string? Brief { get; init; }

    /// <summary>The audience whose briefs it is (<see cref="Sdk.Audience.Id"/>); null where it is none, or a single brief.</summary>
    public string? Audience { get; init; }

    /// <summary>When it is due, in plain words, English or Swedish: <c>7 days before each meeting of BODY</c>, <c>15 April each year</c>.</summary>
    public required string Due { get; init; }

    /// <summary>How many days before that it is sent.</summary>
    public int SendDaysBefore { get; init; }

    /// <summary>What must be there before it can be written.</summary>
    public IReadOnlyList<ReportNeed> Needs { get; init; } = [];

    /// <summary>What asks for it: the policy, a law.</summary>
    public LocalText? Basis { get; init; }

    /// <summary>Whether the policy's owner has yet to confirm it.</summary>
    public bool ToConfirm { get; init; }
}

/// <summary>What a report may need.</summary>
public enum NeedKind
{
    /// <summary>A register with rows that are no examples.</summary>
    Register,

    /// <summary>A source that was read and is not silent.</summary>
    Source,

    /// <summary>A source with figures for a year.</summary>
    Figures,

    /// <summary>Activities that have ended have their result.</summary>
    FollowUp,

    /// <summary>A person has decided on every alert that was staged.</summary>
    Alerts,
}

/// <summary>Something that must be there before a report can be written.</summary>
/// <param name="Kind">What.</param>
/// <param name="Of">The register or source; null where the kind says all.</param>
/// <param name="YearsBack">Of figures: how many years before that of the due day.</param>
public sealed record ReportNeed(NeedKind Kind, string? Of = null, int YearsBack = 0);
