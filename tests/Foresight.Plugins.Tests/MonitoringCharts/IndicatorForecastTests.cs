using Foresight.Plugins.MonitoringCharts;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.MonitoringCharts;

public sealed class IndicatorForecastTests : IDisposable
{
    private readonly InMemoryTables _tables = new();

    [Fact]
    public async Task Chart_SteadySeries_DrawsAFanWhoseTitleIsTheInterval()
    {
        Rising(2003, 20);

        var spec = (await ChartAsync(Some.Indicator("X"))).Spec!;

        Assert.Equal(ChartKind.Fan, spec.Kind);
        Assert.Matches(@"^Lån från bibliotek i Hemby väntas ligga mellan [\d,]+ och [\d,]+ lån per invånare år 2028$", spec.Title);
        Assert.InRange(spec.Title.Length, 20, 90);
        Assert.Matches(@"Fel mot naiv prognos: 0,\d\d \(under 1 är bättre än att upprepa det senaste värdet\), prövat från fyra tidigare punkter\.", spec.Subtitle);
        Assert.StartsWith("Egen bearbetning av uppgifter från Kungliga biblioteket via Kolada (X)", spec.SourceLine, StringComparison.Ordinal);
        var points = Assert.Single(spec.Series).Points;
        Assert.Equal(["2023", "2024", "2025", "2026", "2027", "2028"], points.Where(point => point.Bands.Count == 3).Select(point => point.Period!.Value.Text));
    }

    [Fact]
    public async Task Chart_EveryNumberAhead_HasEvidence()
    {
        Rising(2003, 20);

        var spec = (await ChartAsync(Some.Indicator("X"))).Spec!;

        var told = spec.Evidence.Select(evidence => evidence.Value).OfType<double>().ToHashSet();
        var printed = spec.Series[0].Points.SelectMany(point => point.Bands.SelectMany(band => new[] { band.Low, band.High }).Append(point.Value!.Value));
        Assert.All(printed, number => Assert.Contains(number, told));
        Assert.All(spec.Evidence, evidence => Assert.StartsWith("dataset=kolada indicator=X ref_area=1487 period=", evidence.Record, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chart_WhereTheLastValueIsAsGood_TheTitleSaysSo()
    {
        // A leap that turns as soon as it is learnt: nothing beats the last value.
        _tables.Figures("X", "1487", [.. new double[] { 10, 10.5, 9.8, 10.1, 14, 18, 22, 19, 15, 11, 15, 19, 23 }.Select((value, i) => (2010 + i, (double?)value))]);

        var spec = (await ChartAsync(Some.Indicator("X"))).Spec!;

        Assert.EndsWith("men senaste värdet är en minst lika god gissning", spec.Title, StringComparison.Ordinal);
        Assert.Matches(@"Fel mot naiv prognos: [1-9],\d\d", spec.Subtitle);
    }

    [Fact]
    public async Task Chart_GapInTheSeries_LearnsFromTheEndAndLeavesTheGapOpen()
    {
        _tables.Figures("X", "1487", [.. Enumerable.Range(2003, 20).Where(year => year != 2010).Select(year => (year, (double?)(year - 1990 + (year % 3))))]);

        var spec = (await ChartAsync(Some.Indicator("X", kinds: SeriesKinds.Gaps))).Spec!;

        Assert.Contains("Prognos från 12 värden 2011–2022", spec.Subtitle, StringComparison.Ordinal);
        Assert.Null(Assert.Single(spec.Series[0].Points, point => point.Label == "2010").Value);
    }

    [Fact]
    public async Task Chart_Options_SetHorizonAndStart()
    {
        Rising(2003, 20);

        var spec = (await ChartAsync(Some.Indicator("X"), ("Horizon", 2), ("From", 2008))).Spec!;

        Assert.Equal("2024", spec.Series[0].Points[^1].Label);
        Assert.Contains("Prognos från 15 värden 2008–2022", spec.Subtitle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SeriesKinds.Step)]
    [InlineData(SeriesKinds.Rolling)]
    [InlineData(SeriesKinds.FewPoints)]
    public async Task Chart_SeriesThatCannotBeForecast_SaysWhy(SeriesKinds kinds)
    {
        Rising(2003, 20);

        var outcome = await ChartAsync(Some.Indicator("X", kinds: kinds) with { MeasuredYears = [2003, 2010, 2022] });

        Assert.Null(outcome.Spec);
        Assert.StartsWith("Lån från bibliotek i Hemby (X): ", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chart_MonthlySeries_IsReadInMonths()
    {
        for (var month = Period.Month(2021, 1); month < Period.Month(2026, 1); month = month.Plus(1))
        {
            _tables.Figure("X", "1487", month.Text, 100 + month.Start.Month + (month.Start.Year % 2));
        }

        var spec = (await ChartAsync(Some.Indicator("X"), ("Horizon", 6))).Spec!;

        Assert.Equal("2026-06", spec.Series[0].Points[^1].Label);
        Assert.EndsWith("i juni 2026", spec.Title, StringComparison.Ordinal);
        Assert.Contains("värdet från samma tid året före", spec.Subtitle, StringComparison.Ordinal);
    }

    public void Dispose() => _tables.Dispose();

    private void Rising(int first, int count) =>
        _tables.Figures("X", "1487", [.. Enumerable.Range(0, count).Select(i => (first + i, (double?)(10 + (0.5 * i) + (i % 3 * 0.1))))]);

    private Task<ChartOutcome> ChartAsync(Indicator indicator, params (string, object)[] options) =>
        Parts.ChartAsync(new MonitoringChartsPlugin(), "indicator-forecast", _tables, Some.Policy(indicator), "sv", [("Indicator", indicator.Id), .. options]);
}
