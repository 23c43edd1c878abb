using Foresight.Engine.Classify.Labelling;
using Xunit;

namespace Foresight.Tests.Classify.Labelling;

public sealed class QueueChoiceTests
{
    [Fact]
    public void Choose_EquallyUncertain_TakesAreasAndLanguagesInTurn()
    {
        QueueItem[] items = [.. Enumerable.Range(0, 40).Select(i => Item($"i{i:00}", i < 30 ? "green" : "homes", i % 10 == 0 ? "en" : "sv", 0.9))];

        var chosen = QueueChoice.Choose(items, 8);

        Assert.Equal(2, chosen.Count(item => item is { Area: "green", Language: "en" }));
        Assert.Equal(2, chosen.Count(item => item is { Area: "green", Language: "sv" }));
        Assert.Equal(4, chosen.Count(item => item.Area == "homes"));
    }

    [Fact]
    public void Choose_InACell_TakesTheBestScoreFirst()
    {
        var chosen = QueueChoice.Choose([Item("low", "green", "sv", 0.5), Item("high", "green", "sv", 0.9), Item("middle", "green", "sv", 0.7)], 2);

        Assert.Equal(["high", "middle"], chosen.Select(item => item.ItemId));
    }

    [Fact]
    public void Choose_NearCopies_TakesOneOfThem()
    {
        const string Text = "kommunen bygger nya bostäder vid hamnen och söker bidrag hos staten för marken";
        var chosen = QueueChoice.Choose(
        [
            Item("one", "green", "sv", 0.9) with { Title = "Hamnen", Lead = Text },
            Item("copy", "green", "sv", 0.89) with { Title = "Hamnen", Lead = Text + " redan i höst" },
            Item("other", "green", "sv", 0.3) with { Title = "Skolan", Lead = "lärare läsår klassrum läromedel" },
        ], 3);

        Assert.Equal(["one", "other"], chosen.Select(item => item.ItemId));
    }

    [Fact]
    public void Choose_SomewhatAlike_TakesTheOtherFirstWhereItIsAsUncertain()
    {
        var chosen = QueueChoice.Choose(
        [
            Item("one", "green", "sv", 0.90) with { Title = "", Lead = "vind sol vatten kraft elnät värme" },
            Item("alike", "green", "sv", 0.85) with { Title = "", Lead = "vind sol biogas avfall fisk skog" },
            Item("other", "green", "sv", 0.80) with { Title = "", Lead = "bibliotek museum teater dans musik film" },
        ], 3);

        Assert.Equal(["one", "other", "alike"], chosen.Select(item => item.ItemId));
    }

    [Fact]
    public void Choose_Disputed_ComesBeforeAllElse()
    {
        var chosen = QueueChoice.Choose([Item("new", "green", "sv", 0.99), Item("disputed", "homes", "en", 0.01) with { Disagreement = "AB says none, CD says homes" }], 1);

        Assert.Equal(["disputed"], chosen.Select(item => item.ItemId));
    }

    [Fact]
    public void Choose_FarFromEveryThreshold_ComesAfterAllOthersInWhateverTurn()
    {
        var chosen = QueueChoice.Choose([Item("far", "homes", "en", 0.2) with { Nearness = 0.1 }, Item("a", "green", "sv", 0.9), Item("b", "green", "sv", 0.8)], 3);

        Assert.Equal(["a", "b", "far"], chosen.Select(item => item.ItemId));
    }

    [Fact]
    public void Choose_InAnyOrderOfItems_GivesTheSame()
    {
        var random = new Random(7);
        QueueItem[] items = [.. Enumerable.Range(0, 60).Select(i => Item($"i{i:00}", i % 3 == 0 ? "green" : "homes", i % 2 == 0 ? "sv" : "en", (i % 5) / 5.0))];

        var one = QueueChoice.Choose(items, 25);
        random.Shuffle(items);
        var other = QueueChoice.Choose(items, 25);

        Assert.Equal(one.Select(item => item.ItemId), other.Select(item => item.ItemId));
    }

    [Fact]
    public void Choose_NothingOrOneTooMany_GivesWhatThereIs()
    {
        Assert.Empty(QueueChoice.Choose([], 5));
        Assert.Single(QueueChoice.Choose([Item("only", "green", "sv", 0.5)], 5));
    }

    [Theory]
    [InlineData(0.46, 0.51, "nearly green (.46, from .51); 3 days old; Swedish")]
    [InlineData(0.53, 0.51, "just green (.53, from .51); 3 days old; Swedish")]
    [InlineData(0.99, 0.51, "likely green (.99, from .51); 3 days old; Swedish")]
    [InlineData(0.02, 0.51, "hardly green (.02, from .51); 3 days old; Swedish")]
    public void Why_OfAnItem_SaysNearnessAgeAndLanguage(double probability, double threshold, string expected)
    {
        var nearness = probability < threshold ? probability / threshold : (1 - probability) / (1 - threshold);

        var item = Item("x", "green", "sv", 0.5) with { Probability = probability, Threshold = threshold, Nearness = nearness, AgeDays = 3 };

        Assert.Equal(expected, item.Why);
    }

    // Texts of their own words, so that none is like another.
    private static QueueItem Item(string id, string area, string language, double score) =>
        new("feed", id, 1, $"Rubrik{id}", language, area, score) { Nearness = score, Threshold = 0.5, Lead = $"första{id} andra{id} tredje{id}" };
}
