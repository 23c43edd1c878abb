using Foresight.Methods.Forecasting;
using Xunit;

namespace Foresight.Methods.Tests.Forecasting;

/// <summary>Against R 4.2.2 with forecast 8.20: <c>ets(y, model = "ANN", damped = FALSE)</c> and so on.</summary>
public sealed class EtsEstimationTests
{
    private static readonly EtsModel Level = new(EtsError.Additive, EtsTrend.None, EtsSeason.None);

    [Fact]
    public void Fit_LevelOnly_IsAsInR()
    {
        var fit = new EtsEstimation(Known.Nile, 1).Fit(Level)!;

        Assert.Equal(1459.0310, fit.Aicc, 0.01);
        Assert.Equal(0.2455, fit.Alpha, 0.001);
        Assert.Equal(20802.8, fit.Variance, 1.0);
        Assert.Equal(805.381, fit.Project(8).Points[7], 0.5);
        // R's upper bound of 95 %, 8 years ahead.
        Assert.Equal(1142.48, Upper(fit, 8), 1.0);
    }

    [Fact]
    public void Fit_MultiplicativeError_IsAsInR()
    {
        var fit = new EtsEstimation(Known.Nile, 1).Fit(Level with { Error = EtsError.Multiplicative })!;

        Assert.Equal(1458.5519, fit.Aicc, 0.01);
        Assert.Equal(0.1514, fit.Alpha, 0.001);
        Assert.Equal(0.0239571, fit.Variance, 0.00001);
        Assert.Equal(1113.5, Upper(fit, 8), 1.0);
    }

    [Theory]
    [InlineData(EtsError.Additive, EtsTrend.Additive, EtsSeason.None, 1462.5504)]
    [InlineData(EtsError.Additive, EtsTrend.Damped, EtsSeason.None, 1465.9073)]
    internal void Fit_Nile_IsNoWorseThanR(EtsError error, EtsTrend trend, EtsSeason season, double aicc)
    {
        // Forecasts stop the search earlier on purpose; here it is the search itself that is tried.
        var fit = new EtsEstimation(Known.Nile, 1) { StepsOfEach = 50 }.Fit(new(error, trend, season))!;

        // R looks for the best as we do; less is better.
        Assert.InRange(fit.Aicc, aicc - 5, aicc + 0.1);
    }

    [Theory]
    [InlineData(EtsError.Multiplicative, EtsTrend.Additive, EtsSeason.Multiplicative, 1403.6644)]
    [InlineData(EtsError.Multiplicative, EtsTrend.Damped, EtsSeason.Multiplicative, 1400.6384)]
    [InlineData(EtsError.Additive, EtsTrend.Additive, EtsSeason.Additive, 1570.7288)]
    internal void Fit_Season_IsNearR(EtsError error, EtsTrend trend, EtsSeason season, double aicc)
    {
        var fit = new EtsEstimation(Known.Passengers, 12).Fit(new(error, trend, season))!;

        // R optimises the first season too; ours is that of the first three years. Of the additive season R stays in a side valley (gamma .0006).
        Assert.InRange(fit.Aicc, aicc - 100, aicc + 20);
    }

    [Fact]
    public void Fit_MultiplicativeSeason_ForecastsNearR()
    {
        double[] expected = [441.802, 434.119, 496.63, 483.237, 483.991, 551.024, 613.18, 609.365, 530.541, 463.033, 402.748, 451.969];

        var points = new EtsEstimation(Known.Passengers, 12).Fit(new(EtsError.Multiplicative, EtsTrend.Damped, EtsSeason.Multiplicative))!.Project(12).Points;

        Assert.All(expected.Zip(points), pair => Assert.Equal(1, pair.Second / pair.First, 0.1));
    }

    [Fact]
    public void Fit_TooFewValues_IsNull()
    {
        var fit = new EtsEstimation([3, 5, 4, 6], 1).Fit(Level);

        Assert.Null(fit);
    }

    [Fact]
    public void Best_ValuesBelowZero_NothingMultiplies()
    {
        var best = EtsSelection.Best(new EtsEstimation([.. Known.Passengers.Select(value => value - 300)], 12), _ => true)!;

        Assert.Equal(EtsError.Additive, best.Model.Error);
        Assert.NotEqual(EtsSeason.Multiplicative, best.Model.Season);
    }

    private static double Upper(EtsFit fit, int ahead)
    {
        var projection = fit.Project(ahead);
        return projection.Points[ahead - 1] + (1.959964 * Math.Sqrt(projection.Variances[ahead - 1]));
    }
}
