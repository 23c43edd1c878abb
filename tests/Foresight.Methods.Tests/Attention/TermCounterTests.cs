using System.Globalization;
using Foresight.Methods.Attention;
using Xunit;

namespace Foresight.Methods.Tests.Attention;

public sealed class TermCounterTests
{
    [Fact]
    public void Add_TermOfNowAndBefore_CountsStoriesReportsAndPublishers()
    {
        var counter = new TermCounter(batches: 10, recent: 2, least: 2);
        counter.Add(9, ["chip"], "a", true);
        counter.Add(9, ["chip", "rare"], "b", false);
        counter.Add(8, ["chip"], "b", true);
        counter.Add(3, ["chip", "rare"], "c", true);

        var (term, series) = Assert.Single(counter.Finish());

        Assert.Equal("chip", term);
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0, 1, 1], series.Stories.ToArray());
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0, 1, 2], series.Reports.ToArray());
        Assert.Equal(2, series.Publishers);
        Assert.Equal(2, counter.DifferentTerms);
    }

    [Fact]
    public void Add_OlderBeforeNewer_SaysSo()
    {
        var counter = new TermCounter(10, 2);
        counter.Add(5, ["a"], null, true);

        var fault = Assert.Throws<ArgumentException>(() => counter.Add(6, ["a"], null, true));

        Assert.StartsWith("A document of batch 6 came after one of batch 5; the newest must come first.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_MoreTermsThanRoom_MissesNoMoreThanItSays()
    {
        const int Room = 200;
        var counter = new TermCounter(batches: 4, recent: 2, least: 1, capacity: Room);
        var occurrences = 0;
        for (var i = 0; i < 5000; i++)
        {
            string[] terms = i % 10 == 0 ? ["often", Name(i), Name(i + 1)] : [Name(2 * i), Name((3 * i) + 1)];
            counter.Add(i < 2500 ? 3 : 2, terms, "p", true);
            occurrences += terms.Length;
        }

        var often = Assert.Single(counter.Finish(), term => term.Term == "often").Series;

        var counted = often.Stories.ToArray().Sum();
        Assert.InRange(counted, 500 - counter.Missed, 500);
        Assert.InRange(counter.Missed, 1, occurrences / (Room / 2));
    }

    private static string Name(int i) => "t" + (i % 3000).ToString(CultureInfo.InvariantCulture);
}
