using Foresight.Engine.Calendar.Reports;
using Foresight.Sdk;

namespace Foresight.Engine.Calendar;

/// <summary>A year of a policy's cycle.</summary>
/// <param name="Year">The year.</param>
/// <param name="Meetings">The meetings, in order.</param>
/// <param name="Cancelled">Meetings that are not held, in order.</param>
/// <param name="Reports">The reports that are due, in order.</param>
public sealed record YearCalendar(int Year, IReadOnlyList<Meeting> Meetings, IReadOnlyList<Meeting> Cancelled, IReadOnlyList<DueReport> Reports)
{
    /// <summary>Lays out a year.</summary>
    public static YearCalendar Of(Policy policy, int year)
    {
        var calendar = new MeetingCalendar(policy);
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return new YearCalendar(
            year,
            [.. calendar.Bodies.SelectMany(body => calendar.Between(body, from, until)).OrderBy(meeting => meeting.Day)],
            [.. calendar.Bodies.SelectMany(body => calendar.Cancelled(body, from, until)).OrderBy(meeting => meeting.Day)],
            new ReportCalendar(policy, calendar).Between(from, until));
    }
}
