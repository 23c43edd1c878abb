using System.Globalization;
using Foresight.Engine.Calendar.Days;
using Foresight.Engine.Calendar.Grammar;
using Xunit;

namespace Foresight.Tests.Calendar;

public class CalendarGrammarTests
{
    private static readonly WorkingDays Working = new("SE", []);

    [Theory]
    [InlineData("second Tuesday of each month except July", "01-13 02-10 03-10 04-14 05-12 06-09 08-11 09-08 10-13 11-10 12-08")]
    [InlineData("andra tisdagen i varje månad utom juli", "01-13 02-10 03-10 04-14 05-12 06-09 08-11 09-08 10-13 11-10 12-08")]
    [InlineData("Andra tisdagen varje månad utom juli, augusti och december", "01-13 02-10 03-10 04-14 05-12 06-09 09-08 10-13 11-10")]
    [InlineData("last Wednesday of January, April, August and November", "01-28 04-29 08-26 11-25")]
    [InlineData("sista onsdagen i januari, april, augusti och november.", "01-28 04-29 08-26 11-25")]
    [InlineData("first and third Monday of September to November", "09-07 09-21 10-05 10-19 11-02 11-16")]
    [InlineData("första och tredje måndagen i november till januari", "01-05 01-19 11-02 11-16 12-07 12-21")]
    [InlineData("fifth Friday of each month", "01-30 05-29 07-31 10-30")]
    [InlineData("näst sista torsdagen i mars", "03-19")]
    [InlineData("second to last Thursday of March", "03-19")]
    [InlineData("first working day of January, May and June", "01-02 05-04 06-01")]
    [InlineData("sista arbetsdagen i juni och december", "06-30 12-30")]
    [InlineData("15 April each year", "04-15")]
    [InlineData("the 15th of April and October", "04-15 10-15")]
    [InlineData("den 15 april varje år", "04-15")]
    [InlineData("31:a varje månad", "01-31 03-31 05-31 07-31 08-31 10-31 12-31")]
    [InlineData("every second Wednesday from 2026-10-14", "10-14 10-28 11-11 11-25 12-09 12-23")]
    [InlineData("varannan onsdag från 2026-10-14 till 2026-11-25", "10-14 10-28 11-11 11-25")]
    [InlineData("var tredje onsdag från och med 2026-10-14 utom december", "10-14 11-04 11-25")]
    [InlineData("varje fredag i februari", "02-06 02-13 02-20 02-27")]
    [InlineData("every Friday in even weeks of March", "03-06 03-20")]
    [InlineData("varje fredag i udda veckor utom januari till november", "12-04 12-18")]
    public void Rule_InPlainWords_GivesItsDaysOf2026(string rule, string expected)
    {
        var reading = CalendarGrammar.ReadDays(rule);

        Assert.Null(reading.Problem);
        var days = reading.Rule!.Days(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Working);
        Assert.Equal(expected, string.Join(' ', days.Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Rule_OfTheTwentyNinthOfFebruary_GivesLeapYearsOnly()
    {
        var rule = CalendarGrammar.ReadDays("den 29 februari varje år").Rule!;

        var days = rule.Days(new DateOnly(2023, 1, 1), new DateOnly(2032, 12, 31), Working);

        Assert.Equal([new DateOnly(2024, 2, 29), new DateOnly(2028, 2, 29), new DateOnly(2032, 2, 29)], days);
    }

    [Fact]
    public void Rule_OfEveryFewWeeks_KeepsItsRhythmOverYears()
    {
        var rule = CalendarGrammar.ReadDays("every other Wednesday from 2026-01-14").Rule!;

        var days = rule.Days(new DateOnly(2027, 12, 25), new DateOnly(2028, 1, 31), Working);

        Assert.Equal([new DateOnly(2027, 12, 29), new DateOnly(2028, 1, 12), new DateOnly(2028, 1, 26)], days);
        Assert.Empty(rule.Days(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 13), Working));
    }

    [Theory]
    [InlineData("secnd Tuesday of each month", "at its beginning stands 'secnd', where a day of the month, each, every, first, second, third, fourth, fifth or last, next, second or the is allowed; nearest 'second'")]
    [InlineData("second Tuesdy of each month", "after 'second' stands 'Tuesdy', where a weekday, and, to or working is allowed; nearest 'tuesday'")]
    [InlineData("andra tisdagen i varje månad utom jully", "after 'i varje månad utom' stands 'jully', where a month or i is allowed; nearest 'juli'")]
    [InlineData("every second Wednesday from 2026-01-15", "2026-01-15 is a Thursday, not a Wednesday: name the day of its first meeting")]
    [InlineData("varannan onsdag", "after 'varannan onsdag' stands nothing, where fr.o.m. or från is allowed")]
    [InlineData("31 April each year", "there is no 31 april")]
    [InlineData("30 februari", "there is no 30 februari")]
    public void Rule_ThatCannotBeRead_SaysWhatIsAllowedThere(string rule, string expected)
    {
        var reading = CalendarGrammar.ReadDays(rule);

        Assert.Null(reading.Rule);
        Assert.Equal(expected, reading.Problem);
    }

    [Theory]
    [InlineData("7 days before each meeting of council")]
    [InlineData("7 dagar före varje möte i council")]
    [InlineData("the last meeting of council by 15 April")]
    [InlineData("10 dagar före sista mötet i council senast den 15 april")]
    [InlineData("first meeting of council in March and September")]
    [InlineData("mötet i council i april")]
    [InlineData("den 15 april varje år")]
    [InlineData("last working day of April")]
    public void Due_InPlainWords_IsUnderstood(string sentence)
    {
        var reading = CalendarGrammar.ReadDue(sentence);

        Assert.Null(reading.Problem);
        Assert.NotNull(reading.Rule);
    }

    [Theory]
    [InlineData("7 days befor each meeting of council", "after '7 days' stands 'befor', where before is allowed")]
    [InlineData("the second meeting of council", "after 'the second' stands 'meeting', where")]
    [InlineData("last meeting of council by 31 April", "there is no 31 april")]
    public void Due_ThatCannotBeRead_SaysWhatIsAllowedThere(string sentence, string expected)
    {
        var reading = CalendarGrammar.ReadDue(sentence);

        Assert.Null(reading.Rule);
        Assert.StartsWith(expected, reading.Problem, StringComparison.Ordinal);
    }
}
