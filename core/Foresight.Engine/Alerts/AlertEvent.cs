namespace Foresight.Engine.Alerts;

/// <summary>What can happen to an alert, as the table <c>alerts</c> has it.</summary>
public static class AlertEvent
{
    /// <summary>It held already when the rule, or the changed rule, was first judged: recorded, not staged.</summary>
    public const string Baseline = "baseline";

    /// <summary>Staged: it waits for a person.</summary>
    public const string Fired = "fired";

    /// <summary>A higher step holds: staged again, whatever the cool-down.</summary>
    public const string Escalated = "escalated";

    /// <summary>It holds at the same or a lower level within the cool-down: not staged, counted.</summary>
    public const string Held = "held";

    /// <summary>It holds no longer.</summary>
    public const string Ended = "ended";

    /// <summary>A person lets it into the briefs.</summary>
    public const string Approved = "approved";

    /// <summary>A person puts it aside.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>A person says that it told of nothing real.</summary>
    public const string FalseAlarm = "false-alarm";

    /// <summary>The level of a baseline at which nothing held.</summary>
    public const string NoLevel = "none";

    internal static bool Stages(string name) => name is Fired or Escalated;

    internal static bool IsDecision(string name) => name is Approved or Dismissed or FalseAlarm;
}
