using Foresight.Methods.Trends;
using Xunit;

namespace Foresight.Methods.Tests.Trends;

/// <summary>Against R's <c>prop.test(correct = FALSE)</c>, <c>poisson.test</c>, <c>pnorm</c> and <c>qnorm</c>.</summary>
public sealed class CountIntervalsTests
{
    [Theory]
    [InlineData(54, 103, 0.428698209225, 0.618100103482)]
    [InlineData(0, 10, 0, 0.277532799863)]
    public void Wilson_Share_AgreesWithR(int count, int cases, double low, double high)
    {
        var interval = CountIntervals.Wilson((double)count / cases, cases);

        Assert.Equal(low, interval.Low, 1e-10);
        Assert.Equal(high, interval.High, 1e-10);
    }

    [Theory]
    [InlineData(23, 14.5800270370447, 34.5112928948330)]
    [InlineData(0, 0, 3.6888794541139)]
    [InlineData(1, 0.0253178079843, 5.5716433909389)]
    public void Poisson_Count_AgreesWithR(int count, double low, double high)
    {
        var interval = CountIntervals.Poisson(count);

        Assert.Equal(low, interval.Low, 1e-9);
        Assert.Equal(high, interval.High, 1e-9);
    }

    [Fact]
    public void Poisson_ManyEvents_ComesNearTheNormalOne()
    {
        var interval = CountIntervals.Poisson(1e6);

        Assert.Equal(1e6 - (1.96 * 1000), interval.Low, 5.0);
        Assert.Equal(1e6 + (1.96 * 1000), interval.High, 5.0);
    }

    [Theory]
    [InlineData(-1.5, 6.68072012688581e-02)]
    [InlineData(-6, 9.86587645037698e-10)]
    [InlineData(1.5, 1 - 6.68072012688581e-02)]
    public void Normal_Tail_AgreesWithR(double z, double probability) => Assert.Equal(1, Distributions.Normal(z) / probability, 1e-11);

    [Theory]
    [InlineData(0.975, 1.95996398454005)]
    [InlineData(1e-4, -3.71901648545568)]
    public void NormalQuantile_AgreesWithR(double probability, double z) => Assert.Equal(z, Distributions.NormalQuantile(probability), 1e-11);

    [Fact]
    public void Wilson_ShareOutsideOne_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => CountIntervals.Wilson(54, 103));
}
