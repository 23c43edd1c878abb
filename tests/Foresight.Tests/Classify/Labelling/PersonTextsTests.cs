using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Labelling;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Labelling;

public sealed class PersonTextsTests : IDisposable
{
    private readonly LabellingStore _store = new();

    [Fact]
    public async Task ReadAsync_OnePersonsAreas_TeachesThemInFull()
    {
        var text = await OnlyAsync(("AB", "green"));

        Assert.Equal(("person:feed/a", "Vindkraft. Det här är a om Vindkraft.", "sv"), (text.Id, text.Text, text.Language));
        Assert.Equal(["green"], text.Labels);
        Assert.Equal((1.0, 1.0), (text.WeightOf("green"), text.WeightOf("homes")));
        Assert.Empty(text.Tags);
    }

    [Fact]
    public async Task ReadAsync_ATopic_TeachesItsAreaAndTheTopic()
    {
        var text = await OnlyAsync(("AB", "energy"), ("CD", "energy"));

        Assert.Equal(["green"], text.Labels);
        Assert.Equal(["energy"], text.Tags[TagGroup.Topic]);
    }

    [Fact]
    public async Task ReadAsync_None_TeachesNoAreaAndNothingOfTopics()
    {
        var text = await OnlyAsync(("AB", "none"));

        Assert.Empty(text.Labels);
        Assert.Equal(1, text.WeightOf("green"));
        Assert.Empty(text.Tags);
    }

    [Fact]
    public async Task ReadAsync_AMajority_CountsByItsShareWhereTheyDiffer()
    {
        var text = await OnlyAsync(("AB", "green"), ("CD", "energy"), ("EF", "homes"));

        Assert.Equal(["green"], text.Labels);
        Assert.Equal(2.0 / 3, text.WeightOf("green"), 9);
        Assert.Equal(2.0 / 3, text.WeightOf("homes"), 9);
        Assert.Empty(text.Tags);
    }

    [Fact]
    public async Task ReadAsync_ATie_TeachesNothingOfThatAreaAndAllOfTheOther()
    {
        var text = await OnlyAsync(("AB", "green"), ("CD", "none"));

        Assert.Empty(text.Labels);
        Assert.Equal((0.0, 1.0), (text.WeightOf("green"), text.WeightOf("homes")));
    }

    [Fact]
    public async Task ReadAsync_CannotSay_IsNoVoice()
    {
        var text = await OnlyAsync(("AB", "green"), ("CD", "unsure"));

        Assert.Equal(["green"], text.Labels);
        Assert.Equal(1, text.WeightOf("green"));
    }

    [Fact]
    public async Task ReadAsync_OnlyUnsureOrWithdrawn_TeachesNothing()
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"), LabellingStore.Document("b", "Hyror"));
        await _store.SayAsync("a", "AB", "unsure");
        var verdict = await _store.SayAsync("b", "AB", "green");
        await _store.Book.TakeBackAsync(verdict, TestContext.Current.CancellationToken);

        Assert.Empty(await _store.TextsAsync());
    }

    [Fact]
    public async Task ReadAsync_RevisedSince_TakesTheTextThatWasRead()
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"));
        await _store.SayAsync("a", "AB", "green");
        await _store.LoadAsync(LabellingStore.Document("a", "Hyresrätter"));

        var before = Assert.Single(await _store.TextsAsync());
        await _store.SayAsync("a", "CD", "homes");
        var after = Assert.Single(await _store.TextsAsync());

        Assert.StartsWith("Vindkraft.", before.Text, StringComparison.Ordinal);
        Assert.StartsWith("Hyresrätter.", after.Text, StringComparison.Ordinal);
        Assert.Equal(["homes"], after.Labels);
        Assert.Equal(1, after.WeightOf("homes"));
    }

    [Fact]
    public async Task ReadAsync_ALabelThatThePolicyNoLongerKnows_IsNoVoice()
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"));
        await _store.SayAsync("a", "AB", "homes");
        var setup = _store.Setup with { Policy = Some.Policy("2", Some.Area("green", "energy")) };

        var texts = await PersonTexts.ReadAsync(setup, _store.Tables, TestContext.Current.CancellationToken);

        Assert.Empty(texts);
    }

    [Fact]
    public async Task ReadAsync_ATextWithoutALetter_TeachesNothing()
    {
        await _store.LoadAsync(LabellingStore.Document("a", "2026") with { Text = "1 2 3" });
        await _store.SayAsync("a", "AB", "green");

        Assert.Empty(await _store.TextsAsync());
    }

    public void Dispose() => _store.Dispose();

    private async Task<LabelledText> OnlyAsync(params (string Person, string Labels)[] said)
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"));
        foreach (var (person, labels) in said)
            await _store.SayAsync("a", person, labels);
        return Assert.Single(await _store.TextsAsync());
    }
}
