using System.Globalization;
using Foresight.Formats.Feeds;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

public sealed class FeedDateTests
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    [Theory]
    [InlineData("Wed, 02 Sep 2026 22:00:00 GMT", "2026-09-02T22:00:00Z")]
    [InlineData("Fri, 20 Jun 2026 14:30:00 GMT", "2026-06-20T14:30:00Z")] // a Saturday
    [InlineData("Mon, 25 May 2026 07:59:15 +0200", "2026-05-25T05:59:15Z")]
    [InlineData("25 May 26 07:59 EST", "2026-05-25T12:59:00Z")]
    [InlineData("Monday, July 27, 2026 - 15:30", "2026-07-27T13:30:00Z")]
    [InlineData("2026-04-24 23:00:00.0", "2026-04-24T21:00:00Z")]
    [InlineData("2026-01-24 23:00:00", "2026-01-24T22:00:00Z")]
    [InlineData("2025-10-02T00:00:00.000+0000", "2025-10-02T00:00:00Z")]
    [InlineData("2026-05-25T07:59:15+02:00", "2026-05-25T05:59:15Z")]
    [InlineData("2026-09-15T08:00Z", "2026-09-15T08:00:00Z")]
    [InlineData("20260915T080000Z", "2026-09-15T08:00:00Z")]
    [InlineData("Tue, 01 Sep 2026 24:00:00 GMT", "2026-09-02T00:00:00Z")]
    public void TryParse_Instants_GivesTheInstant(string text, string expected)
    {
        var read = FeedDate.TryParse(text, Brussels, out var date);

        Assert.True(read);
        Assert.False(date.IsDay);
        Assert.Equal(expected, date.Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-09-03", "2026-09-03")]
    [InlineData("2026-08-18Z", "2026-08-18")]
    [InlineData("2026-08-06+02:00", "2026-08-06")]
    [InlineData("03 Sep 2026", "2026-09-03")]
    [InlineData("September 3, 2026", "2026-09-03")]
    [InlineData("2026-09", "2026-09-01")]
    public void TryParse_Days_StayDays(string text, string expected)
    {
        var read = FeedDate.TryParse(text, Brussels, out var date);

        Assert.True(read);
        Assert.True(date.IsDay);
        Assert.Equal(expected, date.Start.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-a-date")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("2026-13-01")]
    [InlineData("31 Feb 2026")]
    [InlineData("2026-09-03T25:00:00Z")]
    [InlineData("yesterday at noon")]
    public void TryParse_NoDate_IsRefused(string text)
    {
        var read = FeedDate.TryParse(text, Brussels, out _);

        Assert.False(read);
    }
}
