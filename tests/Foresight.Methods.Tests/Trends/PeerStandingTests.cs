using Foresight.Methods.Trends;
using Xunit;

namespace Foresight.Methods.Tests.Trends;

public sealed class PeerStandingTests
{
    [Fact]
    public void Of_Ties_ShareTheBestOfTheirPlaces()
    {
        var standing = PeerStanding.Of(5, [9, 5, 5, 2]);

        Assert.Equal((5, 2, 1, 2, 1), (standing.Count, standing.Rank, standing.Below, standing.Equal, standing.Above));
        Assert.Equal(50, standing.Percentile);
        Assert.Equal(5, standing.Median);
    }

    [Theory]
    [InlineData(10, 1, 100)]
    [InlineData(0, 4, 0)]
    public void Of_HighestOrLowest_StandsAtTheEnd(double value, int rank, double percentile)
    {
        var standing = PeerStanding.Of(value, [1, 2, 3]);

        Assert.Equal((rank, percentile), (standing.Rank, standing.Percentile));
    }

    [Fact]
    public void Of_Nobody_IsRefused() => Assert.Throws<ArgumentException>(() => PeerStanding.Of(1, []));

    [Theory]
    [InlineData(0.70, 1.04, 1, 0.04, 0.26, true)]
    [InlineData(43.1, 31, 50, -19, -12.1, false)]
    public void TargetDistance_TellsDistanceGainAndPassing(double start, double end, double target, double distance, double gain, bool passed)
    {
        var found = TargetDistance.Of(start, end, target);

        Assert.Equal(distance, found.Distance, 1e-12);
        Assert.Equal(gain, found.Gain, 1e-12);
        Assert.Equal(passed, found.Passed);
    }
}
