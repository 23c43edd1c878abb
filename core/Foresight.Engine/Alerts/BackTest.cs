using System.Globalization;
using Foresight.Engine.Alerts.Judging;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts;

/// <summary>A firing that a rule would have had.</summary>
/// <param name="Day">When.</param>
/// <param name="Event">fired or escalated.</param>
/// <param name="Level">The level.</param>
/// <param name="Period">The period.</param>
/// <param name="Sentence">What it would have said.</param>
public sealed record PastFiring(DateOnly Day, string Event, AlertLevel Level, string Period, LocalText? Sentence)
{
    /// <summary>Whether the condition held no longer within the next two judged periods.</summary>
    public bool ShortLived { get; init; }

    /// <summary>Whether a person called the real alert of this period a false alarm.</summary>
    public bool FalseAlarm { get; init; }
}

/// <summary>A rule replayed over the stored history.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="From">The first period that could be judged; null where none could.</param>
/// <param name="To">The last.</param>
/// <param name="Judged">How many points in time could be judged.</param>
/// <param name="Untold">How many could not.</param>
/// <param name="Held">How often it held within the cool-down.</param>
/// <param name="Firings">When it would have been staged.</param>
public sealed record BackTestResult(string Rule, string? From, string? To, int Judged, int Untold, int Held, IReadOnlyList<PastFiring> Firings)
{
    /// <summary>Why nothing could be judged; null where something could.</summary>
    public LocalText? Reason { get; init; }
}

/// <summary>Replays a rule period by period, with its cool-down, as if every period had been judged on its last day by the figures of now.</summary>
public static class BackTest
{
    /// <summary>How many judged periods make a firing short-lived.</summary>
    public const int ShortLived = 2;

    /// <summary>Runs it.</summary>
    public static async Task<BackTestResult> RunAsync(AlertRule rule, JudgingContext context)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(context);
        var points = await RulePoint.AllAsync(rule, context).ConfigureAwait(false);
        var told = points.Where(point => point.Judged.Holding != Holding.CannotTell).ToList();
        var events = new List<AlertRow>();
        foreach (var day in points.GroupBy(point => point.Judged.Day))
        {
            events.AddRange(AlertMachine.Next(rule, events, [.. day], At(day.Key)));
        }

        var said = (await AlertLog.ReadAsync(context.Tables).ConfigureAwait(false)).Where(row => row.Rule == rule.Id).ToList();
        var periods = told.Select(point => point.Judged.Period).Where(period => period.Length > 0).ToList();
        return new BackTestResult(
            rule.Id, periods.FirstOrDefault(), periods.LastOrDefault(), told.Count, points.Count - told.Count, events.Count(row => row.Event == AlertEvent.Held),
            [.. events.Where(row => AlertEvent.Stages(row.Event)).Select(row => FiringOf(row, told, said))])
        {
            Reason = told.Count > 0 ? null : points.Count > 0 ? points[^1].Judged.Sentence : null,
        };
    }

    private static PastFiring FiringOf(AlertRow row, List<RulePoint> told, List<AlertRow> said)
    {
        var day = DateOnly.FromDateTime(row.At.UtcDateTime);
        var subject = AlertMachine.SubjectOf(row.AlertId);
        return new PastFiring(day, row.Event, SubjectState.LevelOf(row.Level), row.Period ?? "", row.Sentence)
        {
            // A call that closes always ends: only a course can turn back.
            ShortLived = subject.Length == 0 && told.Where(point => point.Judged.Day > day).Take(ShortLived).Any(point => point.Level is null),
            FalseAlarm = said.Any(one => one.Event == AlertEvent.FalseAlarm && said.Any(alert => alert.AlertId == one.AlertId && AlertEvent.Stages(alert.Event) && alert.Period == row.Period)
                && AlertMachine.SubjectOf(one.AlertId) == subject),
        };
    }

    private static DateTimeOffset At(DateOnly day) => new(DateTime.Parse(AttentionJudge.Iso(day), CultureInfo.InvariantCulture), TimeSpan.Zero);
}
