using Foresight.Engine.Calendar.Days;

namespace Foresight.Engine.Calendar.Grammar;

/// <summary>A rule that gives days, as read from a sentence.</summary>
internal abstract record DayRule
{
    /// <summary>Its days from one until another, both included, in order.</summary>
    public abstract IEnumerable<DateOnly> Days(DateOnly from, DateOnly until, WorkingDays working);

    protected static IEnumerable<(int Year, int Month)> MonthsBetween(DateOnly from, DateOnly until, IReadOnlySet<int> months)
    {
        for (var month = (from.Year * 12) + from.Month - 1; month <= (until.Year * 12) + until.Month - 1; month++)
        {
            if (months.Contains((month % 12) + 1))
            {
                yield return (month / 12, (month % 12) + 1);
            }
        }
    }
}

/// <summary>The first and third Tuesday, the last working day: of months.</summary>
/// <param name="Places">1 to 5 from the month's beginning, -1 and -2 from its end.</param>
/// <param name="Weekday">The weekday; null for a working day.</param>
/// <param name="Months">The months, 1 to 12.</param>
internal sealed record PlaceInMonth(IReadOnlyList<int> Places, DayOfWeek? Weekday, IReadOnlySet<int> Months) : DayRule
{
    // A month that has no fifth Friday has no meeting.
    public override IEnumerable<DateOnly> Days(DateOnly from, DateOnly until, WorkingDays working) =>
        MonthsBetween(from, until, Months).SelectMany(month =>
        {
            var days = Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month)).Select(day => new DateOnly(month.Year, month.Month, day))
                .Where(day => Weekday is { } weekday ? day.DayOfWeek == weekday : working.Works(day)).ToList();
            return Places.Select(place => place > 0 ? place - 1 : days.Count + place).Where(place => place >= 0 && place < days.Count).Order().Select(place => days[place]);
        }).Where(day => day >= from && day <= until);
}

/// <summary>Every Wednesday, perhaps of some months or of even or odd weeks (ISO 8601).</summary>
internal sealed record EveryWeekday(DayOfWeek Weekday, IReadOnlySet<int> Months, bool? EvenWeeks) : DayRule
{
    public override IEnumerable<DateOnly> Days(DateOnly from, DateOnly until, WorkingDays working)
    {
        for (var day = from.AddDays(((int)Weekday - (int)from.DayOfWeek + 7) % 7); day <= until; day = day.AddDays(7))
        {
            var week = System.Globalization.ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));
            if (Months.Contains(day.Month) && (EvenWeeks is null || EvenWeeks == (week % 2 == 0)))
            {
                yield return day;
            }
        }
    }
}

/// <summary>Every second Wednesday from a day on.</summary>
internal sealed record EveryFewWeeks(int Weeks, DateOnly First, DateOnly? Last, IReadOnlySet<int> Months) : DayRule
{
    public override IEnumerable<DateOnly> Days(DateOnly from, DateOnly until, WorkingDays working)
    {
        var step = 7 * Weeks;
        var passed = Math.Max(0, from.DayNumber - First.DayNumber + step - 1) / step;
        for (var day = First.AddDays(passed * step); day <= until && (Last is null || day <= Last); day = day.AddDays(step))
        {
            if (Months.Contains(day.Month))
            {
                yield return day;
            }
        }
    }
}

/// <summary>15 April each year, the 15th of each month. A day that a month has not, such as 29 February, is left out.</summary>
internal sealed record DayOfMonth(int Day, IReadOnlySet<int> Months) : DayRule
{
    public override IEnumerable<DateOnly> Days(DateOnly from, DateOnly until, WorkingDays working) =>
        MonthsBetween(from, until, Months).Where(month => Day <= DateTime.DaysInMonth(month.Year, month.Month))
            .Select(month => new DateOnly(month.Year, month.Month, Day)).Where(day => day >= from && day <= until);
}
