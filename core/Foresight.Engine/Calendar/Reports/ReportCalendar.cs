using Foresight.Engine.Calendar.Days;
using Foresight.Engine.Calendar.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Calendar.Reports;

/// <summary>A report that is due.</summary>
/// <param name="Rule">What asks for it.</param>
/// <param name="Due">The day on which it is due.</param>
/// <param name="Send">The working day on which it is sent at the latest.</param>
public sealed record DueReport(ReportRule Rule, DateOnly Due, DateOnly Send)
{
    /// <summary>The meeting that it is for; null where it is due on a day of its own.</summary>
    public Meeting? Meeting { get; init; }
}

/// <summary>When the reports of a policy are due.</summary>
public sealed class ReportCalendar(Policy policy, MeetingCalendar meetings)
{
    private readonly WorkingDays working = WorkingDays.Of(policy);

    /// <summary>The reports that are due from one day until another, both included, in order.</summary>
    public IReadOnlyList<DueReport> Between(DateOnly from, DateOnly until) =>
    [
        .. policy.Cycle.Reports.SelectMany(rule => Of(rule, from, until)).OrderBy(report => report.Due).ThenBy(report => report.Rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>The days of one report from one day until another, both included, in order.</summary>
    public IEnumerable<DueReport> Of(ReportRule rule, DateOnly from, DateOnly until) =>
        CalendarGrammar.Of(CalendarGrammar.ReadDue(rule.Due), rule.Due) switch
        {
            DueOnDays days => days.Rule.Days(from, until, working).Distinct().Select(day => Made(rule, day)),
            DueAtMeetings at => Enumerable.Range(from.Year, until.Year - from.Year + 2 + (at.DaysBefore / 365)).SelectMany(year => MeetingsOf(at, year))
                .Select(meeting => Made(rule, meeting.Day.AddDays(-at.DaysBefore)) with { Meeting = meeting })
                .Where(report => report.Due >= from && report.Due <= until),
            _ => [],
        };

    private IEnumerable<Meeting> MeetingsOf(DueAtMeetings at, int year)
    {
        var all = meetings.Between(at.Body, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
            .Where(meeting => at.Months.Contains(meeting.Day.Month) && at.Bound?.Admits(meeting.Day) != false);
        return at.First is not { } first ? all
            : all.GroupBy(meeting => at.PerMonth ? meeting.Day.Month : 0).Select(some => first ? some.First() : some.Last());
    }

    // A deadline stays where it is; what is sent before it is sent on a day on which somebody works.
    private DueReport Made(ReportRule rule, DateOnly due) => new(rule, due, working.OnOrBefore(due.AddDays(-rule.SendDaysBefore)));
}
