namespace Foresight.Engine.Calendar.Grammar;

/// <summary>When something is due, as read from a sentence.</summary>
internal abstract record DueRule;

/// <summary>On days of their own.</summary>
internal sealed record DueOnDays(DayRule Rule) : DueRule;

/// <summary>At meetings, or some days before them.</summary>
/// <param name="Body">The body that meets.</param>
/// <param name="DaysBefore">How many days before; 0 for on the day.</param>
/// <param name="Months">The months of the meetings, 1 to 12.</param>
internal sealed record DueAtMeetings(string Body, int DaysBefore, IReadOnlySet<int> Months) : DueRule
{
    /// <summary>Of these only the first (true) or last (false): of the year, or of each month where months are named. Null for all.</summary>
    public bool? First { get; init; }

    /// <summary>Whether months are named, so that the first is that of each of them.</summary>
    public bool PerMonth { get; init; }

    /// <summary>A day of the year beside which the meeting must lie; null for none.</summary>
    public YearBound? Bound { get; init; }
}

/// <summary>A day of each year as a bound.</summary>
/// <param name="Month">The month.</param>
/// <param name="Day">The day.</param>
/// <param name="Side">On which side of it.</param>
internal sealed record YearBound(int Month, int Day, BoundSide Side)
{
    public bool Admits(DateOnly day)
    {
        var order = day.CompareTo(new DateOnly(day.Year, Month, Math.Min(Day, DateTime.DaysInMonth(day.Year, Month))));
        return Side switch { BoundSide.Before => order < 0, BoundSide.By => order <= 0, _ => order > 0 };
    }
}

/// <summary>A side of a bound.</summary>
internal enum BoundSide
{
    Before,
    By,
    After,
}
