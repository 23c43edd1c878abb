using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts;

/// <summary>What a rule's events add up to for one subject.</summary>
internal sealed class SubjectState
{
    private readonly HashSet<(string Event, string Level, string? Period)> _seen = [];

    /// <summary>The alert that is in force, or was last.</summary>
    public string? AlertId { get; private set; }

    /// <summary>Whether the condition held when last judged.</summary>
    public bool InForce { get; private set; }

    /// <summary>The level that was last staged, or recorded at first.</summary>
    public AlertLevel? Level { get; private set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? Since { get; private set; }

    public static SubjectState Of(IEnumerable<AlertRow> events)
    {
        var state = new SubjectState();
        foreach (var one in events)
        {
            state.Take(one);
        }

        return state;
    }

    public void Take(AlertRow row)
    {
        _seen.Add((row.Event, row.Level, row.Period));
        switch (row.Event)
        {
            case AlertEvent.Baseline or AlertEvent.Fired or AlertEvent.Escalated when row.Level != AlertEvent.NoLevel:
                (AlertId, InForce, Level, Since) = (row.AlertId, true, LevelOf(row.Level), row.At);
                break;
            case AlertEvent.Held:
                InForce = true;
                break;
            case AlertEvent.Ended:
                InForce = false;
                break;
        }
    }

    /// <summary>Whether this level was staged or recorded for this period.</summary>
    public bool Told(AlertLevel level, string period) =>
        _seen.Any(seen => seen.Event is AlertEvent.Baseline or AlertEvent.Fired or AlertEvent.Escalated && seen.Level == Word(level) && seen.Period == period);

    public bool Held(AlertLevel level, string period) => _seen.Contains((AlertEvent.Held, Word(level), period));

    public static string Word(AlertLevel level) => level switch { AlertLevel.Watch => "watch", AlertLevel.Warning => "warning", _ => "alarm" };

    public static AlertLevel LevelOf(string word) => word switch { "watch" => AlertLevel.Watch, "warning" => AlertLevel.Warning, _ => AlertLevel.Alarm };
}
