using Foresight.Engine;
using Foresight.Engine.Alerts;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Alerts;

public sealed class WatchStepTests : IDisposable
{
    private static readonly AlertRule Norway = SomeAlerts.Rule(
        (AlertLevel.Watch, "exports to NO fall more than 10 % year on year for 3 months"), (AlertLevel.Warning, "exports to NO fall more than 20 % year on year for 3 months"));

    private static readonly double?[] Level = [.. Enumerable.Repeat((double?)100, 12)];

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Twice_StagesOnceAndIsReadBack()
    {
        var policy = SomeAlerts.Policy(Norway);
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 85, 85]));
        var first = await SomeAlerts.RunAsync(_folder, policy);
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 85, 85, 85]));

        var second = await SomeAlerts.RunAsync(_folder, policy);
        var third = await SomeAlerts.RunAsync(_folder, policy);

        Assert.Equal(("baseline", "none"), (Assert.Single(first).Event, first[0].Level));
        Assert.Equal(("fired", "watch", "2025-04", "r/2025-04"), (Assert.Single(second).Event, second[0].Level, second[0].Period, second[0].AlertId));
        Assert.Equal("Sweden's exports to Norway were 15.0% lower in April 2025 than a year before, and by more than 10% in each of 3 months.", second[0].Sentence!.En);
        Assert.Equal("Sveriges export till Norge var 15,0\u00A0% lägre i april 2025 än ett år tidigare, och mer än 10\u00A0% i var och en av 3 månader.", second[0].Sentence!.Sv);
        Assert.Equal([85, 100], second[0].Evidence.Select(evidence => evidence.Value));
        Assert.Empty(third);
    }

    [Fact]
    public async Task Run_OnceItHolds_StagesNothingAndThePersonSeesNone()
    {
        var policy = SomeAlerts.Policy(Norway);
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 70, 70, 70]));

        var events = await SomeAlerts.RunAsync(_folder, policy);

        Assert.Equal(("baseline", "warning"), (Assert.Single(events).Event, events[0].Level));
        Assert.Empty(await Book(policy).AlertsAsync());
    }

    [Fact]
    public async Task Run_WithAFailingRule_TellsItAndJudgesTheOthers()
    {
        var broken = SomeAlerts.Rule((AlertLevel.Watch, "indicator N9 is above 5")) with { Id = "broken" };
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100]));

        var outcome = await WatchStep.RunAsync(SomeAlerts.Context(_folder, SomeAlerts.Policy(broken, Norway)), _folder.Store.AppendAlertsAsync, TestContext.Current.CancellationToken);

        Assert.StartsWith("The alert rule broken could not be judged.", Assert.Single(outcome.Problems).En, StringComparison.Ordinal);
        Assert.Equal("r", Assert.Single(outcome.Events).Rule);
    }

    [Fact]
    public async Task Decide_ByAPerson_IsKeptAndAStepUpAsksAnew()
    {
        var policy = SomeAlerts.Policy(Norway);
        await FireAsync(policy);

        var approved = await DecideAsync(policy, "r/2025-04", AlertEvent.Approved, "ab");
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 85, 85, 85, 70, 70, 70]));
        await SomeAlerts.RunAsync(_folder, policy);

        Assert.Equal((AlertStatus.Approved, "AB"), (approved.Status, approved.Person));
        var alert = Assert.Single(await Book(policy).AlertsAsync());
        Assert.Equal((AlertStatus.Waiting, AlertLevel.Warning, "r/2025-04"), (alert.Status, alert.Level, alert.Id));
    }

    [Fact]
    public async Task FalseAlarm_WithANote_CountsAgainstItsRule()
    {
        var policy = SomeAlerts.Policy(Norway);
        await FireAsync(policy);

        await DecideAsync(policy, "r/2025-04", AlertEvent.FalseAlarm, "AB", "one ship");

        var rule = Assert.Single(await Book(policy).RulesAsync(TestContext.Current.CancellationToken));
        Assert.Equal((1, 1, AlertLevel.Watch), (rule.Firings, rule.FalseAlarms, rule.Level));
        Assert.Empty(await Book(policy).ApprovedAsync());
    }

    [Theory]
    [InlineData("r/2025-05", AlertEvent.Approved, "AB", null, "There is no staged alert 'r/2025-05'; nearest 'r/2025-04'.")]
    [InlineData("r/2025-04", AlertEvent.FalseAlarm, "AB", null, "A false alarm needs a note that says why: --note \"…\"; rules are judged by these notes.")]
    [InlineData("r/2025-04", AlertEvent.Approved, "a@b.se", null, "An e-mail address is not stored: it names a person for good. Give initials or a role, such as AB or analyst-2.")]
    public async Task Decide_WhatCannotBe_IsASentence(string id, string decision, string person, string? note, string sentence)
    {
        var policy = SomeAlerts.Policy(Norway);
        await FireAsync(policy);

        var fault = await Assert.ThrowsAsync<ConfigurationException>(() => DecideAsync(policy, id, decision, person, note));

        Assert.Equal([sentence], fault.Problems);
    }

    [Fact]
    public async Task Approved_InForce_AreThoseOfTheBriefUntilTheyEnd()
    {
        var policy = SomeAlerts.Policy(Norway);
        await FireAsync(policy);
        await DecideAsync(policy, "r/2025-04", AlertEvent.Approved, "AB");

        var before = await Book(policy).ApprovedAsync();
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 85, 85, 85, 99]));
        await SomeAlerts.RunAsync(_folder, policy);

        Assert.Equal("r/2025-04", Assert.Single(before).Id);
        Assert.Empty(await Book(policy).ApprovedAsync());
    }

    [Fact]
    public async Task Approved_StagedAgainAfterTheCoolDown_EndTogether()
    {
        var policy = SomeAlerts.Policy(Norway with { CoolDown = TimeSpan.Zero });
        await FireAsync(policy);
        await DecideAsync(policy, "r/2025-04", AlertEvent.Approved, "AB");
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 85, 85, 85, 84]));
        var again = await SomeAlerts.RunAsync(_folder, policy);
        await DecideAsync(policy, "r/2025-05", AlertEvent.Approved, "AB");
        var both = await Book(policy).ApprovedAsync();

        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 85, 85, 85, 84, 99]));
        await SomeAlerts.RunAsync(_folder, policy);

        Assert.Equal(("fired", "r/2025-05"), (Assert.Single(again).Event, again[0].AlertId));
        Assert.Equal("r/2025-05", Assert.Single(both).Id);
        Assert.Empty(await Book(policy).ApprovedAsync());
        Assert.All(await Book(policy).AlertsAsync(), alert => Assert.False(alert.InForce));
    }

    [Fact]
    public async Task Approved_OfARuleThatChangedInMeaningOrWent_AreNotOfTheBrief()
    {
        var policy = SomeAlerts.Policy(Norway);
        await FireAsync(policy);
        await DecideAsync(policy, "r/2025-04", AlertEvent.Approved, "AB");
        var changed = SomeAlerts.Policy(Norway with { Steps = [.. Norway.Steps.Skip(1)] });

        var before = await Book(policy).ApprovedAsync();
        var without = await Book(SomeAlerts.Policy()).ApprovedAsync();
        await SomeAlerts.RunAsync(_folder, changed);

        Assert.Single(before);
        Assert.Empty(without);
        Assert.Empty(await Book(changed).ApprovedAsync());
    }

    private async Task FireAsync(Policy policy)
    {
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 85, 85]));
        await SomeAlerts.RunAsync(_folder, policy);
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 85, 85, 85]));
        await SomeAlerts.RunAsync(_folder, policy);
    }

    private AlertBook Book(Policy policy) => new(SomeAlerts.Context(_folder, policy), _folder.Store.AppendAlertsAsync);

    private Task<AlertView> DecideAsync(Policy policy, string id, string decision, string person, string? note = null) =>
        Book(policy).DecideAsync(id, decision, person, note, TestContext.Current.CancellationToken);
}
