using Foresight.Engine.Calendar;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Calendar;

public class MeetingCalendarTests
{
    [Fact]
    public void Meeting_OnAPublicHoliday_IsHeldOnTheNextWorkingDay()
    {
        // 1 May 2026 is a Friday, and Monday the next working day.
        var calendar = new MeetingCalendar(SomeCycle.Policy(SomeCycle.Council("first Friday of May")));

        var meeting = calendar.Between("council", new DateOnly(2026, 5, 2), new DateOnly(2026, 5, 31)).Single();

        Assert.Equal((new DateOnly(2026, 5, 4), new DateOnly(2026, 5, 1)), (meeting.Day, meeting.PlannedFor));
        Assert.Equal("den ordinarie dagen är första maj", meeting.Reason!.Sv);
    }

    [Theory]
    [InlineData("den 24 december varje år", OnHoliday.NextWorkingDay, "2026-12-28")]
    [InlineData("den 24 december varje år", OnHoliday.PreviousWorkingDay, "2026-12-23")]
    [InlineData("tredje fredagen i juni", OnHoliday.PreviousWorkingDay, "2026-06-18")]
    [InlineData("första måndagen i april", OnHoliday.NextWorkingDay, "2026-04-07")]
    public void Meeting_OnADayWithoutWork_GoesWhereThePolicySays(string rule, OnHoliday onHoliday, string expected)
    {
        var calendar = new MeetingCalendar(SomeCycle.Policy(new Cycle { OnHoliday = onHoliday, Meetings = [SomeCycle.Council(rule)] }));

        var meeting = calendar.Next("council", new DateOnly(2026, 1, 1))!;

        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd"), meeting.Day);
    }

    [Fact]
    public void Meeting_OnAHolidayThatIsToBeTold_StaysAndSaysSo()
    {
        var series = SomeCycle.Council("den 1 maj varje år") with { OnHoliday = OnHoliday.Problem };

        var meeting = new MeetingCalendar(SomeCycle.Policy(series)).Next("council", new DateOnly(2026, 4, 1))!;

        Assert.Equal((new DateOnly(2026, 5, 1), "its ordinary day is May Day"), (meeting.Day, meeting.Problem!.En));
    }

    [Fact]
    public void Meeting_OnADayThatThePolicyGivesFree_IsMoved()
    {
        var cycle = new Cycle { FreeDays = [new DateOnly(2026, 5, 15)], Meetings = [SomeCycle.Council("third Friday of May")] };

        var meeting = new MeetingCalendar(SomeCycle.Policy(cycle)).Next("council", new DateOnly(2026, 5, 1))!;

        Assert.Equal(new DateOnly(2026, 5, 18), meeting.Day);
    }

    [Fact]
    public void Meeting_InAnotherCountry_FollowsItsHolidays()
    {
        // 17 May 2027 is a Monday and free in Norway only.
        var cycle = new Cycle { Meetings = [SomeCycle.Council("third Monday of May")] };

        var norwegian = new MeetingCalendar(SomeCycle.Policy(cycle, "NO")).Next("council", new DateOnly(2027, 5, 1))!;
        var swedish = new MeetingCalendar(SomeCycle.Policy(cycle)).Next("council", new DateOnly(2027, 5, 1))!;

        Assert.Equal((18, 17), (norwegian.Day.Day, swedish.Day.Day));
    }

    [Fact]
    public void Exceptions_OfAllKinds_ChangeTheYear()
    {
        var series = SomeCycle.Council("second Tuesday of March, April and May") with
        {
            Exceptions =
            [
                new ChangedMeeting(MeetingChange.Moved, new DateOnly(2026, 3, 10), SomeCycle.Why) { To = new DateOnly(2026, 6, 2) },
                new ChangedMeeting(MeetingChange.Cancelled, new DateOnly(2026, 4, 14), SomeCycle.Why),
                new ChangedMeeting(MeetingChange.Extra, new DateOnly(2026, 3, 24), SomeCycle.Why),
            ],
        };
        var calendar = new MeetingCalendar(SomeCycle.Policy(series));

        var meetings = calendar.Between("council", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

        Assert.Equal([new DateOnly(2026, 3, 24), new DateOnly(2026, 5, 12), new DateOnly(2026, 6, 2)], meetings.Select(meeting => meeting.Day));
        Assert.Equal((true, new DateOnly(2026, 3, 10)), (meetings[0].IsExtra, meetings[2].PlannedFor));
        Assert.Equal(new DateOnly(2026, 4, 14), calendar.Cancelled("council", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)).Single().Day);
        Assert.Equal(new DateOnly(2026, 6, 2), calendar.Between("council", new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30)).Single().Day);
        Assert.Empty(calendar.Between("council", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 20)));
    }

    [Fact]
    public void Days_DecidedOneByOne_StayEvenOnAHoliday()
    {
        var series = new MeetingSeries("council") { Days = [new DateOnly(2026, 6, 6), new DateOnly(2026, 2, 3)] };

        var calendar = new MeetingCalendar(SomeCycle.Policy(series));

        Assert.Equal([new Meeting("council", new DateOnly(2026, 2, 3)), new Meeting("council", new DateOnly(2026, 6, 6))], calendar.Between("council", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));
        Assert.True(calendar.Knows("council"));
        Assert.False(calendar.Knows("board"));
        Assert.Null(calendar.Next("board", new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Series_WithBounds_HoldsBetweenThemOnly()
    {
        var series = SomeCycle.Council("every Wednesday") with { From = new DateOnly(2026, 2, 1), Until = new DateOnly(2026, 2, 12) };

        var meetings = new MeetingCalendar(SomeCycle.Policy(series)).Between("council", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

        Assert.Equal([4, 11], meetings.Select(meeting => meeting.Day.Day));
    }
}
