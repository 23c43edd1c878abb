using Foresight.Engine.Calendar.Days;
using Foresight.Engine.Calendar.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Calendar;

/// <summary>The meetings that one series gives: by its rules, moved off days without work, with its exceptions.</summary>
internal sealed class SeriesMeetings
{
    // The longest row of days without work is Christmas with weekends on both sides.
    private const int Reach = 14;

    private readonly MeetingSeries series;
    private readonly OnHoliday onHoliday;
    private readonly WorkingDays working;
    private readonly IReadOnlyList<DayRule> rules;

    public SeriesMeetings(MeetingSeries series, OnHoliday onHoliday, WorkingDays working)
    {
        (this.series, this.onHoliday, this.working) = (series, series.OnHoliday ?? onHoliday, working);
        rules = [.. series.Rules.Select(rule => CalendarGrammar.Of(CalendarGrammar.ReadDays(rule), rule))];
    }

    /// <summary>Its meetings from one day until another, both included, in order.</summary>
    public IEnumerable<Meeting> Between(DateOnly from, DateOnly until)
    {
        var changed = series.Exceptions.Where(exception => exception.Change != MeetingChange.Extra).Select(exception => exception.Day).ToHashSet();
        return Planned(from, until).Where(meeting => !changed.Contains(meeting.Day) && !(meeting.PlannedFor is { } planned && changed.Contains(planned)))
            .Concat(series.Exceptions.Where(exception => exception.Change == MeetingChange.Moved).Select(exception =>
                Made(exception.To!.Value) with { PlannedFor = exception.Day, Reason = exception.Reason }))
            .Concat(series.Exceptions.Where(exception => exception.Change == MeetingChange.Extra).Select(exception =>
                Made(exception.Day) with { IsExtra = true, Reason = exception.Reason }))
            .Where(meeting => meeting.Day >= from && meeting.Day <= until).OrderBy(meeting => meeting.Day);
    }

    /// <summary>Its meetings that were cancelled.</summary>
    public IEnumerable<Meeting> Cancelled(DateOnly from, DateOnly until) => series.Exceptions
        .Where(exception => exception.Change == MeetingChange.Cancelled && exception.Day >= from && exception.Day <= until)
        .Select(exception => Made(exception.Day) with { Reason = exception.Reason });

    /// <summary>Its meetings as rules and decided days give them, before exceptions.</summary>
    public IEnumerable<Meeting> Planned(DateOnly from, DateOnly until)
    {
        var first = series.From is { } start && start > from.AddDays(-Reach) ? start : from.AddDays(-Reach);
        var last = series.Until is { } end && end < until.AddDays(Reach) ? end : until.AddDays(Reach);
        return rules.SelectMany(rule => rule.Days(first, last, working)).Distinct().Select(Kept)
            // What was decided day by day stays where it was put.
            .Concat(series.Days.Select(Made))
            .Where(meeting => meeting.Day >= from && meeting.Day <= until)
            .GroupBy(meeting => meeting.Day).Select(same => same.MinBy(meeting => meeting.PlannedFor is null ? 0 : 1)!);
    }

    private Meeting Kept(DateOnly day)
    {
        if (working.WhyNot(day) is not { } why)
        {
            return Made(day);
        }

        var reason = new LocalText($"den ordinarie dagen är {why.Sv}", $"its ordinary day is {why.En}");
        return onHoliday switch
        {
            OnHoliday.NextWorkingDay => Made(working.OnOrAfter(day)) with { PlannedFor = day, Reason = reason },
            OnHoliday.PreviousWorkingDay => Made(working.OnOrBefore(day)) with { PlannedFor = day, Reason = reason },
            _ => Made(day) with { Problem = reason },
        };
    }

    private Meeting Made(DateOnly day) => new(series.Body, day) { ToConfirm = series.ToConfirm };
}
