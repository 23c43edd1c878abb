using Foresight.Methods.Trade;
using Xunit;

namespace Foresight.Methods.Tests.Trade;

public sealed class ComparativeAdvantageTests
{
    [Theory]
    // Balassa's formula in fractions: (25/100) / (1000/10000) = 5/2; (2/40) / (15/100) = 1/3; as the world: 1.
    [InlineData(25, 100, 1000, 10000, 2.5, 3.0 / 7)]
    [InlineData(2, 40, 15, 100, 1.0 / 3, -0.5)]
    [InlineData(3, 30, 50, 500, 1, 0)]
    [InlineData(0, 30, 50, 500, 0, -1)]
    public void Balassa_InFractions_IsTheRatioOfShares(double exports, double all, double world, double allWorld, double expected, double symmetric)
    {
        var advantage = ComparativeAdvantage.Balassa(exports, all, world, allWorld)!.Value;

        Assert.Equal(expected, advantage, 1e-12);
        Assert.Equal(symmetric, ComparativeAdvantage.Symmetric(advantage), 1e-12);
    }

    [Fact]
    public void Balassa_WorldExportsNone_IsNotDefined()
    {
        Assert.Null(ComparativeAdvantage.Balassa(0, 10, 0, 100));
    }

    [Theory]
    [InlineData(11, 10, 1, 100)]
    [InlineData(1, 0, 1, 100)]
    [InlineData(-1, 10, 1, 100)]
    public void Balassa_PartAboveItsTotal_IsRefused(double exports, double all, double world, double allWorld)
    {
        Assert.Throws<ArgumentException>(() => ComparativeAdvantage.Balassa(exports, all, world, allWorld));
    }
}
