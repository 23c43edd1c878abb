using Foresight.Methods.Tests.Forecasting;
using Foresight.Methods.Trends;
using Xunit;

namespace Foresight.Methods.Tests.Trends;

public sealed class ChangePointsTests
{
    [Fact]
    public void Pettitt_Nile_FindsTheChangeAfter1898AsR()
    {
        var test = Pettitt.Test(Known.Nile);

        // R: the sums of signs written out.
        Assert.Equal((27, 1617.0), (test.Last, test.K));
        Assert.Equal(3.59102217694e-07, test.PValue, 1e-15);
    }

    [Fact]
    public void Best_Nile_AgreesWithStrucchangeAndBruteForce()
    {
        var cuts = Segmentation.Best(Years.From(1871, 100), Known.Nile, SegmentShape.Mean, 15, 5);

        // R's strucchange documents for breakpoints(Nile ~ 1): RSS 2835157, 1597457, 1552924; BIC 1318, 1270, 1276; brute force in R gives the digits.
        Assert.Equal([2835156.75, 1597457.19444, 1552923.61578], cuts.Take(3).Select(cut => Math.Round(cut.Rss, 5)));
        Assert.Equal([1318.2418, 1270.0837, 1276.4667], cuts.Take(3).Select(cut => Math.Round(cut.Bic, 4)));
        Assert.Equal([27], cuts[1].Last);
        Assert.Equal([27, 82], cuts[2].Last);
    }

    [Fact]
    public void Find_Nile_OneLastingChangeIn1899()
    {
        var found = ChangePoints.Find(Years.From(1871, 100), Known.Nile);

        Assert.Equal(SegmentShape.Mean, found.Shape);
        Assert.Equal([28], found.First);
    }

    [Fact]
    public void Find_TwoSteps_FindsBoth()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 30).Select(i => (i < 10 ? 5 : i < 20 ? 9 : 2) + (0.3 * Normal(random)))];

        var found = ChangePoints.Find(Years.From(1990, 30), values);

        Assert.Equal([10, 20], found.First);
    }

    [Fact]
    public void Find_SteadyRise_IsNoChange()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 25).Select(i => (0.4 * i) + (0.3 * Normal(random)))];

        var found = ChangePoints.Find(Years.From(1990, 25), values);

        Assert.Empty(found.First);
        Assert.Equal(SegmentShape.Line, found.Shape);
    }

    [Fact]
    public void Find_RiseThatTurns_FindsTheTurn()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 24).Select(i => (i < 12 ? i : 24 - i) + (0.2 * Normal(random)))];

        var found = ChangePoints.Find(Years.From(1990, 24), values);

        Assert.Equal(SegmentShape.Line, found.Shape);
        Assert.InRange(Assert.Single(found.First), 11, 13);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Find_LoneDipInARise_IsNoChange(int years)
    {
        // Guest nights per inhabitant rose steadily, but for a pandemic.
        double[] values = [2.8, 2.7, 3.0, 3.2, 3.0, 3.1, 3.1, 3.3, 3.5, 4.1, 3.6, 4.2, 4.4, 4.6, 4.8];
        for (var i = 0; i < years; i++)
        {
            values[11 + i] = 1.2;
        }

        Assert.Empty(ChangePoints.Find(Years.From(2008, 15), values).First);
    }

    [Fact]
    public void Find_LoneDipOnALevel_IsNoChange()
    {
        double[] values = [5, 5.1, 4.9, 5, 5.05, 4.95, 5, 1, 1.2, 5.1, 4.9, 5];

        Assert.Empty(ChangePoints.Find(Years.From(2008, 12), values).First);
    }

    [Fact]
    public void Find_AllEqual_IsNoChange() => Assert.Empty(ChangePoints.Find(Years.From(2000, 12), Enumerable.Repeat(3.0, 12).ToArray()).First);

    [Fact]
    public void Find_PureChance_RarelyFindsOne()
    {
        // The share is told in docs/methods/trends.md.
        foreach (var n in new[] { 10, 15, 30 })
        {
            var random = new Random(n);
            var found = Enumerable.Range(0, 300).Count(_ =>
                ChangePoints.Find(Years.From(1, n), [.. Enumerable.Range(0, n).Select(_ => Normal(random))]).First.Count > 0);

            Assert.True(found <= 15, $"{found} of 300 series of {n} values of pure chance were said to change.");
        }
    }

    [Fact]
    public void Find_FourHundredValues_FindsStepsOfOneDeviation()
    {
        var random = new Random(7);
        double[] values = [.. Enumerable.Range(0, 400).Select(i => (i < 150 ? 0 : i < 300 ? 1.5 : 0.2) + Normal(random))];

        var found = ChangePoints.Find(Years.From(1, 400), values);

        Assert.Equal(2, found.First.Count);
        Assert.InRange(found.First[0], 140, 160);
        Assert.InRange(found.First[1], 290, 310);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
