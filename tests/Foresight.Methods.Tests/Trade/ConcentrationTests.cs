using Foresight.Methods.Trade;
using Xunit;

namespace Foresight.Methods.Tests.Trade;

public sealed class ConcentrationTests
{
    [Fact]
    public void Index_OfTheMergerGuidelinesMarket_Is2600Points()
    {
        // US Department of Justice: "four firms with market shares of 30, 30, 20 and 20 percent, the HHI is 2,600".
        var market = Concentration.Of([30, 30, 20, 20]);

        Assert.Equal(0.26, market.Index!.Value, 1e-12);
        Assert.Equal((0.26 - 0.25) / 0.75, market.Normalised!.Value, 1e-12);
        Assert.Equal(1 / 0.26, market.EffectiveNumber!.Value, 1e-12);
        Assert.Equal(0.6, market.TopShare(2), 1e-12);
    }

    [Fact]
    public void Index_WhenTwoMerge_RisesByTwiceTheProductOfTheirShares()
    {
        // Horizontal Merger Guidelines 2010, footnote 10: firms with 5 and 10 per cent raise the index by 100 points (5 × 10 × 2).
        var before = Concentration.Of([5, 10, 40, 45]);
        var after = Concentration.Of([15, 40, 45]);

        Assert.Equal(0.01, after.Index!.Value - before.Index!.Value, 1e-12);
    }

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(4, 0.25)]
    [InlineData(10, 0.1)]
    public void Index_EqualParts_IsOneOverTheirNumber(int parts, double expected)
    {
        var equal = Concentration.Of([.. Enumerable.Repeat(7.5, parts), 0]);

        Assert.Equal(expected, equal.Index!.Value, 1e-12);
        Assert.Equal(parts, equal.EffectiveNumber!.Value, 1e-9);
        Assert.Equal(parts, equal.Parts);
    }

    [Fact]
    public void Index_PartsMissing_IsRefusedAndBounded()
    {
        // 20, 18, 12 of 100 are known; the other half may lie with many or with one.
        var topThree = Concentration.Of([12, 20, 18], total: 100);

        Assert.Null(topThree.Index);
        Assert.Null(topThree.Normalised);
        Assert.Null(topThree.EffectiveNumber);
        Assert.Equal(0.5, topThree.Unexplained, 1e-12);
        Assert.Equal(0.04 + 0.0324 + 0.0144, topThree.Low, 1e-12);
        Assert.Equal(topThree.Low + 0.25, topThree.High, 1e-12);
    }

    [Fact]
    public void Index_AnyWayToPartTheRest_LiesWithinItsBounds()
    {
        var known = Concentration.Of([30, 20], total: 100);

        double[] ways = [Concentration.Of([30, 20, 50]).Index!.Value, Concentration.Of([30, 20, 25, 25]).Index!.Value, Concentration.Of([30, 20, .. Enumerable.Repeat(0.5, 100)]).Index!.Value];

        Assert.All(ways, index => Assert.InRange(index, known.Low, known.High + 1e-12));
    }

    [Fact]
    public void Of_ASumAmongItsParts_IsRefused()
    {
        // Cars of heading 8703 beside the electric ones that are in it.
        var fault = Assert.Throws<ArgumentException>(() => Concentration.Of([100, 40], total: 100));

        Assert.StartsWith("The parts add up to 1.40 times the total: a sum stands among its parts.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RoundingOfTheSource_IsStillComplete()
    {
        Assert.True(Concentration.Of([33.33, 33.33, 33.33], total: 100).IsComplete);
    }

    [Theory]
    [InlineData(new double[0], null)]
    [InlineData(new[] { 0.0, 0.0 }, null)]
    [InlineData(new[] { -1.0, 2.0 }, null)]
    [InlineData(new[] { double.NaN }, 5.0)]
    public void Of_NoParts_SaysSo(double[] parts, double? total)
    {
        Assert.Throws<ArgumentException>(() => Concentration.Of(parts, total));
    }
}
