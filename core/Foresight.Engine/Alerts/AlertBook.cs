using Foresight.Engine.Alerts.Grammar;
using Foresight.Engine.Alerts.Judging;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts;

/// <summary>A rule with what became of it so far.</summary>
public sealed record RuleView
{
    /// <summary>The rule.</summary>
    public required AlertRule Rule { get; init; }

    /// <summary>Its conditions as understood, one per step.</summary>
    public required IReadOnlyList<LocalText> Understood { get; init; }

    /// <summary>The level at which it holds now; null where it does not, or cannot be told.</summary>
    public AlertLevel? Level { get; init; }

    /// <summary>Why it cannot be told; null where it can.</summary>
    public LocalText? Untold { get; init; }

    /// <summary>When the rule as it is was first judged; null where it was not yet.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How often it was staged.</summary>
    public required int Firings { get; init; }

    /// <summary>How often it held within the cool-down.</summary>
    public required int Held { get; init; }

    /// <summary>How many of its alerts a person called false.</summary>
    public required int FalseAlarms { get; init; }
}

/// <summary>Alerts and rules to look at, and what people say of them. Nothing that was said is ever changed.</summary>
/// <param name="context">The tables, the policy with its rules, the clock.</param>
/// <param name="append">Stores events: <see cref="TableStore.AppendAlertsAsync"/>.</param>
public sealed class AlertBook(JudgingContext context, Func<IReadOnlyList<AlertRow>, CancellationToken, Task> append)
{
    /// <summary>Every staged alert, the newest first.</summary>
    public async Task<IReadOnlyList<AlertView>> AlertsAsync() => AlertView.Of(await EventsAsync().ConfigureAwait(false));

    /// <summary>Everything that happened, in the order of time.</summary>
    public Task<IReadOnlyList<AlertRow>> EventsAsync() => AlertLog.ReadAsync(context.Tables);

    /// <summary>The approved alerts that are still in force, of each thing the newest: those of the briefs. Of a rule that the policy has no longer nobody knows.</summary>
    public async Task<IReadOnlyList<AlertView>> ApprovedAsync() =>
    [
        .. (await AlertsAsync().ConfigureAwait(false))
            .Where(alert => alert is { Status: AlertStatus.Approved, InForce: true } && context.Policy.Alerts.Any(rule => rule.Id == alert.Rule))
            .DistinctBy(alert => (alert.Rule, AlertMachine.SubjectOf(alert.Id))).OrderByDescending(alert => alert.Level).ThenByDescending(alert => alert.FiredAt).ThenBy(alert => alert.Id, StringComparer.Ordinal),
    ];

    /// <summary>Every rule of the policy, judged now.</summary>
    public async Task<IReadOnlyList<RuleView>> RulesAsync(CancellationToken cancellationToken)
    {
        var events = await EventsAsync().ConfigureAwait(false);
        var views = new List<RuleView>();
        foreach (var rule in context.Policy.Alerts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var points = RulePoint.Latest(await RulePoint.AllAsync(rule, context).ConfigureAwait(false));
            var ofRule = events.Where(row => row.Rule == rule.Id).ToList();
            views.Add(new RuleView
            {
                Rule = rule,
                Understood = [.. rule.Steps.Select(step => ConditionText.Of(ConditionGrammar.Of(step.When)))],
                Level = points.Max(point => point.Level),
                Untold = points.Count > 0 && points.All(point => point.Judged.Holding == Holding.CannotTell) ? points[0].Judged.Sentence : null,
                Since = AlertMachine.OfThisMeaning(RulePoint.HashOf(rule), ofRule) is [var first, ..] ? first.At : null,
                Firings = ofRule.Count(row => AlertEvent.Stages(row.Event)),
                Held = ofRule.Count(row => row.Event == AlertEvent.Held),
                FalseAlarms = AlertView.Of(ofRule).Count(alert => alert.Status == AlertStatus.FalseAlarm),
            });
        }

        return views;
    }

    /// <summary>The rule of that id.</summary>
    /// <exception cref="ConfigurationException">There is none; says the nearest.</exception>
    public AlertRule RuleOf(string id) => context.Policy.Alerts.FirstOrDefault(rule => rule.Id == id)
        ?? throw new ConfigurationException([context.Policy.Alerts.Count == 0
            ? $"The policy {context.Policy.Id} has no alert rules; write them under its key 'alerts'."
            : $"There is no alert rule '{id}'{Nearest.Hint(id, context.Policy.Alerts.Select(rule => rule.Id))}."]);

    /// <summary>Replays a rule over what is stored.</summary>
    public Task<BackTestResult> TestAsync(AlertRule rule) => BackTest.RunAsync(rule, context);

    /// <summary>Records what a person decides of a staged alert.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="decision">approved, dismissed or false-alarm.</param>
    /// <param name="person">Who: see <see cref="PersonName"/>.</param>
    /// <param name="note">What the person writes beside it; a false alarm needs one.</param>
    /// <param name="cancellationToken">Stops before it is stored.</param>
    /// <exception cref="ConfigurationException">There is no such alert, the person cannot be stored, or a false alarm has no note.</exception>
    public async Task<AlertView> DecideAsync(string id, string decision, string? person, string? note, CancellationToken cancellationToken)
    {
        if (!AlertEvent.IsDecision(decision))
        {
            throw new ArgumentException($"'{decision}' is nothing that a person decides of an alert.", nameof(decision));
        }

        var who = PersonName.Read(person);
        if (decision == AlertEvent.FalseAlarm && string.IsNullOrWhiteSpace(note))
        {
            throw new ConfigurationException(["A false alarm needs a note that says why: --note \"…\"; rules are judged by these notes."]);
        }

        var events = await EventsAsync().ConfigureAwait(false);
        var alerts = AlertView.Of(events);
        var alert = alerts.FirstOrDefault(one => one.Id == id) ?? throw new ConfigurationException([alerts.Count == 0
            ? "No alert was staged yet, so there is nothing to decide; 'foresight run' judges the rules."
            : $"There is no staged alert '{id}'{Nearest.Hint(id, alerts.Select(one => one.Id))}."]);
        var staged = events.Last(row => row.AlertId == id && AlertEvent.Stages(row.Event));
        var row = new AlertRow(alert.Rule, id, AlertLog.After(events, context.Clock.GetUtcNow()), decision, staged.Level)
        {
            Period = staged.Period,
            Person = who,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            RuleHash = staged.RuleHash,
        };
        await append([row], cancellationToken).ConfigureAwait(false);
        return AlertView.Of([.. events, row]).First(one => one.Id == id);
    }
}
