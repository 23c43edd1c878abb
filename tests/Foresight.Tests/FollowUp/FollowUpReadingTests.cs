using Foresight.Engine;
using Foresight.Engine.FollowUp;
using Foresight.Engine.FollowUp.Worded;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.FollowUp;

/// <summary>Every figure against registers that were counted by hand (<see cref="SomeRegisters"/>).</summary>
public sealed class FollowUpReadingTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Activities_OfThePeriod_CountOnceInAllAndInEachAreaPurposeAndKind()
    {
        await SomeRegisters.FillAsync(folder);

        var report = await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear());

        Assert.Equal(["a1", "a2", "a7", "a3"], report.Activities.Select(activity => activity.Id));
        Assert.Equal(1, report.Cancelled);
        Assert.Equal([("living", 0), ("growth", 3), ("cycles", 2)], report.FocusAreas.Select(count => (count.Id, count.Activities!.Value)));
        Assert.Equal([("competence", 3), ("value", 2), ("profile", 0)], report.Purposes.Select(count => (count.Id, count.Activities!.Value)));
        Assert.Equal([("projects", 2), ("visits", 2), ("networks", 0)], report.Kinds.Select(count => (count.Id, count.Activities!.Value)));
        Assert.Equal([("council", 0), ("board", 1), ("committees", 0), ("social", 2), ("building", 1)], report.Bodies.Select(count => (count.Id, count.Activities!.Value)));
    }

    [Fact]
    public async Task Results_OfThePeriod_AreCountedAgainstExpectation()
    {
        await SomeRegisters.FillAsync(folder);

        var report = await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear());

        Assert.Equal(new FollowUpResults(Reached: 1, Partly: 1, Missed: 0, NotSaid: 1, GoingOn: 1, WithoutExpectation: 1), report.Results);
        Assert.Equal(["a4", "a2"], report.Overdue.Select(activity => activity.Id));
    }

    [Fact]
    public async Task Needs_OfThePeriod_NameTheActivitiesThatServeThem()
    {
        await SomeRegisters.FillAsync(folder);

        var report = await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear());

        Assert.Equal([("n1", "a1 a2"), ("n2", "")], report.Needs.Select(need => (need.Id, string.Join(' ', need.Activities!))));
        Assert.Equal(2, report.WithoutNeed);
    }

    [Fact]
    public async Task Partners_ByTheirLastContact_AreDormantAfterTwelveMonthsOrNotMeasured()
    {
        await SomeRegisters.FillAsync(folder);

        var report = await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear());

        Assert.Equal([("p2", true), ("p3", false), ("p1", false), ("p4", null)], report.Partners.Select(partner => (partner.Id, partner.IsDormant)));
    }

    [Fact]
    public async Task Money_OfThePeriod_IsSummedByCurrencyWithFormulaAndNumberOfRows()
    {
        await SomeRegisters.FillAsync(folder);

        var money = (await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear())).Money;

        var (kronor, euros) = (money.Currencies[0], money.Currencies[1]);
        Assert.Equal(("SEK", 80000, 1, 150000, 2), (kronor.Currency, kronor.Granted.Sum, kronor.Granted.Rows, kronor.OwnCost.Sum, kronor.OwnCost.Rows));
        Assert.Equal(("EUR", 35000, 2, 7000, 1), (euros.Currency, euros.Granted.Sum, euros.Granted.Rows, euros.OwnCost.Sum, euros.OwnCost.Rows));
        Assert.Equal((35000, 2, 20000, 1), (euros.Applied.Sum, euros.Applied.Rows, euros.GrantedInPeriod.Sum, euros.GrantedInPeriod.Rows));
        Assert.Null(kronor.Applied.Sum);
        Assert.Equal((2.0, 1, "granted (20000 EUR) / own cost of the same applications (10000), n = 1"), (euros.GrantedPerOwnCost!.Value, euros.GrantedPerOwnCost.Rows, euros.GrantedPerOwnCost.Formula));
        Assert.Equal((75000.0, 2), (kronor.CostPerActivity!.Value, kronor.CostPerActivity.Rows));
        Assert.Equal((0.875, 2, "granted (35000 EUR) / inhabitants 2025 (40000), n = 2"), (euros.GrantedPerInhabitant!.Value, euros.GrantedPerInhabitant.Rows, euros.GrantedPerInhabitant.Formula));
        Assert.Equal((3, 2, 1, 1), (money.Submitted, money.Granted, money.Rejected, money.Waiting));
        Assert.Equal((1, 3, 0, 1), (money.Undated, money.WithoutDays, money.GrantedWithoutAmount, money.ActivitiesWithoutCost));
        Assert.Equal([("nes", 2.0), ("vik", 1.5), ("moss", null)], money.Neighbours.Select(place => (place.Place, place.PerInhabitant)));
    }

    [Fact]
    public async Task Records_OfEachBody_StandBesideItsDuties()
    {
        await SomeRegisters.FillAsync(folder);

        var records = (await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear())).Records.ToDictionary(record => record.Body);

        Assert.True(records["council"].IsEmpty);
        Assert.Equal(2, records["council"].Duties.Count);
        Assert.Equal((1, 1, 0), (records["board"].Activities, records["board"].Decisions, records["board"].Applications));
        var committees = records["committees"];
        Assert.Equal((3, 1, 0, 1, 2, 1, 1), (committees.Activities, committees.FollowedUp, committees.Decisions, committees.ToCarryOut, committees.Applications, committees.Observations, committees.Signals));
    }

    [Fact]
    public async Task Report_OfACommittee_HoldsItsOwnWorkAndThatInItsAreas()
    {
        await SomeRegisters.FillAsync(folder);

        var report = await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear("social"));

        Assert.False(report.IsWhole);
        Assert.Equal(["a1", "a2", "a7"], report.Activities.Select(activity => activity.Id));
        Assert.Equal(["growth"], report.FocusAreas.Select(count => count.Id));
        Assert.Equal(["n1"], report.Needs.Select(need => need.Id));
        Assert.Equal("tar in det i sitt arbete", Assert.Single(Assert.Single(report.Records).Duties).Sv);
        Assert.Equal(["p1"], report.Partners.Select(partner => partner.Id));
        Assert.Equal(20000, report.Money.Currencies.Single(money => money.Currency == "EUR").Granted.Sum);
        Assert.Empty(report.Money.Neighbours);
    }

    [Fact]
    public async Task Report_OfAnotherPeriod_HoldsWhatRanThen()
    {
        await SomeRegisters.FillAsync(folder);

        var report = await SomeRegisters.ReadAsync(folder, new FollowUpQuestion(new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31), SomeRegisters.Today));

        Assert.Equal(["a4"], report.Activities.Select(activity => activity.Id));
        Assert.Equal(["a4", "a2"], report.Overdue.Select(activity => activity.Id));
    }

    [Fact]
    public async Task Report_WithoutRegisters_MeasuresNothingAndCountsNoNought()
    {
        var report = await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear());

        Assert.All(report.Registers, cover => Assert.False(cover.IsMeasured));
        Assert.All(report.FocusAreas.Concat(report.Purposes).Concat(report.Kinds).Concat(report.Bodies), count => Assert.Null(count.Activities));
        Assert.Null(report.Results);
        Assert.Null(report.WithoutNeed);
        Assert.Equal((null, null, null), (report.Money.Submitted, report.Money.Granted, report.Money.Inhabitants));
        Assert.All(report.Records, record => Assert.Equal((null, null, null), (record.Activities, record.Decisions, record.Applications)));
        Assert.All(report.Records, record => Assert.True(record.IsEmpty));
    }

    [Fact]
    public async Task Examples_WithNoRealRowAnywhere_CountAndAreMarked()
    {
        await folder.LoadAsync("r", SomeRegisters.Of(Register.Activities, "id=e1 | title=Påhittad | kind=networks | focus_areas=living | purposes=profile | body=board | starts=2026 | status=ongoing | example=true"));

        var report = await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear());

        Assert.Equal(new RegisterCover("activities", 1, 0, OnlyExamples: true), report.Cover(Register.Activities));
        Assert.True(Assert.Single(report.Activities).IsExample);
        Assert.Contains("Påhittad (exempel)", string.Join(' ', FollowUpWordingTests.Texts(FollowUpWording.In(report, SomeRegisters.Policy, "sv"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_BesideARealRowOfAnotherRegister_CountNowhere()
    {
        await folder.LoadAsync("a", SomeRegisters.Activities);
        await folder.LoadAsync("n", SomeRegisters.Of(Register.Needs, "id=n9 | title=Påhittat behov | body=social | example=true"));

        var report = await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear());

        Assert.Equal(new RegisterCover("needs", 0, 1, OnlyExamples: false), report.Cover(Register.Needs));
        Assert.Empty(report.Needs);
        Assert.DoesNotContain("Påhitta", string.Join(' ', FollowUpWordingTests.Texts(FollowUpWording.In(report, SomeRegisters.Policy, "sv"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ThatIsNot_IsRefusedWithThoseThereAre()
    {
        var fault = await Assert.ThrowsAsync<ConfigurationException>(() => SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear("socila")));

        Assert.Equal(["The policy has no body 'socila'; it has council, board, committees, social, building."], fault.Problems);
    }
}
