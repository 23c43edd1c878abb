using Foresight.Engine;
using Foresight.Engine.Classify.Labelling;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Labelling;

public sealed class QueueStepTests : IDisposable
{
    private readonly LabellingStore _store = new();

    [Fact]
    public async Task ReadAsync_SureAndUnsureVerdicts_PutsTheNearestToAThresholdFirst()
    {
        await _store.LoadAsync(Doc("sure", "Vindkraft"), Doc("near", "Hyresrätter"), Doc("nearest", "Solpaneler"));
        await _store.JudgeAsync("sure", green: 0.99);
        await _store.JudgeAsync("near", green: 0.02, homes: 0.4);
        await _store.JudgeAsync("nearest", green: 0.49);

        var result = await _store.QueueAsync(new QueueQuestion(10));

        Assert.Equal(["nearest", "near", "sure"], result.Items.Select(item => item.ItemId));
        Assert.Equal("homes", result.Items[1].Area);
        Assert.Equal("nearly homes (.40, from .50); 1 day old; Swedish", result.Items[1].Why);
        Assert.Equal((3L, 3L, 0L), (result.State.Documents, result.State.Judged, result.State.Seen));
    }

    [Fact]
    public async Task ReadAsync_EquallyNear_PutsTheRecentFirst()
    {
        await _store.LoadAsync(LabellingStore.Document("old", "Vindkraft", daysOld: 300), LabellingStore.Document("new", "Solpaneler", daysOld: 2));
        await _store.JudgeAsync("old", green: 0.45);
        await _store.JudgeAsync("new", green: 0.45);

        Assert.Equal(["new", "old"], await _store.IdsAsync(new QueueQuestion(10)));
    }

    [Fact]
    public async Task ReadAsync_ReportsOfOneStory_ShowsOneAndNoneOfAStoryThatWasJudged()
    {
        await _store.LoadAsync(Doc("a1", "Vindkraft"), Doc("a2", "Blåst"), Doc("b1", "Hamn"), Doc("b2", "Kaj"));
        foreach (var id in (string[])["a1", "a2", "b1", "b2"])
            await _store.JudgeAsync(id, green: id == "a2" ? 0.49 : 0.3);
        await _store.StoryAsync("feed/a1", "a1", "a2");
        await _store.StoryAsync("feed/b1", "b1", "b2");

        var before = await _store.IdsAsync(new QueueQuestion(10));
        await _store.SayAsync("b1", "AB", "none");
        var after = await _store.IdsAsync(new QueueQuestion(10));

        Assert.Equal(["a2", "b1"], before);
        Assert.Equal(["a2"], after);
    }

    [Fact]
    public async Task ReadAsync_JudgedByAPerson_IsGoneUntilTheVerdictIsTakenBack()
    {
        await _store.LoadAsync(Doc("a", "Vindkraft"));
        await _store.JudgeAsync("a", green: 0.4);
        var verdict = await _store.SayAsync("a", "AB", "green");

        var judged = await _store.QueueAsync(new QueueQuestion(10));
        await _store.Book.TakeBackAsync(verdict, TestContext.Current.CancellationToken);
        var withdrawn = await _store.IdsAsync(new QueueQuestion(10));

        Assert.Empty(judged.Items);
        Assert.StartsWith("Nothing waits", judged.Nothing, StringComparison.Ordinal);
        Assert.Equal(["a"], withdrawn);
    }

    [Fact]
    public async Task ReadAsync_PeopleDisagree_ComesFirstForAThirdUntilTheyDecide()
    {
        await _store.LoadAsync(Doc("new", "Vindkraft"), Doc("disputed", "Hyresrätter"));
        await _store.JudgeAsync("new", green: 0.5);
        await _store.JudgeAsync("disputed", green: 0.99);
        await _store.SayAsync("disputed", "AB", "green");
        await _store.SayAsync("disputed", "CD", "none");

        var first = (await _store.QueueAsync(new QueueQuestion(10))).Items[0];
        var ofOneWhoSpoke = await _store.IdsAsync(new QueueQuestion(10) { Person = "CD" });
        await _store.SayAsync("disputed", "EF", "green");
        var decided = await _store.IdsAsync(new QueueQuestion(10));

        Assert.Equal("disputed", first.ItemId);
        Assert.StartsWith("people disagree: AB says green, CD says none; likely green", first.Why, StringComparison.Ordinal);
        Assert.Equal(["new"], ofOneWhoSpoke);
        Assert.Equal(["new"], decided);
    }

    [Fact]
    public async Task ReadAsync_SecondOpinions_AreWhatOneOtherHasJudged()
    {
        await _store.LoadAsync(Doc("a", "Vindkraft"), Doc("b", "Hyresrätter"), Doc("c", "Skolan"));
        foreach (var id in (string[])["a", "b", "c"])
            await _store.JudgeAsync(id, green: 0.4);
        await _store.SayAsync("a", "AB", "green");
        await _store.SayAsync("b", "CD", "green");

        Assert.Equal(["b"], await _store.IdsAsync(new QueueQuestion(10) { Second = true, Person = "AB" }));
    }

    [Fact]
    public async Task ReadAsync_LanguageAndArea_AreKeptTo()
    {
        await _store.LoadAsync(LabellingStore.Document("sv", "Vindkraft"), LabellingStore.Document("en", "Wind power", "en-GB"), LabellingStore.Document("de", "Windkraft", "de"));
        await _store.JudgeAsync("sv", green: 0.4, homes: 0.2);
        await _store.JudgeAsync("en", green: 0.4, homes: 0.2);
        await _store.JudgeAsync("de", green: 0.4, homes: 0.2);

        var both = await _store.IdsAsync(new QueueQuestion(10));
        var english = await _store.IdsAsync(new QueueQuestion(10) { Language = "en" });
        var homes = (await _store.QueueAsync(new QueueQuestion(10) { Area = "homes" })).Items;

        Assert.Equal(["en", "sv"], both.Order());
        Assert.Equal(["en"], english);
        Assert.All(homes, item => Assert.Equal("homes", item.Area));
    }

    [Fact]
    public async Task ReadAsync_RevisedSinceItWasClassified_WaitsForItsVerdict()
    {
        await _store.LoadAsync(Doc("a", "Vindkraft"));
        await _store.JudgeAsync("a", green: 0.4);
        await _store.LoadAsync(Doc("a", "Kärnkraft"));

        var result = await _store.QueueAsync(new QueueQuestion(10));

        Assert.Empty(result.Items);
        Assert.StartsWith("No document has a verdict of the model yet", result.Nothing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, "1 to 1000")]
    [InlineData(1001, null, "1 to 1000")]
    [InlineData(5, "sea", "no focus area 'sea'; it has green, homes")]
    public async Task ReadAsync_WrongQuestion_IsRefused(int count, string? area, string expected)
    {
        var fault = await Assert.ThrowsAsync<ConfigurationException>(() => _store.QueueAsync(new QueueQuestion(count) { Area = area }));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_EmptyStore_SaysSo()
    {
        var result = await _store.QueueAsync(new QueueQuestion(5));

        Assert.Empty(result.Items);
        Assert.StartsWith("The store holds no documents", result.Nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfTheQueue_FilledInIsTakenBack()
    {
        await _store.LoadAsync(Doc("a", "=Vindkraft, \"ny\""), Doc("b", "Hyresrätter"));
        await _store.JudgeAsync("a", green: 0.4);
        await _store.JudgeAsync("b", green: 0.4);
        var file = _store.Write("sheet.csv", "");
        QueueSheet.Write(file, (await _store.QueueAsync(new QueueQuestion(10))).Items);
        var sheet = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, sheet.Replace("feed/a,1,,", "feed/a,1,green|housing,", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (stored, empty) = await _store.Book.SayAllAsync(file, "AB", TestContext.Current.CancellationToken);

        Assert.Contains("\"'=Vindkraft, \"\"ny\"\"\"", sheet, StringComparison.Ordinal);
        Assert.Equal(1, empty);
        Assert.Equal(("a", "AB"), (stored.Single().ItemId, stored.Single().Person));
        Assert.Equal(["green", "housing"], stored.Single().Labels);
    }

    public void Dispose() => _store.Dispose();

    private static Document Doc(string id, string title) => LabellingStore.Document(id, title);
}
