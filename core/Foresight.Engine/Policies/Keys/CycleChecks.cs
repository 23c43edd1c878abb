using System.Globalization;
using Foresight.Engine.Calendar;
using Foresight.Engine.Calendar.Days;
using Foresight.Engine.Calendar.Grammar;
using Foresight.Engine.Policies.Yaml;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>What only the whole cycle shows: exceptions from no meeting, series that clash, reports before meetings that nobody knows.</summary>
internal sealed class CycleChecks(Cycle cycle, MapNode node, ReadingContext context)
{
    /// <summary>How far ahead series are laid beside each other, in years: a rule by month repeats itself sooner.</summary>
    private const int Ahead = 12;

    /// <summary>The lines of a list's items.</summary>
    public static IEnumerable<int> LinesOf(MapNode map, string key) => map.Find(key) is ListNode list ? list.Items.Select(item => item.Line) : [];

    public void Run()
    {
        // Without a home there is no country; that is told already.
        if (context.Built<Place>().FirstOrDefault(place => place.Role == PlaceRole.Home) is not { } home)
        {
            return;
        }

        if (!PublicHolidays.Knows(home.Country) && cycle.FreeDays.Count == 0 && cycle.Meetings.Any(series => series.Rules.Count > 0))
        {
            context.Report(node.Line, $"The public holidays of {home.Country} are not known (known: {string.Join(", ", PublicHolidays.Countries)}); list them under 'freeDays'.");
        }

        var working = new WorkingDays(home.Country, cycle.FreeDays);
        var nodes = ((node.Find("meetings") as ListNode)?.Items ?? []).OfType<MapNode>().ToList();
        var all = cycle.Meetings.Zip(nodes, (series, at) => (Series: series, Node: at, Meetings: new SeriesMeetings(series, cycle.OnHoliday, working))).ToList();
        foreach (var (series, at, meetings) in all)
        {
            foreach (var (exception, line) in series.Exceptions.Zip(LinesOf(at, "exceptions")))
            {
                Check(series, exception, line, meetings);
            }
        }

        foreach (var ofBody in all.GroupBy(one => one.Series.Body).Where(some => some.Count() > 1))
        {
            var some = ofBody.ToList();
            for (var later = 1; later < some.Count; later++)
            {
                Clash([.. some.Take(later).Select(one => (one.Series, one.Meetings))], some[later]);
            }
        }

        foreach (var (report, line) in cycle.Reports.Zip(LinesOf(node, "reports")))
        {
            Check(report, line);
        }
    }

    private void Check(MeetingSeries series, ChangedMeeting exception, int line, SeriesMeetings meetings)
    {
        var planned = meetings.Planned(exception.Day.AddDays(-45), exception.Day.AddDays(45)).ToList();
        var isMeeting = planned.Any(meeting => meeting.Day == exception.Day || meeting.PlannedFor == exception.Day);
        if (exception.Change == MeetingChange.Extra)
        {
            if (isMeeting)
            {
                context.Report(line, $"'{series.Body}' meets on {Of(exception.Day)} anyway; leave the extra meeting out.");
            }
        }
        else if (!isMeeting)
        {
            var near = planned.OrderBy(meeting => Math.Abs(meeting.Day.DayNumber - exception.Day.DayNumber)).Take(2).Select(meeting => Of(meeting.Day)).Order().ToList();
            context.Report(line, $"'{series.Body}' has no meeting on {Of(exception.Day)}{(near.Count == 0 ? "" : $"; nearest {string.Join(" and ", near)}")}.");
        }

        if (series.Exceptions.Any(other => !ReferenceEquals(other, exception) && other.Day == exception.Day))
        {
            context.Report(line, $"'{series.Body}' has two exceptions for {Of(exception.Day)}; keep one.");
        }

        if (exception.To is { } to && meetings.Between(to, to).Count() > 1)
        {
            context.Report(line, $"'{series.Body}' meets on {Of(to)} anyway; cancel one of the two meetings instead.");
        }
    }

    private void Clash(IReadOnlyList<(MeetingSeries Series, SeriesMeetings Meetings)> earlier, (MeetingSeries Series, MapNode Node, SeriesMeetings Meetings) later)
    {
        var dates = earlier.Select(one => one.Series).Append(later.Series)
            .SelectMany(series => new[] { series.From, series.Until }.OfType<DateOnly>().Concat(series.Days).Concat(series.Exceptions.Select(exception => exception.Day))).ToList();
        var from = dates.Count > 0 ? dates.Min() : new DateOnly(2026, 1, 1);
        var until = (dates.Count > 0 ? dates.Max() : from).AddYears(Ahead);
        var taken = earlier.SelectMany(one => one.Meetings.Between(from, until)).Select(meeting => meeting.Day).ToHashSet();
        if (later.Meetings.Between(from, until).FirstOrDefault(meeting => taken.Contains(meeting.Day)) is { } clash)
        {
            context.Report(later.Node.Line, $"Two series of '{clash.Body}' meet on {Of(clash.Day)}; part them by 'from' and 'until', or leave one out.");
        }
    }

    private void Check(ReportRule report, int line)
    {
        if (CalendarGrammar.ReadDue(report.Due).Rule is not DueAtMeetings { Body: var body })
        {
            return;
        }

        if (!context.Ids(Kinds.Body).Contains(body, StringComparer.Ordinal))
        {
            context.Report(line, $"There is no body '{body}'{Nearest.Hint(body, context.Ids(Kinds.Body))}.");
        }
        else if (cycle.Meetings.All(series => series.Body != body))
        {
            context.Report(line, $"The report '{report.Id}' is due by the meetings of '{body}', of which none are given under 'meetings'.");
        }
    }

    private static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
