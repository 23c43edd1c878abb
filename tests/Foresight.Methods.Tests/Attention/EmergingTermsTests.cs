using System.Globalization;
using Foresight.Methods.Attention;
using Xunit;

namespace Foresight.Methods.Tests.Attention;

public sealed class EmergingTermsTests
{
    private const int Weeks = 60;
    private const int PerWeek = 40;

    [Fact]
    public void Find_RareWordOfThreePublishers_IsFoundAndOthersAreNot()
    {
        var found = EmergingTerms.Find(Year((week, i) => week switch
        {
            >= Weeks - 4 when i < 2 => ["new", "of-one-" + (week % 2)],
            _ when i < 12 => ["usual"],
            _ => [],
        }));

        var term = Assert.Single(found);
        Assert.Equal("new", term.Term);
        Assert.Equal((8, 160, 0, 2240), (term.Stories.Now, term.Stories.AllNow, term.Stories.Before, term.Stories.AllBefore));
        Assert.True(term.Adjusted < 0.001);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void Find_Publishers_AreCountedByStoriesOfTheirOwn(int publishers, int expected)
    {
        var counter = Year((week, i) => week >= Weeks - 4 && i < 6 ? ["new"] : [], publishers);

        Assert.Equal(expected, EmergingTerms.Find(counter).Count);
    }

    [Theory]
    [InlineData(52, 0)]
    [InlineData(0, 1)]
    public void Find_WordOfTheSeason_IsNoNewsWhereTheYearIsKnown(int year, int expected)
    {
        var counter = Year((week, i) => (week >= Weeks - 4 || week is >= 4 and < 8) && i < 3 ? ["christmas"] : []);

        Assert.Equal(expected, EmergingTerms.Find(counter, new EmergingTermOptions { Year = year }).Count);
    }

    [Fact]
    public void Find_NothingButChance_FindsNothing()
    {
        var seed = 1UL;
        double Next() => ((seed = (seed * 6364136223846793005UL) + 1442695040888963407UL) >> 11) / (double)(1UL << 53);
        var counter = Year((_, _) => [.. Enumerable.Range(0, 10).Select(_ => "t" + ((int)Math.Pow(3000, Next())).ToString(CultureInfo.InvariantCulture)).Distinct()]);

        Assert.Empty(EmergingTerms.Find(counter));
    }

    private static TermCounter Year(Func<int, int, string[]> terms, int publishers = 5)
    {
        var counter = new TermCounter(Weeks, 4);
        for (var week = Weeks - 1; week >= 0; week--)
        {
            for (var i = 0; i < PerWeek; i++)
            {
                counter.Add(week, terms(week, i), "p" + (((week * 7) + i) % publishers).ToString(CultureInfo.InvariantCulture), true);
            }
        }

        return counter;
    }
}
