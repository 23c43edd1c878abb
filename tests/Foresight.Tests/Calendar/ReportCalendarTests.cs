using Foresight.Engine.Calendar;
using Foresight.Engine.Calendar.Reports;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Calendar;

public class ReportCalendarTests
{
    [Theory]
    [InlineData("15 April each year", "2026-04-15")]
    [InlineData("the last meeting of council by 15 April", "2026-03-18")]
    [InlineData("the last meeting of council before 1 December", "2026-11-18")]
    [InlineData("first meeting of council after 15 April", "2026-05-20")]
    [InlineData("10 dagar före sista mötet i council senast 15 april", "2026-03-08")]
    [InlineData("7 days before each meeting of council in March and May", "2026-03-11 2026-05-13")]
    [InlineData("30 days before each meeting of council in January", "2026-12-21")]
    public void Report_DueByASentence_IsDueOnItsDaysOf2026(string due, string expected)
    {
        var policy = SomeCycle.Policy(new Cycle { Meetings = [SomeCycle.Council("third Wednesday of January, March, May and November")], Reports = [SomeCycle.Report("yearly", due)] });

        var days = new ReportCalendar(policy, new MeetingCalendar(policy)).Between(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)).Select(report => report.Due);

        Assert.Equal(expected, string.Join(' ', days.Select(day => day.ToString("yyyy-MM-dd"))));
    }

    [Fact]
    public void Report_ThatWouldBeSentOnAHoliday_IsSentOnTheWorkingDayBefore()
    {
        // Seven days before 13 April 2026 is Easter Monday; the working day before is Maundy Thursday.
        var policy = SomeCycle.Policy(new Cycle { Reports = [SomeCycle.Report("yearly", "13 April each year")] });

        var report = new ReportCalendar(policy, new MeetingCalendar(policy)).Between(new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30)).Single();

        Assert.Equal((new DateOnly(2026, 4, 13), new DateOnly(2026, 4, 2)), (report.Due, report.Send));
    }
}
