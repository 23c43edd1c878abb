using System.Globalization;
using Foresight.Methods.Attention;
using Xunit;

namespace Foresight.Methods.Tests.Attention;

public sealed class NoveltyTests
{
    [Fact]
    public void Of_RepeatedHalfNewAndNew_IsZeroBetweenAndOne()
    {
        NoveltyDocument[] documents =
        [
            .. Enumerable.Range(0, 8).Select(i => Document("s" + i.ToString(CultureInfo.InvariantCulture), i, i * 100)),
            Document("copy", 20, 0), Document("half", 21, 106), Document("new", 22, 5000),
        ];

        var novelty = Novelty.Of(documents, 730, _ => true);

        Assert.Null(novelty[0]);
        Assert.Equal(0, novelty[8]!.Value, 1e-9);
        Assert.InRange(novelty[9]!.Value, 0.3, 0.7);
        Assert.Equal(1, novelty[10]!.Value, 1e-9);
    }

    [Fact]
    public void Of_SameStoryOrBeforeTheWindow_IsNotCompared()
    {
        NoveltyDocument[] documents = [Document("x", 0, 0), Document("a", 500, 900), Document("a", 501, 900), Document("b", 800, 0), Document("c", 801, 400)];

        var novelty = Novelty.Of(documents, 730, _ => true);

        Assert.Equal(1, novelty[2]!.Value, 1e-9);
        Assert.Equal(1, novelty[3]!.Value, 1e-9);
    }

    [Fact]
    public void Of_ShortTextOrNotAsked_IsNotJudged()
    {
        NoveltyDocument[] documents = [Document("a", 0, 0), Document("b", 1, 100), new("c", 2, ["one", "two"])];

        var novelty = Novelty.Of(documents, 730, i => i != 1);

        Assert.Null(novelty[1]);
        Assert.Null(novelty[2]);
    }

    private static NoveltyDocument Document(string story, int day, int firstTerm) =>
        new(story, day, [.. Enumerable.Range(firstTerm, Novelty.LeastTerms).Select(term => "t" + term.ToString(CultureInfo.InvariantCulture))]);
}
