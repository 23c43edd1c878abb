using Foresight.Sdk;

namespace Foresight.Engine.Calendar.Days;

/// <summary>The days on which a policy's owner works.</summary>
internal sealed class WorkingDays(string country, IReadOnlyList<DateOnly> freeDays)
{
    private static readonly LocalText Closed = new("en dag som är angiven som arbetsfri", "a day that is given as free");

    private readonly HashSet<DateOnly> free = [.. freeDays];

    public static WorkingDays Of(Policy policy) => new(policy.Home.Country, policy.Cycle.FreeDays);

    public bool Works(DateOnly day) => WhyNot(day) is null;

    /// <summary>Why nobody works on that day; null where it is a working day.</summary>
    public LocalText? WhyNot(DateOnly day) =>
        PublicHolidays.On(country, day)
        ?? (day.DayOfWeek switch { DayOfWeek.Saturday => new LocalText("en lördag", "a Saturday"), DayOfWeek.Sunday => new LocalText("en söndag", "a Sunday"), _ => null })
        ?? (free.Contains(day) ? Closed : null);

    /// <summary>That day, or the first working day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day) => Walk(day, 1);

    /// <summary>That day, or the last working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day) => Walk(day, -1);

    private DateOnly Walk(DateOnly day, int step)
    {
        while (!Works(day))
        {
            day = day.AddDays(step);
        }

        return day;
    }
}
