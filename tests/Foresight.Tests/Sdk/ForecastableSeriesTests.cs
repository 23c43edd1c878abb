using Foresight.Methods.Forecasting;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Sdk;

public sealed class ForecastableSeriesTests
{
    [Fact]
    public void FewestValues_AreThoseOfTheForecaster()
    {
        Assert.Equal(Forecaster.FewestValues, ForecastableSeries.FewestValues);
    }

    [Fact]
    public void Of_GapInTheMiddle_TakesTheUnbrokenEndAndFillsNothing()
    {
        var series = ForecastableSeries.Of(Years(2000, 1, 2, 3, 4, null, 6, 7, 8, 9, 10, 11.5));

        Assert.Null(series.Reason);
        Assert.Equal(["2005", "2006", "2007", "2008", "2009", "2010"], series.Periods.Select(period => period.Text));
        Assert.Equal([6, 7, 8, 9, 10, 11.5], series.Values);
    }

    [Fact]
    public void Of_BreakInThePolicyOrTheStatus_BeginsWithIt()
    {
        var figures = Years(2000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        var flagged = figures.Select(figure => SeriesFigure.Of(figure.Period, figure.Value, figure.Period.Text == "2005" ? "bp" : "")).ToArray();

        Assert.Equal("2004", ForecastableSeries.Of(figures, Some with { Breaks = [2004, 2030] }).Periods[0].Text);
        Assert.Equal("2005", ForecastableSeries.Of(flagged, Some).Periods[0].Text);
        Assert.Equal("2006", ForecastableSeries.Of(flagged, Some, Period.Year(2006)).Periods[0].Text);
    }

    [Theory]
    [InlineData(SeriesKinds.Step)]
    [InlineData(SeriesKinds.Rolling)]
    [InlineData(SeriesKinds.FewPoints)]
    [InlineData(SeriesKinds.Gaps | SeriesKinds.Rolling)]
    public void Of_KindThatOnlyRepeatsHowItIsMade_SaysWhyNot(SeriesKinds kinds)
    {
        var series = ForecastableSeries.Of(Years(2000, 1, 2, 3, 4, 5, 6, 7, 8), Some with { Kinds = kinds });

        Assert.NotNull(series.Reason);
        Assert.EndsWith(".", series.Reason.Sv, StringComparison.Ordinal);
        Assert.Empty(series.Values);
    }

    [Fact]
    public void Of_FiveValuesInARow_SaysHowManyThereAre()
    {
        var series = ForecastableSeries.Of(Years(2000, 1, 2, 3, null, 4, 5, 6, 7, 8));

        Assert.Equal("A forecast needs at least 6 comparable values in a row up to the newest; there are 5.", series.Reason?.En);
    }

    [Fact]
    public void Of_ValuesThatMostlyRepeat_AreNoSeries()
    {
        var repeated = ForecastableSeries.Of(Years(2000, 4.5, 4.5, 4.5, 4.5, 5.2, 5.2, 5.2, 5.2));
        var seldom = ForecastableSeries.Of(Years(2000, 0, 0, 3, 0, 0, 0, 1, 0));

        Assert.NotNull(repeated.Reason);
        Assert.Null(seldom.Reason);
    }

    [Fact]
    public void Of_BlankWrittenAsZero_IsAGap()
    {
        var series = ForecastableSeries.Of(Years(2000, 9, 8, 0, 5, 6, 7, 8, 9, 10), Some with { ZeroIsBlank = true });

        Assert.Equal("2003", series.Periods[0].Text);
    }

    [Fact]
    public void Of_ShareInPerCent_CannotPassAHundred()
    {
        var figures = Years(2000, 91, 93, 95, 96, 98, 99);

        Assert.Equal(100, ForecastableSeries.Of(figures, Some with { Unit = new LocalText("procent", "per cent") }).Greatest);
        Assert.Null(ForecastableSeries.Of(figures, Some).Greatest);
    }

    [Theory]
    [InlineData(2026, 6)]
    [InlineData(2024, 4)]
    [InlineData(2040, 10)]
    [InlineData(2010, 1)]
    public void HorizonAt_Today_EndsInTheSecondYearAndWithinHalfOfTheValues(int year, int expected)
    {
        var series = ForecastableSeries.Of(Years(2003, [.. Enumerable.Range(0, 20).Select(value => (double?)value)]));

        Assert.Equal(expected, series.HorizonAt(new DateOnly(year, 9, 5)));
    }

    [Fact]
    public void Next_Months_GoOnOverTheYear()
    {
        var series = ForecastableSeries.Of([.. Enumerable.Range(0, 11).Select(month => new SeriesFigure(Period.Month(2025, 1).Plus(month), month))]);

        Assert.Equal(12, series.Season);
        Assert.Equal(["2025-12", "2026-01", "2026-02"], series.Next(3).Select(period => period.Text));
    }

    private static Indicator Some { get; } = new()
    {
        Id = "X",
        Source = "s",
        Dataset = "d",
        FocusAreas = [],
        Name = new LocalText("något", "something"),
        Unit = new LocalText("kronor", "kronor"),
        Producer = "SCB",
        Why = new LocalText("", ""),
    };

    private static SeriesFigure[] Years(int first, params double?[] values) => [.. values.Select((value, i) => new SeriesFigure(Period.Year(first + i), value))];
}
