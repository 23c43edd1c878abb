using System.Globalization;
using Foresight.Engine.Alerts.Grammar;

namespace Foresight.Engine.Calendar.Grammar;

/// <summary>Reads a sentence about days in one language.</summary>
internal sealed class DayReader(SentenceReader reader, CalendarWords words)
{
    public static IReadOnlySet<int> AllMonths { get; } = Enumerable.Range(1, 12).ToHashSet();

    /// <summary>The rule, or what is wrong with one that is well formed; null where the sentence is no such rule.</summary>
    public RuleReading<DayRule>? Read()
    {
        reader.Take(words.The);
        foreach (var (phrase, weeks) in words.Intervals)
        {
            if (reader.Take([phrase]))
            {
                return FewWeeks(weeks);
            }
        }

        return reader.Take(words.Every) ? Weekly()
            : reader.OneOf(words.Days, "a day of the month") is { } day ? Dated(day)
            : Places() is { Count: > 0 } places ? Placed(places)
            : null;
    }

    /// <summary>Months, one by one or as a range, or all but some; null where none are there.</summary>
    public HashSet<int>? Months() => reader.Take(words.EachMonth) ? AllBut() : Listed();

    /// <summary>A month alone; null where none is there.</summary>
    public int? Month() => reader.OneOf(words.Months, "a month");

    // After a comma "and" may follow too.
    private bool Joined()
    {
        var comma = reader.Pass(",");
        return reader.Take(words.And) || comma;
    }

    private HashSet<int>? AllBut() => reader.Take(words.Except)
        ? Listed() is { } left ? [.. AllMonths.Except(left)] : null
        : [.. AllMonths];

    private HashSet<int>? Listed()
    {
        var months = new HashSet<int>();
        do
        {
            if (Month() is not { } month)
            {
                return null;
            }

            var last = month;
            if (reader.Take(words.To))
            {
                if (Month() is not { } end)
                {
                    return null;
                }

                last = end;
            }

            // September to May runs over the new year.
            for (; month != last; month = (month % 12) + 1)
            {
                months.Add(month);
            }

            months.Add(last);
        }
        while (Joined());
        return months;
    }

    private List<int>? Places()
    {
        var places = new List<int>();
        do
        {
            if ((reader.Take(words.NextToLast) ? -2 : reader.OneOf(words.Places, "first, second, third, fourth, fifth or last")) is not { } place)
            {
                return null;
            }

            places.Add(place);
        }
        while (Joined());
        return places;
    }

    private RuleReading<DayRule>? Placed(List<int> places)
    {
        DayOfWeek? weekday = null;
        if (!reader.Take(words.WorkingDay))
        {
            weekday = reader.OneOf(words.Weekdays, "a weekday");
            if (weekday is null)
            {
                return null;
            }
        }

        reader.Take(words.Of); // "sista onsdagen varje månad" is said without it.
        return Months() is { } months ? Good(new PlaceInMonth(places, weekday, months)) : null;
    }

    private RuleReading<DayRule>? Weekly()
    {
        if (reader.OneOf(words.Weekdays, "a weekday") is not { } weekday)
        {
            return null;
        }

        var months = AllMonths;
        bool? even = null;
        reader.Take(words.Of);
        even = reader.Either(words.EvenWeeks, words.OddWeeks);
        if (even is not null)
        {
            reader.Take(words.Of);
        }

        var here = reader.Place;
        if (reader.Take(words.Except))
        {
            if (Listed() is not { } left)
            {
                return null;
            }

            months = AllMonths.Except(left).ToHashSet();
        }
        else if (Listed() is { } listed)
        {
            months = listed;
        }
        else
        {
            reader.Place = here;
        }

        return Good(new EveryWeekday(weekday, months, even));
    }

    private RuleReading<DayRule>? FewWeeks(int weeks)
    {
        if (reader.OneOf(words.Weekdays, "a weekday") is not { } weekday || !reader.Take(words.From) || Day() is not { } first)
        {
            return null;
        }

        DateOnly? last = null;
        if (reader.Take(words.Until) && (last = Day()) is null)
        {
            return null;
        }

        IReadOnlySet<int> months = AllMonths;
        if (reader.Take(words.Except))
        {
            if (Listed() is not { } left)
            {
                return null;
            }

            months = AllMonths.Except(left).ToHashSet();
        }

        return first.DayOfWeek == weekday
            ? Good(new EveryFewWeeks(weeks, first, last, months))
            : Wrong(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd} is a {first.DayOfWeek}, not a {weekday}: name the day of its first meeting"));
    }

    private RuleReading<DayRule>? Dated(int day)
    {
        reader.Take(words.Of);
        if (Months() is not { } months)
        {
            return null;
        }

        reader.Take(words.EachYear);
        var never = months.Where(month => day > DateTime.DaysInMonth(2024, month)).Order().ToList();
        return never.Count == months.Count
            ? Wrong(string.Create(CultureInfo.InvariantCulture, $"there is no {day} {words.Months.Single(month => month.Value == never[0]).Key}"))
            : Good(new DayOfMonth(day, months));
    }

    private DateOnly? Day()
    {
        var here = reader.Place;
        if (reader.Name("a date such as 2026-01-14") is { } text
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200)
        {
            return day;
        }

        reader.Place = here;
        return null;
    }

    private static RuleReading<DayRule> Good(DayRule rule) => new(rule, null);

    private static RuleReading<DayRule> Wrong(string problem) => new(null, problem);
}
