using Foresight.Engine.Calendar.Days;
using Foresight.Sdk;

namespace Foresight.Engine.Calendar;

/// <summary>A meeting of a body.</summary>
/// <param name="Body">The body's id.</param>
/// <param name="Day">The day.</param>
public sealed record Meeting(string Body, DateOnly Day)
{
    /// <summary>The day that the rule gave, where the meeting is held on another; null where it is held on that day.</summary>
    public DateOnly? PlannedFor { get; init; }

    /// <summary>Whether no rule gives it.</summary>
    public bool IsExtra { get; init; }

    /// <summary>Why it is moved, cancelled or extra; null where it is none of these.</summary>
    public LocalText? Reason { get; init; }

    /// <summary>Why somebody must decide on its day; null where nobody must.</summary>
    public LocalText? Problem { get; init; }

    /// <summary>Whether the policy's owner has yet to confirm it.</summary>
    public bool ToConfirm { get; init; }
}

/// <summary>When the bodies of a policy meet.</summary>
public sealed class MeetingCalendar(Policy policy)
{
    private readonly ILookup<string, SeriesMeetings> series = policy.Cycle.Meetings
        .ToLookup(one => one.Body, one => new SeriesMeetings(one, policy.Cycle.OnHoliday, WorkingDays.Of(policy)), StringComparer.Ordinal);

    /// <summary>The bodies of whose meetings something is known, in the policy's order.</summary>
    public IReadOnlyList<string> Bodies => [.. policy.Bodies.Select(body => body.Id).Where(Knows)];

    /// <summary>Whether anything is known of when this body meets.</summary>
    public bool Knows(string body) => series.Contains(body);

    /// <summary>Its meetings from one day until another, both included, in order.</summary>
    public IReadOnlyList<Meeting> Between(string body, DateOnly from, DateOnly until) =>
        [.. series[body].SelectMany(one => one.Between(from, until)).DistinctBy(meeting => meeting.Day).OrderBy(meeting => meeting.Day)];

    /// <summary>Its first meeting on or after a day, within two years; null where none is known.</summary>
    public Meeting? Next(string body, DateOnly from) => Between(body, from, from.AddYears(2)) is [var first, ..] ? first : null;

    /// <summary>Its meetings that were cancelled, in order.</summary>
    public IReadOnlyList<Meeting> Cancelled(string body, DateOnly from, DateOnly until) =>
        [.. series[body].SelectMany(one => one.Cancelled(from, until)).OrderBy(meeting => meeting.Day)];
}
