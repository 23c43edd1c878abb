using Foresight.Sdk;

namespace Foresight.Engine.Calendar;

/// <summary>A meeting of a body.</summary>
/// <param name="Body">The body's id.</param>
/// <param name="Day">The day.</param>
public sealed record Meeting(string Body, DateOnly Day);

/// <summary>When the bodies of a policy meet.</summary>
public sealed class MeetingCalendar(Policy policy)
{
    /// <summary>Whether anything is known of when this body meets.</summary>
    public bool Knows(string body) => policy.Cycle.Meetings.Any(series => series.Body == body);

    /// <summary>Its meetings from one day until another, both included, in order.</summary>
    public IReadOnlyList<Meeting> Between(string body, DateOnly from, DateOnly until) =>
    [
        .. policy.Cycle.Meetings.Where(series => series.Body == body)
            .SelectMany(series => series.Days).Where(day => day >= from && day <= until).Distinct().Order().Select(day => new Meeting(body, day)),
    ];

    /// <summary>Its first meeting on or after a day, within two years; null where none is known.</summary>
    public Meeting? Next(string body, DateOnly from) => Between(body, from, from.AddYears(2)) is [var first, ..] ? first : null;
}
