using Foresight.Methods.Forecasting;
using Xunit;

namespace Foresight.Methods.Tests.Forecasting;

public sealed class YardsticksTests
{
    [Fact]
    public void Theta_NoSeason_IsAsInR()
    {
        // R 4.2.2, forecast 8.20: thetaf(WWWusage, h = 8).
        double[] expected = [220.31, 220.619, 220.928, 221.238, 221.547, 221.857, 222.166, 222.475];

        var points = Yardsticks.Theta(Known.Users, 1, 8);

        Assert.All(expected.Zip(points), pair => Assert.Equal(pair.First, pair.Second, 0.005));
    }

    [Fact]
    public void Theta_Season_IsNearR()
    {
        // thetaf(AirPassengers, h = 12); R takes the smoothing parameter from the series itself, not from the Theta line.
        double[] expected = [440.078, 428.384, 489.707, 475.705, 479.67, 545.366, 602.752, 601.101, 523.951, 456.627, 397.954, 447.645];

        var points = Yardsticks.Theta(Known.Passengers, 12, 12);

        Assert.All(expected.Zip(points), pair => Assert.Equal(1, pair.Second / pair.First, 0.015));
    }

    [Fact]
    public void SeasonalNaive_BeyondAYear_RepeatsTheLastYear()
    {
        var points = Yardsticks.SeasonalNaive([1, 2, 3, 4, 5, 6, 7, 8], 4, 6);

        Assert.Equal([5, 6, 7, 8, 5, 6], points);
    }

    [Fact]
    public void Naive2_SeasonOnALevel_KeepsBoth()
    {
        double[] season = [0.5, 1, 1.5, 1];
        var values = Enumerable.Range(0, 24).Select(t => 100 * season[t % 4]).ToArray();

        var points = Yardsticks.Naive2(values, 4, 4);

        Assert.All(season.Zip(points), pair => Assert.Equal(100 * pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void SeasonalNaive_LessThanASeason_SaysSo()
    {
        var fault = Assert.Throws<ArgumentException>(() => Yardsticks.SeasonalNaive([1, 2, 3], 4, 2));

        Assert.StartsWith("3 values are too few for seasonal naive with 4 to a season.", fault.Message, StringComparison.Ordinal);
    }
}
