using Foresight.Engine;
using Foresight.Engine.Forecasts;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Forecasts;

public sealed class SeriesForecastTests
{
    private static readonly DateOnly Today = new(2026, 9, 5);

    [Fact]
    public void Of_MonthlySeries_GoesOnWithItsSeason()
    {
        var figures = Enumerable.Range(0, 60).Select(i => new SeriesFigure(Period.Month(2021, 1).Plus(i), 100 + (i % 12 == 6 ? 50 : 0) + (i % 5))).ToArray();

        var forecast = SeriesForecast.Of("gäster", figures, null, 12, Today);

        Assert.Equal(12, forecast.Season);
        Assert.Equal("2026-01", forecast.Periods[0].Period);
        Assert.Equal("2026-07", forecast.Periods.MaxBy(period => period.Point)!.Period);
        Assert.InRange(forecast.Methods.Sum(method => method.Share), 0.999, 1.001);
        Assert.All(forecast.Periods, period => Assert.Equal([0.5, 0.8, 0.95], period.Intervals.Select(interval => interval.Level)));
    }

    [Fact]
    public void Of_SeriesThatCannotBeForecast_TellsTheReasonAndNoNumbers()
    {
        var forecast = SeriesForecast.Of("kort", [new(Period.Year(2024), 1), new(Period.Year(2025), 2)], null, null, Today);

        Assert.Equal("A forecast needs at least 6 comparable values in a row up to the newest; there are 2.", forecast.Reason);
        Assert.Empty(forecast.Periods);
    }

    [Theory]
    [InlineData("2020,1.5\n2021,2\n")]
    [InlineData("year;value\r\n2020;1,5\r\n2021;2,0\r\n")]
    [InlineData("\uFEFFperiod\tvalue\n2021\t2\n2020\t1,5\n")]
    public void Read_CommaSemicolonOrTab_GivesTheSeriesInOrder(string text)
    {
        var figures = SeriesFile.Read(new StringReader(text), "series.csv");

        Assert.Equal([(Period.Year(2020), 1.5), (Period.Year(2021), 2.0)], figures.Select(figure => (figure.Period, figure.Value!.Value)));
    }

    [Fact]
    public void Read_EmptyValue_IsMissingAndNotZero()
    {
        var figures = SeriesFile.Read(new StringReader("2020-01,1\n2020-02,\n2020-03,3\n"), "series.csv");

        Assert.Null(figures[1].Value);
    }

    [Theory]
    [InlineData("period,value\n2020,x\n", "series.csv:2: a period")]
    [InlineData("2020,1\n2020,2\n", "series.csv: the period 2020 stands there 2 times.")]
    [InlineData("2020,1\n2021-03,2\n", "series.csv: periods of several frequencies")]
    [InlineData("period,value\n", "series.csv: no values are in it.")]
    [InlineData("2020,\"1\n", "series.csv:1: a quoted field is never closed.")]
    public void Read_WrongLine_IsToldWithItsPlace(string text, string problem)
    {
        var refusal = Assert.Throws<ConfigurationException>(() => SeriesFile.Read(new StringReader(text), "series.csv"));

        Assert.StartsWith(problem, Assert.Single(refusal.Problems), StringComparison.Ordinal);
    }
}
