using Foresight.Engine.Alerts;
using Foresight.Engine.Alerts.Judging;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Alerts;

public sealed class AlertMachineTests
{
    private static readonly AlertRule Rule = SomeAlerts.Rule((AlertLevel.Watch, "indicator N1 is above 5"), (AlertLevel.Warning, "indicator N1 is above 6"), (AlertLevel.Alarm, "indicator N1 is above 7"));

    private readonly List<AlertRow> _past = [];

    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void First_WhatHoldsAlready_IsRecordedAndNotStaged()
    {
        Assert.Equal("baseline warning 2026-01", Run("2026-01", AlertLevel.Warning));
    }

    [Fact]
    public void First_WithoutAnything_IsRecordedSoThatTheNextIsNews()
    {
        var events = new[] { Run("2026-01", null), Run("2026-02", AlertLevel.Watch) };

        Assert.Equal(["baseline none 2026-01", "fired watch 2026-02"], events);
    }

    [Fact]
    public void First_ThatCannotBeTold_IsNoFirst()
    {
        var events = new[] { CannotTell("2026-01"), Run("2026-02", AlertLevel.Watch) };

        Assert.Equal(["", "baseline watch 2026-02"], events);
    }

    [Fact]
    public void SameData_Again_AddsNothing()
    {
        var events = new[] { Run("2026-01", null), Run("2026-02", AlertLevel.Watch), Run("2026-02", AlertLevel.Watch), Run("2026-02", AlertLevel.Watch, days: 100) };

        Assert.Equal(["baseline none 2026-01", "fired watch 2026-02", "", ""], events);
    }

    [Fact]
    public void SameOrLowerLevel_WithinTheCoolDown_IsHeldOnce()
    {
        Run("2026-01", null);
        Run("2026-02", AlertLevel.Warning);

        var events = new[] { Run("2026-03", AlertLevel.Warning, days: 10), Run("2026-03", AlertLevel.Warning), Run("2026-04", AlertLevel.Watch, days: 10), Run("2026-05", AlertLevel.Warning, days: 20) };

        Assert.Equal(["held warning 2026-03", "", "held watch 2026-04", "fired warning 2026-05"], events);
    }

    [Fact]
    public void HigherLevel_WithinTheCoolDown_AlwaysPasses()
    {
        Run("2026-01", null);
        Run("2026-02", AlertLevel.Watch);

        var events = new[] { Run("2026-03", AlertLevel.Warning, days: 1), Run("2026-03", AlertLevel.Alarm, days: 1), Run("2026-04", AlertLevel.Warning, days: 1) };

        Assert.Equal(["escalated warning 2026-03", "escalated alarm 2026-03", "held warning 2026-04"], events);
        Assert.Single(_past.Where(row => row.Level != AlertEvent.NoLevel).Select(row => row.AlertId).Distinct());
    }

    [Fact]
    public void HigherLevel_AfterABaseline_IsStaged()
    {
        var events = new[] { Run("2026-01", AlertLevel.Watch), Run("2026-02", AlertLevel.Watch, days: 5), Run("2026-03", AlertLevel.Alarm, days: 5) };

        Assert.Equal(["baseline watch 2026-01", "held watch 2026-02", "escalated alarm 2026-03"], events);
    }

    [Fact]
    public void Condition_ThatEndsAndComesBack_IsHeldWithinTheCoolDownAndAnotherAlertAfterIt()
    {
        Run("2026-01", null);
        Run("2026-02", AlertLevel.Watch);

        var events = new[] { Run("2026-03", null, days: 5), Run("2026-03", null), Run("2026-04", AlertLevel.Watch, days: 5), Run("2026-05", null, days: 5), Run("2026-06", AlertLevel.Watch, days: 40) };

        Assert.Equal(["ended watch 2026-03", "", "held watch 2026-04", "ended watch 2026-05", "fired watch 2026-06"], events);
        Assert.Equal("r/2026-06", _past[^1].AlertId);
    }

    [Fact]
    public void Gap_InTheFigures_NeitherEndsNorFires()
    {
        Run("2026-01", null);
        Run("2026-02", AlertLevel.Watch);

        Assert.Equal(["", ""], new[] { CannotTell("2026-03"), CannotTell("2026-04") });
    }

    [Fact]
    public void ChangedRule_BeginsWithABaseline()
    {
        Run("2026-01", null);
        var changed = Rule with { Steps = [.. Rule.Steps.Take(2)] };

        var events = AlertMachine.Next(changed, _past, [Point("2026-02", AlertLevel.Watch)], _now);

        Assert.Equal(("baseline", "watch"), (Assert.Single(events).Event, events[0].Level));
    }

    [Fact]
    public void RuleChangedAndChangedBack_BeginsWithABaselineAlsoWhereAPersonDecidedOfAnOldAlert()
    {
        Run("2026-01", null);
        Run("2026-02", AlertLevel.Watch);
        var old = _past[^1];
        Keep(AlertMachine.Next(Rule with { Steps = [.. Rule.Steps.Take(2)] }, _past, [Point("2026-03", null)], _now.AddDays(1)));
        Keep([old with { At = _now.AddDays(2), Event = AlertEvent.Approved, Person = "AB" }]);

        var events = new[] { Run("2026-04", AlertLevel.Warning, days: 100), Run("2026-05", AlertLevel.Alarm, days: 1) };

        Assert.Equal(["baseline warning 2026-04", "escalated alarm 2026-05"], events);
    }

    [Fact]
    public void Decision_OfAPerson_LeavesTheStateStanding()
    {
        Run("2026-01", null);
        Run("2026-02", AlertLevel.Watch);
        Keep([_past[^1] with { At = _now.AddDays(1), Event = AlertEvent.Dismissed, Person = "AB" }]);

        Assert.Equal("held watch 2026-03", Run("2026-03", AlertLevel.Watch, days: 2));
    }

    [Fact]
    public void Hash_OfTheSameConditionsInOtherWords_IsTheSame()
    {
        var swedish = SomeAlerts.Rule((AlertLevel.Watch, "nyckeltalet N1 är över 5"), (AlertLevel.Warning, "nyckeltal N1 ligger över 6"), (AlertLevel.Alarm, "när nyckeltalet N1 är över 7"));

        Assert.Equal(RulePoint.HashOf(Rule), RulePoint.HashOf(swedish));
    }

    [Fact]
    public void Subjects_AreAlertsOfTheirOwn()
    {
        RulePoint Call(string subject) => new(AlertLevel.Watch, new Judged("2026-02-01", new DateOnly(2026, 1, 10), Holding.Holds) { Subject = subject });
        var calm = new RulePoint(null, new Judged("", new DateOnly(2026, 1, 10), Holding.DoesNotHold));
        Keep(AlertMachine.Next(Rule, _past, [calm, Call("calls:A@2026-02-01")], _now));
        _now = _now.AddDays(1);

        var events = AlertMachine.Next(Rule, _past, [calm, Call("calls:B@2026-02-01")], _now);

        Assert.Equal(["ended r/calls:A@2026-02-01", "fired r/calls:B@2026-02-01"], events.Select(row => $"{row.Event} {row.AlertId}").Order(StringComparer.Ordinal));
    }

    private static RulePoint Point(string period, AlertLevel? level) =>
        new(level, new Judged(period, new DateOnly(2026, 1, 1), level is null ? Holding.DoesNotHold : Holding.Holds) { Sentence = new LocalText("s", "s") });

    private string Run(string period, AlertLevel? level, int days = 0) => Next(Point(period, level), days);

    private string CannotTell(string period) => Next(new RulePoint(null, new Judged(period, new DateOnly(2026, 1, 1), Holding.CannotTell)), 1);

    private string Next(RulePoint point, int days)
    {
        _now = _now.AddDays(days);
        return string.Join(", ", Keep(AlertMachine.Next(Rule, _past, [point], _now)).Select(row => $"{row.Event} {row.Level} {row.Period}"));
    }

    private IReadOnlyList<AlertRow> Keep(IReadOnlyList<AlertRow> events)
    {
        _past.AddRange(events);
        return events;
    }
}
