using System.Globalization;
using Foresight.Engine.Stories;
using Xunit;

namespace Foresight.Tests.Stories;

public sealed class StoryIndexTests
{
    private static readonly DateOnly Monday = new(2026, 9, 7);

    private static readonly string Template = string.Join(' ', Enumerable.Range(0, 300).Select(i => string.Create(CultureInfo.InvariantCulture, $"ord{i}")));

    [Fact]
    public void Place_OfACallAmongThousandsFromItsTemplate_JoinsItsOwnRepetitionOnly()
    {
        var index = new StoryIndex();

        var first = Enumerable.Range(0, 1000).Select(i => index.Place(Call("a", i))).ToList();
        var again = index.Place(Call("b", 17));

        Assert.All(first, place => Assert.Equal(StoryJoin.First, place.By));
        Assert.Equal((StoryJoin.Text, "a/17"), (again.By, again.Story.Id));
    }

    [Fact]
    public void Place_OfThousandsThatTellTheSame_MakesOneStory()
    {
        var index = new StoryIndex();

        var places = Enumerable.Range(0, 1000).Select(i => index.Place(Call("a", 1) with { Id = $"{i}" })).ToList();

        Assert.Equal(["a/0"], places.Select(place => place.Story.Id).Distinct());
    }

    [Fact]
    public void Place_AfterForgetting_StillJoinsWhatItsWeekAllows()
    {
        var index = new StoryIndex();
        index.Place(Call("a", 1));

        index.Forget(Monday.AddDays(StoryIndex.WindowDays));
        var within = index.Place(Call("b", 1) with { Day = Monday.AddDays(StoryIndex.WindowDays) });
        index.Forget(Monday.AddDays(100));
        var beyond = index.Place(Call("c", 1));

        Assert.Equal(("a/1", "c/1"), (within.Story.Id, beyond.Story.Id));
    }

    private static StoryDocument Call(string source, int number) => new()
    {
        Source = source,
        Id = $"{number}",
        Kind = "call",
        Title = $"Stöd till omställning i kommuner, område {number}",
        Text = $"Utlysning {number}. {Template}",
        Language = "sv",
        Day = Monday,
    };
}
