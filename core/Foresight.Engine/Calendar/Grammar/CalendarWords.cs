using System.Globalization;

namespace Foresight.Engine.Calendar.Grammar;

/// <summary>The words of the calendar's sentences in one language; longer phrases first, since the first that fits is taken.</summary>
internal sealed record CalendarWords
{
    public required string[] The { get; init; }
    public required string[] Every { get; init; }
    public required IReadOnlyList<(string Phrase, int Weeks)> Intervals { get; init; }
    public required string[] Of { get; init; }
    public required string[] EachMonth { get; init; }
    public required string[] EachYear { get; init; }
    public required string[] Except { get; init; }
    public required string[] To { get; init; }
    public required string[] And { get; init; }
    public required string[] From { get; init; }
    public required string[] Until { get; init; }
    public required string[] WorkingDay { get; init; }
    public required string[] EvenWeeks { get; init; }
    public required string[] OddWeeks { get; init; }
    public required string[] NextToLast { get; init; }
    public required string[] DaysBefore { get; init; }
    public required string[] Meeting { get; init; }
    public required string[] MeetingOf { get; init; }
    public required string[] Before { get; init; }
    public required string[] By { get; init; }
    public required string[] After { get; init; }
    public required IReadOnlyDictionary<string, int> Places { get; init; }
    public required IReadOnlyDictionary<string, DayOfWeek> Weekdays { get; init; }
    public required IReadOnlyDictionary<string, int> Months { get; init; }
    public required IReadOnlyDictionary<string, int> Days { get; init; }

    public static CalendarWords English { get; } = new()
    {
        The = ["the"],
        Every = ["every", "each"],
        Intervals = [("every other", 2), ("every second", 2), ("every third", 3), ("every fourth", 4)],
        Of = ["of", "in"],
        EachMonth = ["each month", "every month"],
        EachYear = ["of each year", "of every year", "each year", "every year"],
        Except = ["except in", "except", "but not in"],
        To = ["to"],
        And = ["and"],
        From = ["from"],
        Until = ["until"],
        WorkingDay = ["working day"],
        EvenWeeks = ["even weeks"],
        OddWeeks = ["odd weeks"],
        NextToLast = ["next to last", "second to last"],
        DaysBefore = ["days before", "day before"],
        Meeting = ["meeting"],
        MeetingOf = ["of"],
        Before = ["before"],
        By = ["by", "on or before"],
        After = ["after"],
        Places = Numbered(["first", "second", "third", "fourth", "fifth"], "last"),
        Weekdays = Named(["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"], ["", "s"]),
        Months = Numbered(["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]),
        Days = Dated(day => [day + (day is "11" or "12" or "13" ? "th" : day[^1] switch { '1' => "st", '2' => "nd", '3' => "rd", _ => "th" })]),
    };

    public static CalendarWords Swedish { get; } = new()
    {
        The = ["den", "det"],
        Every = ["varje"],
        Intervals = [("varannan", 2), ("var annan", 2), ("var tredje", 3), ("var fjärde", 4)],
        Of = ["i"],
        EachMonth = ["varje månad"],
        EachYear = ["varje år"],
        Except = ["utom i", "utom", "men inte i"],
        To = ["till", "t.o.m."],
        And = ["och"],
        From = ["från och med", "från", "fr.o.m."],
        Until = ["till och med", "till", "t.o.m."],
        WorkingDay = ["arbetsdagen", "vardagen"],
        EvenWeeks = ["jämna veckor", "jämn vecka"],
        OddWeeks = ["udda veckor", "udda vecka", "ojämna veckor"],
        NextToLast = ["näst sista"],
        DaysBefore = ["dagar före", "dag före"],
        Meeting = ["mötet", "möte", "sammanträdet", "sammanträde"],
        MeetingOf = ["i", "med", "för"],
        Before = ["före"],
        By = ["senast den", "senast"],
        After = ["efter"],
        Places = Numbered(["första", "andra", "tredje", "fjärde", "femte"], "sista"),
        Weekdays = Named(["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"], ["", "en", "ar"]),
        Months = Numbered(["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"]),
        Days = Dated(day => [day + ":e", day + ":a"]),
    };

    private static Dictionary<string, int> Numbered(string[] words, string? last = null)
    {
        var numbers = words.Index().ToDictionary(word => word.Item, word => word.Index + 1, StringComparer.Ordinal);
        if (last is not null)
        {
            numbers.Add(last, -1);
        }

        return numbers;
    }

    private static Dictionary<string, DayOfWeek> Named(string[] words, string[] endings) => words.Index()
        .SelectMany(word => endings.Select(ending => (word.Item + ending, (DayOfWeek)word.Index))).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, int> Dated(Func<string, string[]> others) => Enumerable.Range(1, 31)
        .Select(day => (Day: day, Text: day.ToString(CultureInfo.InvariantCulture)))
        .SelectMany(day => others(day.Text).Append(day.Text).Select(text => (text, day.Day))).ToDictionary(StringComparer.Ordinal);
}
