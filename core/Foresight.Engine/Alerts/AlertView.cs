using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts;

/// <summary>What a person has said of a staged alert.</summary>
public enum AlertStatus
{
    /// <summary>Nothing yet.</summary>
    Waiting,

    /// <summary>It may stand in briefs.</summary>
    Approved,

    /// <summary>It is put aside.</summary>
    Dismissed,

    /// <summary>It told of nothing real.</summary>
    FalseAlarm,
}

/// <summary>A staged alert as it stands.</summary>
public sealed record AlertView
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>What a person has said.</summary>
    public required AlertStatus Status { get; init; }

    /// <summary>The level that was last staged.</summary>
    public required AlertLevel Level { get; init; }

    /// <summary>When it was first staged.</summary>
    public required DateTimeOffset FiredAt { get; init; }

    /// <summary>Whether the condition still held when last judged; not where the rule was changed in meaning since.</summary>
    public required bool InForce { get; init; }

    /// <summary>The period that it was last staged for.</summary>
    public string? Period { get; init; }

    /// <summary>The sentence as last staged.</summary>
    public LocalText? Sentence { get; init; }

    /// <summary>How often it held again within the cool-down.</summary>
    public required int Held { get; init; }

    /// <summary>Who decided; null while it waits.</summary>
    public string? Person { get; init; }

    /// <summary>What that person wrote.</summary>
    public string? Note { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Every staged alert, the newest first.</summary>
    public static IReadOnlyList<AlertView> Of(IEnumerable<AlertRow> events) =>
    [
        .. events.GroupBy(row => row.Rule, StringComparer.Ordinal).SelectMany(rule => OfRule([.. rule]))
            .OrderByDescending(alert => alert.FiredAt).ThenBy(alert => alert.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<AlertView> OfRule(List<AlertRow> rule) =>
        rule.GroupBy(row => row.AlertId, StringComparer.Ordinal).Where(alert => alert.Any(row => AlertEvent.Stages(row.Event))).Select(alert => Of([.. alert], rule));

    private static AlertView Of(List<AlertRow> events, List<AlertRow> rule)
    {
        var staged = events.Last(row => AlertEvent.Stages(row.Event));
        // A step up asks anew.
        var decision = events.Skip(events.IndexOf(staged) + 1).LastOrDefault(row => AlertEvent.IsDecision(row.Event));
        return new AlertView
        {
            Id = staged.AlertId,
            Rule = staged.Rule,
            Status = decision?.Event switch { AlertEvent.Approved => AlertStatus.Approved, AlertEvent.Dismissed => AlertStatus.Dismissed, AlertEvent.FalseAlarm => AlertStatus.FalseAlarm, _ => AlertStatus.Waiting },
            Level = SubjectState.LevelOf(staged.Level),
            FiredAt = events.First(row => AlertEvent.Stages(row.Event)).At,
            InForce = IsInForce(events.Last(row => !AlertEvent.IsDecision(row.Event)), rule),
            Period = staged.Period,
            Sentence = staged.Sentence,
            Held = events.Count(row => row.Event == AlertEvent.Held),
            Person = decision?.Person,
            Note = decision?.Note,
            Evidence = staged.Evidence,
        };
    }

    // What ends is told of the last alert only, though the ones before it, staged when a cool-down was over, told of the same.
    private static bool IsInForce(AlertRow last, List<AlertRow> rule) => last.Event != AlertEvent.Ended
        && !rule.Skip(rule.IndexOf(last) + 1).Any(row => !AlertEvent.IsDecision(row.Event)
            && (row.RuleHash != last.RuleHash || (row.Event == AlertEvent.Ended && AlertMachine.SubjectOf(row.AlertId) == AlertMachine.SubjectOf(last.AlertId))));
}
