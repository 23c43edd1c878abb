using Foresight.Engine.Registers;

namespace Foresight.Engine.Loop;

/// <summary>What rows of activities and applications say of how far they have come.</summary>
internal static class ActivityState
{
    public static bool IsAlive(RegisterEntry activity) => activity["status"] != "cancelled";

    /// <summary>What it led to, in the register's words or as its outcome alone.</summary>
    public static bool HasResult(RegisterEntry activity) => activity["result"] is not null || activity["outcome"] is not null;

    public static bool IsFollowedUp(RegisterEntry activity) => HasResult(activity) && activity.Day("followed_up") is not null;

    public static bool IsOver(RegisterEntry activity, DateOnly today) => activity["status"] == "ended" || activity.Last("ends") < today;

    /// <summary>Whether the activity carries its own reference to a decision.</summary>
    public static bool HasDecision(RegisterEntry activity) => activity["dnr"] is not null || activity["paragraph"] is not null || activity["decision"] is not null;

    /// <summary>Whether the application is not yet submitted or not yet answered.</summary>
    public static bool IsPending(RegisterEntry application) => application["outcome"] is "planned" or "submitted";
}
