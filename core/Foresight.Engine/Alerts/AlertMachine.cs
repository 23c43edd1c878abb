using Foresight.Engine.Alerts.Judging;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts;

/// <summary>
/// What happens next to a rule's alerts: state in, events out. The same points twice give events once; nothing here reads a clock or a table.
/// </summary>
public static class AlertMachine
{
    /// <summary>The events that follow.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="past">All events of the rule so far, in the order of time.</param>
    /// <param name="points">The rule as judged now, one point per subject.</param>
    /// <param name="at">Now.</param>
    public static IReadOnlyList<AlertRow> Next(AlertRule rule, IReadOnlyList<AlertRow> past, IReadOnlyList<RulePoint> points, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(points);
        var step = new Step(rule, RulePoint.HashOf(rule), past, at);
        var ofThis = OfThisMeaning(step.Hash, past);
        if (ofThis.Count == 0)
        {
            return First(step, points);
        }

        var states = ofThis.GroupBy(row => SubjectOf(row.AlertId)).ToDictionary(subject => subject.Key, SubjectState.Of, StringComparer.Ordinal);
        var events = new List<AlertRow>();
        foreach (var point in points.Where(point => point.Judged.Holding != Holding.CannotTell))
        {
            if (Follow(step, states.GetValueOrDefault(point.Judged.Subject ?? "") ?? new SubjectState(), point) is { } row)
            {
                events.Add(row);
            }
        }

        // What there is no more of, such as a call that was taken back, holds no longer.
        var there = points.Select(point => point.Judged.Subject ?? "").ToHashSet(StringComparer.Ordinal);
        events.AddRange(states.Where(state => state.Value.InForce && state.Key.Length > 0 && there.Contains("") && !there.Contains(state.Key))
            .Select(state => step.Row(state.Value.AlertId!, AlertEvent.Ended, SubjectState.Word(state.Value.Level!.Value), null)));
        return events;
    }

    /// <summary>What happened since the rule last came to mean what it means: one that was changed and changed back begins anew, since nobody watched in between.</summary>
    /// <param name="hash">The hash of what it means now.</param>
    /// <param name="past">All events of the rule, in the order of time.</param>
    internal static IReadOnlyList<AlertRow> OfThisMeaning(string hash, IReadOnlyList<AlertRow> past)
    {
        // A person may decide of an old alert after the rule was changed: that is no return to what it meant then.
        var watched = past.Where(row => !AlertEvent.IsDecision(row.Event)).ToList();
        return watched[(watched.FindLastIndex(row => row.RuleHash != hash) + 1)..];
    }

    /// <summary>The subject that an alert's id names; empty where its rule is about one thing.</summary>
    internal static string SubjectOf(string alertId)
    {
        var (slash, at, number) = (alertId.IndexOf('/', StringComparison.Ordinal), alertId.LastIndexOf('@'), alertId.LastIndexOf('~'));
        return at < 0 ? "" : alertId[(slash + 1)..(number > at ? number : alertId.Length)];
    }

    private static List<AlertRow> First(Step step, IReadOnlyList<RulePoint> points)
    {
        var told = points.Where(point => point.Judged.Holding != Holding.CannotTell).ToList();
        if (told.Count == 0)
        {
            return [];
        }

        var held = told.Where(point => point.Level is not null)
            .Select(point => step.Row(step.NewId(point.Judged), AlertEvent.Baseline, SubjectState.Word(point.Level!.Value), point.Judged)).ToList();
        // That it was judged and nothing held must be known too, or the next run would be the first again.
        return held.Count > 0 ? held : [step.Row($"{step.Rule.Id}/{AlertEvent.Baseline}", AlertEvent.Baseline, AlertEvent.NoLevel, null) with { Period = told[^1].Judged.Period }];
    }

    private static AlertRow? Follow(Step step, SubjectState state, RulePoint point)
    {
        var judged = point.Judged;
        if (point.Level is not { } level)
        {
            return state.InForce ? step.Row(state.AlertId!, AlertEvent.Ended, SubjectState.Word(state.Level!.Value), judged with { Sentence = null }) : null;
        }

        if (state.Told(level, judged.Period))
        {
            return null;
        }

        var word = SubjectState.Word(level);
        var higher = state.Level is null || level > state.Level;
        var cooling = state.Since is { } since && step.At - since < step.Rule.CoolDown;
        return state.InForce && higher ? step.Row(state.AlertId!, AlertEvent.Escalated, word, judged)
            : !cooling || higher ? step.Row(step.NewId(judged), AlertEvent.Fired, word, judged)
            : state.Held(level, judged.Period) ? null
            : step.Row(state.AlertId!, AlertEvent.Held, word, judged);
    }

    private sealed record Step(AlertRule Rule, string Hash, IReadOnlyList<AlertRow> Past, DateTimeOffset At)
    {
        // An id is a subject or a period; where an earlier alert has it, a number is added.
        public string NewId(Judged judged)
        {
            var stem = $"{Rule.Id}/{judged.Subject ?? judged.Period}";
            var taken = Past.Select(row => row.AlertId).Where(id => id == stem || id.StartsWith(stem + "~", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Count();
            return taken == 0 ? stem : FormattableString.Invariant($"{stem}~{taken + 1}");
        }

        public AlertRow Row(string id, string name, string level, Judged? judged) => new(Rule.Id, id, At, name, level)
        {
            Period = judged?.Period,
            Value = judged?.Value,
            Sentence = judged?.Sentence,
            RuleHash = Hash,
            Evidence = judged?.Evidence ?? [],
        };
    }
}
