using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Sdk;

public sealed class CorrectedCountTests(ITestOutputHelper output)
{
    // A survey of 150 cows by a test of brucellosis, sensitivity 96 %, specificity 89 %, 23 positive: 5.1 in 100 have it. (The example of epi.prev in
    // Stevenson's epiR; there with both taken as exact, here as if from 100,000 animals each, which is nearly that.)
    [Fact]
    public void From_BrucellosisInAHerd_IsRoganAndGladens()
    {
        var count = CorrectedCount.From(23, 150, new ErrorCounts(96_000, 4_000, 11_000, 89_000))!;

        Assert.Equal(0.051, count.Share, 3);
        Assert.Equal((0.0, 0.13), (Math.Round(count.Low / 150, 2), Math.Round(count.High / 150, 2)));
    }

    // Worked by hand along equations 6, 7, 16 and 17 of Lang and Reiczigel: 60 of 200 said, 45 of 50 found, 160 of 200 left alone.
    [Fact]
    public void From_ErrorsFromFewTexts_IntervalIsLangAndReiczigels()
    {
        var count = CorrectedCount.From(60, 200, new ErrorCounts(45, 5, 40, 160))!;

        Assert.Equal(0.1 / 0.7, count.Share, 9);
        Assert.Equal((0.0276, 0.2621), (Math.Round(count.Low / 200, 4), Math.Round(count.High / 200, 4)));
    }

    [Theory]
    [InlineData(0.02, 0.70, 0.97)]
    [InlineData(0.10, 0.75, 0.95)]
    [InlineData(0.30, 0.80, 0.95)]
    [InlineData(0.30, 0.60, 0.90)]
    [InlineData(0.60, 0.80, 0.90)]
    public void From_ManySurveys_NineteenIntervalsInTwentyHoldTheTruth(double truth, double sensitivity, double specificity)
    {
        const int Surveys = 4000;
        var random = new Random(4);
        var held = 0;
        for (var i = 0; i < Surveys; i++)
        {
            var hits = Draw(random, 300, sensitivity);
            var noes = Draw(random, 1500, specificity);
            var belong = Draw(random, 200, truth);
            var said = Draw(random, belong, sensitivity) + Draw(random, 200 - belong, 1 - specificity);
            var count = CorrectedCount.From(said, 200, new ErrorCounts(hits, 300 - hits, 1500 - noes, noes))!;
            held += count.Low <= truth * 200 && truth * 200 <= count.High ? 1 : 0;
        }

        output.WriteLine($"coverage {held / (double)Surveys:F3}");
        Assert.InRange(held / (double)Surveys, 0.935, 0.985);
    }

    [Fact]
    public void From_TwoLanguages_AddsThemAndKeepsTheInterval()
    {
        var (sv, en) = (new ErrorCounts(240, 60, 75, 1425), new ErrorCounts(210, 90, 150, 1350));

        var both = CorrectedCount.From([(40, 200, sv), (60, 200, en)])!;

        var (one, other) = (CorrectedCount.From(40, 200, sv)!, CorrectedCount.From(60, 200, en)!);
        Assert.Equal((400, 100), (both.Of, both.Said));
        Assert.Equal(one.Number + other.Number, both.Number, 9);
        Assert.InRange(both.High - both.Low, Math.Max(one.High - one.Low, other.High - other.Low), one.High - one.Low + other.High - other.Low);
    }

    [Fact]
    public void From_FewerThanTheFalseAlarmsAlone_IsNoneAndNotLess()
    {
        var count = CorrectedCount.From(8, 200, new ErrorCounts(80, 20, 50, 950))!;

        Assert.Equal((0.0, 0.0), (count.Number, count.Low));
        Assert.InRange(count.High, 0.1, 10);
    }

    [Theory]
    [InlineData(20, 5, 100, 900)]
    [InlineData(200, 50, 5, 20)]
    [InlineData(40, 60, 300, 700)]
    public void From_TooFewTextsOrTooManyErrors_SaysNothing(int hits, int misses, int alarms, int noes)
    {
        Assert.Null(CorrectedCount.From(10, 100, new ErrorCounts(hits, misses, alarms, noes)));
        Assert.Null(CorrectedCount.From([(10, 100, new ErrorCounts(80, 20, 50, 950)), (10, 100, new ErrorCounts(hits, misses, alarms, noes))]));
    }

    private static int Draw(Random random, int n, double probability) => Enumerable.Range(0, n).Count(_ => random.NextDouble() < probability);
}
