using Foresight.Engine.Briefs;
using Xunit;

namespace Foresight.Tests.Briefs;

public sealed class RelevantItemsTests
{
    private static readonly BriefPeriod Period = new(new DateOnly(2026, 6, 5), new DateOnly(2026, 9, 5));

    [Fact]
    public async Task Items_OutsideThePeriodOrAnnounced_AreLeftOut()
    {
        using var tables = new FakeTables();
        tables.Document("s", "before", "before", "2026-06-04").Verdict("s", "before", "aid", 0.9)
            .Document("s", "first", "first", "2026-06-05").Verdict("s", "first", "aid", 0.9)
            .Document("s", "last", "last", "2026-09-05").Verdict("s", "last", "aid", 0.9)
            .Document("s", "after", "after", "2026-09-06").Verdict("s", "after", "aid", 0.9)
            .Document("s", "planned", "planned", "2026-08-05", due: "2026-09-24").Verdict("s", "planned", "aid", 0.9)
            .Document("s", "none", "none", "2026-08-05").Verdict("s", "none", "aid", 0.4);

        var items = await RelevantItems.ReadAsync(SomeBrief.Input(tables, "sv"), Period);

        Assert.Equal(["last", "first"], items.Items.Select(item => item.Id));
        Assert.Equal((3, 1), (items.Documents, items.Sources));
    }

    [Fact]
    public async Task Verdicts_OfAnOlderModelOrRevision_DoNotCount()
    {
        using var tables = new FakeTables();
        tables.Document("s", "a", "a", "2026-09-01").Verdict("s", "a", "aid", 0.9, "m1").Verdict("s", "a", "aid", 0.1, "m2")
            .Document("s", "b", "b", "2026-09-01").Verdict("s", "b", "aid", 0.9, revision: 2)
            .Document("s", "c", "c", "2026-09-01").Verdict("s", "c", "no-such-area", 0.9)
            .Document("s", "d", "d", "2026-09-01").Verdict("s", "d", "aid", 0.2, "m1").Verdict("s", "d", "aid", 0.8, "m2");

        var items = await RelevantItems.ReadAsync(SomeBrief.Input(tables, "sv"), Period);

        Assert.Equal(["d"], items.Items.Select(item => item.Id));
    }

    [Fact]
    public async Task Items_AreOrderedSurestThenNewest_AndOneStoryOnce()
    {
        using var tables = new FakeTables();
        tables.Document("s", "likely", "likely", "2026-09-04").Verdict("s", "likely", "aid", 0.8)
            .Document("s", "old", "old", "2026-08-01").Verdict("s", "old", "aid", 0.99)
            .Document("s", "new", "new", "2026-09-01").Verdict("s", "new", "aid", 0.91)
            .Document("t", "copy", "newly titled", "2026-08-31").Verdict("t", "copy", "aid", 0.9).Story("t", "copy", "s/new");

        var items = await RelevantItems.ReadAsync(SomeBrief.Input(tables, "sv"), Period);

        Assert.Equal((4, 3), (items.Documents, items.Stories));
        Assert.Equal(["new", "old", "likely"], items.Items.Select(item => item.Id));
    }

    [Fact]
    public async Task Items_OfWhichTheModelCannotSay_ComeLastAndThoseOfRulesAreSure()
    {
        using var tables = new FakeTables();
        tables.Document("s", "unsure", "unsure", "2026-09-05").Verdict("s", "unsure", "aid", 0.95, abstained: true)
            .Document("s", "possible", "possible", "2026-08-01").Verdict("s", "possible", "aid", 0.55)
            .Document("s", "norwegian", "norwegian", "2026-09-04").Verdict("s", "norwegian", "aid", 0.97, abstained: true, trust: 0.4).Tags("s", "norwegian", "nb")
            .Document("s", "ruled", "ruled", "2026-07-01").Verdict("s", "ruled", "aid", 0.1, rule: "relief").Verdict("s", "ruled", "growth", 0.8).Tags("s", "ruled", "sv", "housing", "sport");

        var items = await RelevantItems.ReadAsync(SomeBrief.Input(tables, "sv"), Period);

        Assert.Equal(["ruled", "possible", "unsure", "norwegian"], items.Items.Select(item => item.Id));
        Assert.Equal(["aid relief Sure", "growth  Likely"], items.Items[0].Verdicts.Select(verdict => $"{verdict.FocusArea} {verdict.Rule} {verdict.Certainty}"));
        Assert.Equal(["housing", "sport"], items.Items[0].Topics);
        Assert.Equal(("nb", "nb"), (items.Items[3].UnlearnedLanguage, items.Items[3].TextLanguage));
        Assert.Equal((2, null), (items.Uncertain, items.Items[2].UnlearnedLanguage));
    }

    [Fact]
    public async Task PerArea_AnItemOfTwoAreas_StandsUnderTheLikelierUnlessTheOtherWereEmpty()
    {
        using var tables = new FakeTables();
        tables.Document("s", "both", "both", "2026-09-04").Verdict("s", "both", "growth", 0.95).Verdict("s", "both", "cycles", 0.9).Verdict("s", "both", "aid", 0.6)
            .Document("s", "own", "own", "2026-09-03").Verdict("s", "own", "cycles", 0.7);
        var items = await RelevantItems.ReadAsync(SomeBrief.Input(tables, "sv"), Period);

        var shown = items.PerArea(SomeBrief.Policy.FocusAreas, 2);

        Assert.Equal(["both"], shown["growth"].Select(item => item.Id));
        Assert.Equal(["own"], shown["cycles"].Select(item => item.Id));
        Assert.Equal(["both"], shown["aid"].Select(item => item.Id));
        Assert.Empty(shown["living"]);
    }

    [Fact]
    public async Task Dates_OfCallsAndPlans_ComeInOrderFromToday()
    {
        using var tables = new FakeTables();
        tables.Document("s", "call", "call", "2026-06-01", deadlines: "2026-09-23;2027-02-10;2027-09-01")
            .Document("s", "today", "today", "2026-09-01", due: "2026-09-05")
            .Document("s", "past", "past", "2026-09-01", due: "2026-09-04");

        var dates = await UpcomingDates.ReadAsync(SomeBrief.Input(tables, "sv"), Period.To);

        Assert.Equal(["today 2026-09-05", "call 2026-09-23", "call 2027-02-10"], dates.Select(date => $"{date.Id} {RelevantItems.Sql(date.Due!.Value)}"));
    }

    [Fact]
    public async Task Dates_OfACallThatIsNotForUs_AreLeftOut()
    {
        using var tables = new FakeTables();
        tables.Document("s", "ours", "ours", "2026-06-01", deadlines: "2026-09-23")
            .Document("s", "theirs", "theirs", "2026-06-01", deadlines: "2026-09-22");

        var dates = await UpcomingDates.ReadAsync(SomeBrief.Input(tables, "sv") with { NotForUs = new HashSet<(string, string)> { ("s", "theirs") } }, Period.To);

        Assert.Equal(["ours"], dates.Select(date => date.Id));
    }
}
