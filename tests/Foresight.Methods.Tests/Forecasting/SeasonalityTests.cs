using Foresight.Methods.Forecasting;
using Xunit;

namespace Foresight.Methods.Tests.Forecasting;

public sealed class SeasonalityTests
{
    [Fact]
    public void IsSeasonal_Passengers_Is()
    {
        var seasonal = Seasonality.IsSeasonal(Known.Passengers, 12);

        Assert.True(seasonal);
    }

    [Fact]
    public void IsSeasonal_DigitsOfPiInFours_AreNot()
    {
        double[] digits = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4];

        var seasonal = Seasonality.IsSeasonal(digits, 4);

        Assert.False(seasonal);
    }

    [Fact]
    public void IsSeasonal_LessThanThreeYears_CannotBeTold()
    {
        var seasonal = Seasonality.IsSeasonal(Known.Passengers.AsSpan(0, 35), 12);

        Assert.False(seasonal);
    }

    [Fact]
    public void Indices_KnownFactorsOnALine_AreFound()
    {
        double[] factors = [0.8, 1.1, 1.3, 0.8];
        var values = Enumerable.Range(0, 40).Select(t => (100 + t) * factors[t % 4]).ToArray();

        var indices = Seasonality.Indices(values, 4, multiplicative: true);

        Assert.All(factors.Zip(indices), pair => Assert.Equal(pair.First, pair.Second, 0.005));
    }

    [Fact]
    public void Indices_OddPeriodAdded_SumToZero()
    {
        double[] added = [-3, 1, 2];
        var values = Enumerable.Range(0, 30).Select(t => 50 + added[t % 3]).ToArray();

        var indices = Seasonality.Indices(values, 3, multiplicative: false);

        Assert.All(added.Zip(indices), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }
}
