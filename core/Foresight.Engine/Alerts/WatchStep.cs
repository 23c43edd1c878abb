using Foresight.Engine.Alerts.Judging;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts;

/// <summary>What watching did in a run.</summary>
/// <param name="Events">What happened, now stored.</param>
/// <param name="Waiting">How many alerts wait for a person.</param>
/// <param name="Untold">The rules that cannot be judged now, each with the reason.</param>
/// <param name="Problems">The rules that failed.</param>
public sealed record AlertOutcome(IReadOnlyList<AlertRow> Events, int Waiting, IReadOnlyDictionary<string, LocalText> Untold, IReadOnlyList<LocalText> Problems)
{
    /// <summary>Nothing watched.</summary>
    public static AlertOutcome None { get; } = new([], 0, new Dictionary<string, LocalText>(), []);
}

/// <summary>Judges every rule of the policy, and stores what follows. Nothing leaves the store: alerts wait for a person.</summary>
public static class WatchStep
{
    /// <summary>Runs it.</summary>
    /// <param name="context">The tables, the policy with its rules, the clock.</param>
    /// <param name="append">Stores events: <see cref="TableStore.AppendAlertsAsync"/>.</param>
    /// <param name="cancellationToken">Stops between rules; nothing is stored then.</param>
    public static async Task<AlertOutcome> RunAsync(
        JudgingContext context, Func<IReadOnlyList<AlertRow>, CancellationToken, Task> append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(append);
        if (context.Policy.Alerts.Count == 0)
        {
            return AlertOutcome.None;
        }

        var past = await AlertLog.ReadAsync(context.Tables).ConfigureAwait(false);
        var at = AlertLog.After(past, context.Clock.GetUtcNow());
        var (events, untold, problems) = (new List<AlertRow>(), new Dictionary<string, LocalText>(StringComparer.Ordinal), new List<LocalText>());
        foreach (var rule in context.Policy.Alerts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var points = RulePoint.Latest(await RulePoint.AllAsync(rule, context).ConfigureAwait(false));
                if (points.Count > 0 && points.All(point => point.Judged.Holding == Holding.CannotTell))
                {
                    untold[rule.Id] = points[0].Judged.Sentence!;
                }

                events.AddRange(AlertMachine.Next(rule, [.. past.Where(row => row.Rule == rule.Id)], points, at));
            }
            // One of the few places that catch: one failing rule must not stop the others.
            catch (Exception e) when (e is not OperationCanceledException)
            {
                problems.Add(Said.NotWatched(rule.Id, e.Message));
            }
        }

        await append(events, cancellationToken).ConfigureAwait(false);
        return new AlertOutcome(events, AlertView.Of([.. past, .. events]).Count(alert => alert.Status == AlertStatus.Waiting), untold, problems);
    }
}
