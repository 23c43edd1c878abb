using Foresight.Engine.Alerts.Grammar;
using Foresight.Engine.Alerts.Judging;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Alerts;

public sealed class ConditionJudgeTests : IDisposable
{
    private static readonly double?[] Level = [.. Enumerable.Repeat((double?)100, 12)];

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Trade_MonthThatIsMissing_CannotBeToldAndIsNoFall()
    {
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 80, 80, double.NaN, 80, 80, 80]));

        var judged = await JudgeAsync("exports to NO fall more than 10 % year on year for 3 months");

        Assert.Equal(
            ["2025-01 CannotTell", "2025-02 CannotTell", "2025-03 CannotTell", "2025-04 CannotTell", "2025-05 CannotTell", "2025-06 Holds"],
            judged.Select(one => $"{one.Period} {one.Holding}"));
        Assert.Equal("Sweden's exports to Norway: March 2025 is not in the store.", judged[2].Sentence!.En);
    }

    [Fact]
    public async Task Trade_OneMonthWithinTheBound_IsEnoughToKnow()
    {
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, double.NaN, 95, 80]));

        var judged = await JudgeAsync("exports to NO fall more than 10 % year on year for 3 months");

        Assert.Equal(Holding.DoesNotHold, judged[^1].Holding);
    }

    [Fact]
    public async Task Trade_ConfidentialMonth_CannotBeTold()
    {
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, null]));

        var judged = await JudgeAsync("exports to NO fall more than 10 % year on year");

        Assert.Equal("Sweden's exports to Norway: January 2025 is confidential or has no value in the source.", Assert.Single(judged).Sentence!.En);
    }

    [Fact]
    public async Task Trade_PartnerThatStopsWhileOthersGoOn_CannotBeTold()
    {
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 80]), SomeAlerts.Exports("DK", [.. Level, 80, 80, 80]));

        var judged = await JudgeAsync("exports to NO fall more than 10 % year on year");

        Assert.Equal(["2025-01 Holds", "2025-02 CannotTell", "2025-03 CannotTell"], judged.Select(one => $"{one.Period} {one.Holding}"));
    }

    [Fact]
    public async Task Trade_TotalOfSomePartnersOnly_CannotBeTold()
    {
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 80]), SomeAlerts.Exports("DK", [.. Level, 80]));

        var judged = await JudgeAsync("exports fall more than 10 % year on year");

        Assert.Equal("No source has Sweden's exports by month in the store.", Assert.Single(judged).Sentence!.En);
    }

    [Fact]
    public async Task Trade_TotalOfTheSource_IsTakenAndNothingSummed()
    {
        await _folder.LoadAsync("comext", SomeAlerts.Exports("WORLD", [.. Level, 80]), SomeAlerts.Exports("DK", [.. Level, 120]));

        var judged = await JudgeAsync("exports fall more than 10 % year on year");

        Assert.Equal((Holding.Holds, -20), (Assert.Single(judged).Holding, Math.Round(judged[0].Value!.Value, 6)));
    }

    [Fact]
    public async Task Trade_PlaceOfThePolicy_IsItsCountry()
    {
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 80]));

        var judged = await JudgeAsync("exports to norway fall more than 10 % year on year");

        Assert.Equal(Holding.Holds, Assert.Single(judged).Holding);
    }

    [Theory]
    [InlineData("indicator N1 rises by more than 10 % in 1 year", "2020 CannotTell, 2021 DoesNotHold, 2023 CannotTell, 2024 Holds")]
    [InlineData("indicator N1 rises by more than 2 in 3 years", "2020 CannotTell, 2021 CannotTell, 2023 DoesNotHold, 2024 Holds")]
    [InlineData("indicator N1 is above 10", "2020 DoesNotHold, 2021 Holds, 2023 Holds, 2024 Holds")]
    [InlineData("indicator N1 is above 10 for 2 years", "2020 DoesNotHold, 2021 DoesNotHold, 2023 CannotTell, 2024 Holds")]
    [InlineData("indicator N1 is further than 38 from its target", "2020 Holds, 2021 Holds, 2023 DoesNotHold, 2024 DoesNotHold")]
    [InlineData("indicator N1 leaves the peers' range", "2020 CannotTell, 2021 CannotTell, 2023 CannotTell, 2024 Holds")]
    public async Task Indicator_OverItsYears_IsJudgedAsTheyAllow(string sentence, string expected)
    {
        await _folder.LoadAsync("figures", SomeAlerts.Figures(
            ("HOME", 2020, 10), ("HOME", 2021, 11), ("HOME", 2023, 12), ("HOME", 2024, 14), ("A", 2024, 12), ("B", 2024, 13), ("C", 2024, 13.5), ("A", 2023, 20)));

        var judged = await JudgeAsync(sentence);

        Assert.Equal(expected, string.Join(", ", judged.Select(one => $"{one.Period} {one.Holding}")));
    }

    [Fact]
    public async Task Indicator_AcrossABreak_CannotBeTold()
    {
        await _folder.LoadAsync("figures", SomeAlerts.Figures(("HOME", 2020, 10), ("HOME", 2021, 20), ("HOME", 2022, 40)));
        var policy = SomeAlerts.Policy() with { Indicators = [SomeAlerts.Indicator with { Breaks = [2021] }] };

        var judged = await ConditionJudge.JudgeAsync(ConditionGrammar.Of("indicator N1 rises more than 10 % in 1 year"), SomeAlerts.Context(_folder, policy));

        Assert.Equal(["CannotTell", "CannotTell", "Holds"], judged.Select(one => one.Holding.ToString()));
        Assert.Equal("The share: from 2021 figures are not comparable with those before.", judged[1].Sentence!.En);
    }

    [Fact]
    public async Task Mentions_AreStoriesByPublishersWithTheTermAsAWord()
    {
        await _folder.LoadAsync("news", Store.Some.Documents(
            News("a", "Om CBAM nu", 1, "P"), News("b", "cbam-regler", 2, "Q"), News("c", "xcbamx", 3, "R"), News("d", "CBÅM", 3, "S"), News("e", "CBAM igen", 3, "Q")));

        var (two, three) = (await JudgeAsync("documents mention \"cbam\" at least 3 times in 7 days from at least 2 publishers"), await JudgeAsync("documents mention \"cbam\" at least 3 times in 7 days from at least 3 publishers"));

        Assert.Equal((Holding.Holds, 3, "2026-09-03"), (two[^1].Holding, two[^1].Value, two[^1].Period));
        Assert.Equal(Holding.DoesNotHold, three[^1].Holding);
    }

    [Theory]
    [InlineData("stöd på 5 € (netto)", "5 € (netto)")]
    [InlineData("linjen Oslo–Göteborg", "Oslo–Göteborg")]
    [InlineData("a_b`c", "a_b`c")]
    public async Task Mentions_OfATermWithSigns_AreFound(string title, string term)
    {
        await _folder.LoadAsync("news", Store.Some.Documents(News("a", title, 1, "P")));

        var judged = await JudgeAsync($"documents mention \"{term}\" at least 1 time in 7 days");

        Assert.Equal(Holding.Holds, judged[^1].Holding);
    }

    [Fact]
    public async Task Indicator_ThatIsADatasetByItself_IsJudged()
    {
        await _folder.LoadAsync("figures", Store.Some.Figures("N1", ("HOME", 2021, 4), ("HOME", 2022, 6)));
        var policy = SomeAlerts.Policy() with { Indicators = [SomeAlerts.Indicator with { Dataset = "N1" }] };

        var judged = await ConditionJudge.JudgeAsync(ConditionGrammar.Of("indicator N1 is above 5"), SomeAlerts.Context(_folder, policy));

        Assert.Equal(["2021 DoesNotHold", "2022 Holds"], judged.Select(one => $"{one.Period} {one.Holding}"));
    }

    [Fact]
    public async Task Calls_ThatCloseSoon_AreSubjectsOfTheirOwn()
    {
        FundingCall Call(string id, string programme, DateOnly deadline) =>
            new() { Id = id, Title = id, Text = "t", Kind = "call", Programme = programme, Deadlines = [deadline], Opening = new DateOnly(2026, 1, 1) };
        await _folder.LoadAsync("calls", Store.Some.Documents(
            Call("soon", "LIFE", new DateOnly(2026, 9, 20)), Call("late", "LIFE", new DateOnly(2026, 12, 20)), Call("other", "CERV", new DateOnly(2026, 9, 20)), Call("past", "LIFE", new DateOnly(2026, 8, 1))));

        var judged = await JudgeAsync("a funding call of life closes within 30 days");

        Assert.Equal(
            ["calls:past@2026-08-01 Holds", "calls:past@2026-08-01 DoesNotHold", "calls:soon@2026-09-20 Holds", " DoesNotHold"],
            judged.Select(one => $"{one.Subject} {one.Holding}"));
    }

    [Fact]
    public async Task Silence_OfASource_IsCountedFromItsNewestDocument()
    {
        await _folder.LoadAsync("news", Store.Some.Documents(News("a", "A", 1, "P")));

        var (silent, not, unknown) = (await JudgeAsync("source news is silent for 4 days"), await JudgeAsync("source news is silent for 5 days"), await JudgeAsync("source figures is silent for 4 days"));

        Assert.Equal((Holding.Holds, "2026-09-01", 4), (silent[^1].Holding, silent[^1].Period, silent[^1].Value));
        Assert.Equal(Holding.DoesNotHold, not[^1].Holding);
        Assert.Equal(Holding.CannotTell, Assert.Single(unknown).Holding);
    }

    [Fact]
    public async Task Attention_ThatDoubles_CountsOnlySourcesThatWereThereBefore()
    {
        List<Document> news = [News("start", "start", 1, "P", 2026, 1)];
        news.AddRange(Enumerable.Range(0, 5).Select(i => News($"before{i}", $"before {i}", 10 + i, "P", 2026, 8)));
        news.AddRange(Enumerable.Range(0, 11).Select(i => News($"now{i}", $"now {i}", 25, "P", 2026, 8)));
        await _folder.LoadAsync("news", Store.Some.Documents([.. news]));
        await _folder.LoadAsync("new", Store.Some.Documents([.. Enumerable.Range(0, 30).Select(i => News($"n{i}", $"n {i}", 26, "Q", 2026, 8))]));
        await ClassifyAsync();

        var judged = await JudgeAsync("documents about sea more than double in 2 weeks");
        var little = await JudgeAsync("documents about sea rise more than 130 % in 2 weeks");

        Assert.Equal((Holding.Holds, 120, "2026-W36"), (judged[^1].Holding, judged[^1].Value, judged[^1].Period));
        Assert.Equal(Holding.DoesNotHold, little[^1].Holding);
    }

    private static Document News(string id, string title, int day, string publisher, int year = 2026, int month = 9) =>
        new() { Id = id, Title = title, Text = title, Publisher = publisher, Language = "sv", Published = Moment.On(new DateOnly(year, month, day)) };

    private async Task ClassifyAsync()
    {
        var documents = await _folder.Store.Tables.QueryAsync("SELECT _source, _item_id FROM documents");
        await _folder.Store.AppendClassificationsAsync(
            [.. documents.Rows.Select(row => new Engine.Store.ClassificationRow(row.Text("_source"), row.Text("_item_id"), 1, "sea", 0.9, 0.5, [], "m", "1", _folder.Clock.GetUtcNow()))],
            [], TestContext.Current.CancellationToken);
    }

    private Task<IReadOnlyList<Judged>> JudgeAsync(string sentence) => ConditionJudge.JudgeAsync(ConditionGrammar.Of(sentence), SomeAlerts.Context(_folder, SomeAlerts.Policy()));
}
