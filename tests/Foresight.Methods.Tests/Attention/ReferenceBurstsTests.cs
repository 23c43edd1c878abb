using Foresight.Methods.Attention;
using Xunit;

namespace Foresight.Methods.Tests.Attention;

public sealed class ReferenceBurstsTests
{
    private static readonly int[] All = [.. Enumerable.Repeat(100, 60)];

    [Fact]
    public void Find_ThreeWeeksAtThreeTimesTheUsual_FindsThem()
    {
        int[] relevant = [.. Enumerable.Range(0, 60).Select(week => week is >= 40 and < 43 ? 30 : 10 + (week % 3) - 1)];

        var burst = Assert.Single(ReferenceBursts.Find(relevant, All));

        Assert.Equal((40, 42), (burst.Start, burst.End));
        Assert.Equal(90, burst.Relevant);
        // 13 weeks of ten and one added: 131 / 1301 of 300.
        Assert.InRange(burst.Expected, 29, 32);
        Assert.True(burst.PValue < 1e-6);
    }

    [Fact]
    public void Find_SlowGrowth_IsNoBurstWhereKleinbergsIs()
    {
        int[] relevant = [.. Enumerable.Range(0, 60).Select(week => 4 + (week * 16 / 59))];

        Assert.Empty(ReferenceBursts.Find(relevant, All));
        Assert.NotEmpty(KleinbergBursts.Find(relevant, All));
    }

    [Fact]
    public void Find_NewLevelThatStays_BecomesTheUsual()
    {
        int[] relevant = [.. Enumerable.Range(0, 60).Select(week => week < 20 ? 10 : 30)];

        Assert.DoesNotContain(ReferenceBursts.Find(relevant, All), burst => burst.End == 59);
    }

    [Fact]
    public void Find_CountsThatJumpFromWeekToWeek_AskForMore()
    {
        int[] calm = [.. Enumerable.Range(0, 60).Select(week => week == 59 ? 24 : 10)];
        int[] restless = [.. Enumerable.Range(0, 60).Select(week => week == 59 ? 24 : week % 2 == 0 ? 2 : 18)];

        Assert.Single(ReferenceBursts.Find(calm, All));
        Assert.Empty(ReferenceBursts.Find(restless, All));
    }

    [Fact]
    public void Find_EmptyBatchesAndNeverBefore_DoesNotCryAtTheFirst()
    {
        int[] documents = [.. All.Select((count, week) => week < 15 || week % 7 == 0 ? 0 : count)];
        int[] relevant = [.. documents.Select((_, week) => week is 58 or 59 ? 1 : 0)];

        Assert.Empty(ReferenceBursts.Find(relevant, documents));
    }
}
