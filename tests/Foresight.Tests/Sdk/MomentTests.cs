using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Sdk;

public sealed class MomentTests
{
    [Fact]
    public void At_InstantWithOffset_IsKeptInUtc()
    {
        var moment = Moment.At(new DateTimeOffset(2026, 9, 5, 1, 30, 0, TimeSpan.FromHours(2)));

        Assert.Equal("2026-09-04T23:30:00Z", moment.ToString());
        Assert.Equal(TimeSpan.Zero, moment.Start.Offset);
        Assert.Equal(new DateOnly(2026, 9, 4), moment.Day);
        Assert.False(moment.IsDay);
    }

    [Fact]
    public void On_Day_HasNoTime()
    {
        var moment = Moment.On(new DateOnly(2026, 9, 5));

        Assert.Equal("2026-09-05", moment.ToString());
        Assert.Equal(new DateOnly(2026, 9, 5), moment.Day);
        Assert.True(moment.IsDay);
    }

    [Fact]
    public void DayAndItsMidnight_AreNotTheSame()
    {
        var day = Moment.On(new DateOnly(2026, 9, 5));
        var midnight = Moment.At(new DateTimeOffset(2026, 9, 5, 0, 0, 0, TimeSpan.Zero));

        Assert.NotEqual(day, midnight);
        Assert.Equal(day.Start, midnight.Start);
    }
}
