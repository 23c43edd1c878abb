using Foresight.Methods.Trade;
using Xunit;

namespace Foresight.Methods.Tests.Trade;

public sealed class MirrorDifferenceTests
{
    [Fact]
    public void Relative_ByHand_IsToTheMeanOfBoth()
    {
        var difference = new MirrorDifference(Export: 90, Import: 110);

        Assert.Equal(20, difference.Absolute);
        Assert.Equal(0.2, difference.Relative!.Value, 1e-12);
    }

    [Theory]
    [InlineData(100, 0, -2)]
    [InlineData(0, 100, 2)]
    [InlineData(5, 5, 0)]
    public void Relative_OneSideSilent_IsTwo(double export, double import, double expected)
    {
        Assert.Equal(expected, new MirrorDifference(export, import).Relative);
    }

    [Fact]
    public void Relative_NeitherSide_IsNotDefined()
    {
        Assert.Null(new MirrorDifference(0, 0).Relative);
    }
}
