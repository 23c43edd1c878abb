using CsCheck;
using Foresight.Methods.Forecasting;
using Xunit;

namespace Foresight.Methods.Tests.Forecasting;

public sealed class ForecasterTests
{
    [Fact]
    public void Of_PassengersOfTheLastYear_BeatsTheSeasonalNaive()
    {
        var (past, came) = (Known.Passengers[..132], Known.Passengers[132..]);

        var forecast = Forecaster.Of(past, 12, 12);

        Assert.InRange(ForecastErrors.Mase(past, 12, came, forecast.Points)!.Value, 0, 0.7);
        Assert.InRange(ForecastErrors.Mase(past, 12, came, Yardsticks.SeasonalNaive(past, 12, 12))!.Value, 1.2, 2);
        Assert.InRange(forecast.ErrorAgainstNaive!.Value, 0, 0.8);
        Assert.Equal(4, forecast.Origins);
        Assert.InRange(ForecastErrors.Coverage(came, forecast.Intervals[2]), 0.9, 1);
    }

    [Fact]
    public void Of_AnySeries_SharesSumToOneAndIntervalsLieInEachOther() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[6, 40], Gen.Int[0, 2].Select(i => new[] { 1, 4, 12 }[i]), Gen.Int[1, 20]).Sample((values, period, horizon) =>
        {
            var forecast = Forecaster.Of(values, period, horizon);

            Assert.Equal(horizon, forecast.Points.Count);
            Assert.Equal(1, forecast.Methods.Sum(method => method.Share), 1e-9);
            Assert.Equal([0.5, 0.8, 0.95], forecast.Intervals.Select(interval => interval.Level));
            for (var h = 0; h < horizon; h++)
            {
                Assert.True(forecast.Intervals[2].Lower[h] <= forecast.Intervals[1].Lower[h] && forecast.Intervals[1].Lower[h] <= forecast.Intervals[0].Lower[h]);
                Assert.True(forecast.Intervals[0].Lower[h] <= forecast.Points[h] && forecast.Points[h] <= forecast.Intervals[0].Upper[h]);
                Assert.True(forecast.Intervals[0].Upper[h] <= forecast.Intervals[1].Upper[h] && forecast.Intervals[1].Upper[h] <= forecast.Intervals[2].Upper[h]);
            }
        }, iter: 60);

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e9)]
    public void Of_OtherUnit_SameForecastInThatUnit(double unit)
    {
        var forecast = Forecaster.Of(Known.Nile, 1, 5);

        var scaled = Forecaster.Of([.. Known.Nile.Select(value => value * unit)], 1, 5);

        Assert.All(forecast.Points.Zip(scaled.Points), pair => Assert.Equal(1, pair.Second / unit / pair.First, 1e-4));
    }

    [Fact]
    public void Of_SameSeriesTwice_SameNumbers()
    {
        var (first, second) = (Forecaster.Of(Known.Passengers, 12, 24), Forecaster.Of(Known.Passengers, 12, 24));

        Assert.Equal(first.Points, second.Points);
        Assert.Equal(first.Intervals[2].Upper, second.Intervals[2].Upper);
    }

    [Fact]
    public void Of_SeriesThatNeverChanged_IsFlat()
    {
        var forecast = Forecaster.Of([7, 7, 7, 7, 7, 7, 7], 1, 3);

        Assert.Equal(ForecastCase.Flat, forecast.Case);
        Assert.Equal([7, 7, 7], forecast.Points);
        Assert.Null(forecast.ErrorAgainstNaive);
    }

    [Fact]
    public void Of_CasesNowAndThen_IsARateThatFallsWhenNothingComes()
    {
        double[] cases = [0, 2, 0, 0, 1, 0, 3, 0, 0, 2, 0, 0, 1, 0, 2, 0];

        var forecast = Forecaster.Of(cases, 12, 3);
        var later = Forecaster.Of([.. cases, 0, 0, 0, 0, 0, 0, 0, 0], 12, 3);

        Assert.Equal(ForecastCase.Intermittent, forecast.Case);
        Assert.InRange(forecast.Points[0], 0.4, 1.2);
        Assert.Equal((0, 3), (forecast.Intervals[2].Lower[0], forecast.Intervals[2].Upper[0]));
        Assert.True(later.Points[0] < forecast.Points[0]);
    }

    [Fact]
    public void Of_LevelThatBroke_FollowsTheNewLevel()
    {
        // Around 100 for twelve years, around 200 for eight: noise by hand.
        double[] broken = [101, 98, 103, 99, 97, 102, 100, 104, 96, 101, 99, 100, 201, 197, 203, 199, 202, 198, 200, 201];

        var forecast = Forecaster.Of(broken, 1, 3);

        Assert.All(forecast.Points, point => Assert.InRange(point, 190, 225));
    }

    [Fact]
    public void Of_SixValues_IsMade()
    {
        var forecast = Forecaster.Of([3, 4, 4, 5, 6, 6], 1, 2);

        Assert.All(forecast.Points, point => Assert.InRange(point, 5, 8));
    }

    [Fact]
    public void Of_NeverBelowZero_NoBoundIsBelowZero()
    {
        var forecast = Forecaster.Of([30, 24, 19, 13, 9, 6, 4, 2, 1], 1, 8);

        Assert.All(forecast.Points.Concat(forecast.Intervals[2].Lower), value => Assert.True(value >= 0));
    }

    [Fact]
    public void Of_TooFewOrNoNumbers_SaysWhich()
    {
        var few = Assert.Throws<ArgumentException>(() => Forecaster.Of([1, 2, 3], 1, 2));
        var gap = Assert.Throws<ArgumentException>(() => Forecaster.Of([1, 2, double.NaN, 4, 5, 6], 1, 2));

        Assert.StartsWith("A forecast needs at least 6 values; there are 3.", few.Message, StringComparison.Ordinal);
        Assert.StartsWith("Value 3 of 6 is no number; a forecast needs a series without gaps.", gap.Message, StringComparison.Ordinal);
    }
}
