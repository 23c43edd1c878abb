using System.Globalization;
using Foresight.Engine.Calendar.Days;
using Xunit;

namespace Foresight.Tests.Calendar;

public class PublicHolidaysTests
{
    [Theory]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2011, "2011-04-24")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2049, "2049-04-18")]
    [InlineData(2076, "2076-04-19")]
    public void Easter_OfAYear_IsThePublishedDay(int year, string expected)
    {
        var easter = PublicHolidays.EasterOf(year);

        Assert.Equal(expected, easter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("SE", "2026-01-06", "Epiphany")]
    [InlineData("SE", "2026-04-03", "Good Friday")]
    [InlineData("SE", "2026-05-14", "Ascension Day")]
    [InlineData("SE", "2026-06-06", "the National Day")]
    [InlineData("SE", "2026-06-19", "Midsummer Eve")]
    [InlineData("SE", "2026-06-20", "Midsummer Day")]
    [InlineData("SE", "2027-06-25", "Midsummer Eve")]
    [InlineData("SE", "2027-06-26", "Midsummer Day")]
    [InlineData("SE", "2026-10-31", "All Saints' Day")]
    [InlineData("SE", "2027-11-06", "All Saints' Day")]
    [InlineData("SE", "2026-12-24", "Christmas Eve")]
    [InlineData("SE", "2026-12-31", "New Year's Eve")]
    [InlineData("NO", "2026-05-17", "Norway's Constitution Day")]
    [InlineData("FI", "2026-12-06", "Finland's Independence Day")]
    [InlineData("DK", "2026-05-25", "Whit Monday")]
    public void Day_ThatIsAHoliday_HasItsName(string country, string day, string expected)
    {
        var name = PublicHolidays.On(country, DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(expected, name?.En);
    }

    [Theory]
    [InlineData("SE", "2026-05-25")]
    [InlineData("SE", "2026-06-18")]
    [InlineData("SE", "2026-10-30")]
    [InlineData("NO", "2026-06-19")]
    [InlineData("XX", "2026-12-25")]
    public void Day_ThatIsNone_HasNoName(string country, string day)
    {
        var name = PublicHolidays.On(country, DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Null(name);
    }
}
