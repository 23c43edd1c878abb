using Foresight.Engine.Registers;

namespace Foresight.Engine.FollowUp;

/// <summary>What is asked of the follow-up.</summary>
/// <param name="From">The first day of the period.</param>
/// <param name="To">Its last day.</param>
/// <param name="Today">The day of asking: what is overdue or dormant is so on this day, whatever the period.</param>
/// <param name="Body">The body whose work is followed up; null for everybody's.</param>
public sealed record FollowUpQuestion(DateOnly From, DateOnly To, DateOnly Today, string? Body = null)
{
    /// <summary>The twelve months up to a day.</summary>
    public static FollowUpQuestion LastYear(DateOnly today, string? body = null) => new(today.AddYears(-1), today, today, body);

    internal bool Holds(DateOnly? day) => day >= From && day <= To;

    /// <summary>Whether an activity runs in the period: it begins before the period's end and does not end before its beginning.</summary>
    internal bool Runs(RegisterEntry activity) => activity.First("starts") is { } start && start <= To && (EndOf(activity) is not { } end || end >= From);

    /// <summary>Whether an activity is over: it says so, or its end has passed.</summary>
    internal bool IsOver(RegisterEntry activity) => activity["status"] == "ended" || activity.Last("ends") < Today;

    // One that has ended without saying when was over when it was followed up, at the latest; else all that is known is when it began.
    private static DateOnly? EndOf(RegisterEntry activity) =>
        activity.Last("ends") ?? (activity["status"] == "ended" ? activity.Day("followed_up") ?? activity.Last("starts") : null);
}
