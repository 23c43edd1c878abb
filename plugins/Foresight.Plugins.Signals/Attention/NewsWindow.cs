namespace Foresight.Plugins.Signals.Attention;

/// <summary>The weeks that are looked at: of seven days each, the last one ending today, so that none is cut short.</summary>
internal sealed record NewsWindow(DateOnly Today, int Weeks)
{
    /// <summary>The day before the first week: the first day that does not count.</summary>
    public DateOnly Before => Today.AddDays(-7 * Weeks);

    /// <summary>The first day of a week.</summary>
    public DateOnly First(int week) => Today.AddDays((-7 * (Weeks - week)) + 1);

    /// <summary>Weeks as an evidence's record tells them.</summary>
    public string Days(int from, int to) => $"published={Reading.Days.Iso(First(from))}..{Reading.Days.Iso(First(to + 1).AddDays(-1))}";
}
