using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals;

public sealed class IndicatorFindingsTests : IDisposable
{
    private readonly InMemoryTables _tables = new();

    [Fact]
    public async Task Figure_OtherValueInAnEarlierLoad_IsMarkedRevisedWithItsEvidence()
    {
        _tables.Figures("X", "1487", (2015, 2), (2018, 4), (2022, 9)).Superseded("X", "1487", 2022, 7.5).Superseded("X", "1487", 2015, 2);

        var signal = Assert.Single(await SignalsAsync(Some.Indicator("X")));

        Assert.Contains("Uppgiften för 2022 är reviderad (tidigare 7,50).", signal.Caveat!.Sv, StringComparison.Ordinal);
        Assert.Contains("The figure for 2022 has been revised (before: 7.50).", signal.Caveat.En, StringComparison.Ordinal);
        Assert.DoesNotContain("2015 är reviderad", signal.Caveat.Sv, StringComparison.Ordinal);
        var before = Assert.Single(signal.Evidence, evidence => evidence.View == "observations_history");
        Assert.Equal((7.5, "load-0"), (before.Value, before.LoadId));
    }

    [Fact]
    public async Task SteadyFall_OfAGoodThing_IsATrendForTheWorse()
    {
        _tables.Figures("X", "1487", [.. Enumerable.Range(2012, 11).Select(year => (year, (double?)(9 - ((year - 2012) * 0.5) + (year % 2 * 0.1))))]);

        var signal = Assert.Single(await SignalsAsync(Some.Indicator("X")));

        Assert.Equal(SignalLevel.Trend, signal.Level);
        Assert.Equal(Grade.Low, signal.Uncertainty);
        Assert.Equal("indicators", signal.Method);
        Assert.Equal(("Det är en försämring.", "That is a deterioration."), (signal.Caveat!.Sv, signal.Caveat.En));
        Assert.True(signal.Figures.Single(figure => figure.Name == "slope-per-year") is { Value: < -0.49 and > -0.51, Low: > -0.6 and < -0.5, High: < -0.4 and > -0.5, Confidence: 0.95 });
        Assert.StartsWith("Mann-Kendall", signal.Figures.Single(figure => figure.Name == "p-value").Method, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ThatMayBeChance_IsNeitherBetterNorWorse()
    {
        _tables.Figures("X", "1487", (2015, 9), (2016, 5), (2017, 8), (2018, 4), (2019, 8.5), (2020, 4.5), (2021, 7), (2022, 5));

        var signal = Assert.Single(await SignalsAsync(Some.Indicator("X")));

        Assert.Equal((SignalLevel.Signal, Grade.High), (signal.Level, signal.Uncertainty));
        Assert.Equal(("Ändringen kan bero på slumpen.", "The change may be due to chance."), (signal.Caveat!.Sv, signal.Caveat.En));
    }

    [Theory]
    [InlineData(SeriesKinds.Step)]
    [InlineData(SeriesKinds.CurrentPrices)]
    public async Task Kind_WithoutTrend_HasNoTest(SeriesKinds kind)
    {
        _tables.Figures("X", "1487", [.. Enumerable.Range(2010, 13).Select(year => (year, (double?)(year - 2000)))]);
        foreach (var code in Some.PeerCodes)
        {
            _tables.Figures("X", code, (2010, 5), (2022, 5));
        }

        var signal = Assert.Single(await SignalsAsync(Some.Indicator("X", kinds: kind) with { MeasuredYears = [.. Enumerable.Range(2010, 13)] }));

        Assert.DoesNotContain(signal.Figures, figure => figure.Name is "slope-per-year" or "p-value" or "change-point");
        Assert.Equal(kind == SeriesKinds.Step, signal.Figures.Any(figure => figure.Name == "change"));
    }

    [Fact]
    public async Task RollingMean_OnlyYearsThatDoNotOverlap_AreTested()
    {
        _tables.Figures("X", "1487", [.. Enumerable.Range(2010, 13).Select(year => (year, (double?)(year - 2000)))]);

        var signal = Assert.Single(await SignalsAsync(Some.Indicator("X", kinds: SeriesKinds.Rolling) with { RollingYears = 2 }));

        // 2022, 2020 … 2010.
        Assert.Equal(7, signal.Figures.Single(figure => figure.Name == "observations").Value);
    }

    [Fact]
    public async Task SeriesBreak_TrendBeginsThere()
    {
        _tables.Figures("X", "1487", [.. Enumerable.Range(2010, 15).Select(year => (year, (double?)(year < 2016 ? 500 - year : year - 2000)))]);

        var signal = Assert.Single(await SignalsAsync(Some.Indicator("X") with { Breaks = [2016] }));

        Assert.Equal(1, signal.Figures.Single(figure => figure.Name == "slope-per-year").Value, 1e-9);
        Assert.Equal(9, signal.Figures.Single(figure => figure.Name == "observations").Value);
    }

    [Fact]
    public async Task LevelStep_IsAChangePoint_AndALonePandemicDipIsNone()
    {
        _tables.Figures("step", "1487", [.. Enumerable.Range(2003, 20).Select(year => (year, (double?)((year < 2014 ? 3 : 8) + (year % 3 * 0.1))))]);
        _tables.Figures("dip", "1487", [.. Enumerable.Range(2003, 20).Select(year => (year, (double?)(year is 2020 or 2021 ? 1 : (year - 2000) * 0.3)))]);

        var signals = await SignalsAsync(Some.Indicator("step"), Some.Indicator("dip"));

        Assert.Equal(2014, Assert.Single(signals.Single(signal => signal.Id == "indicator/step").Figures, figure => figure.Name == "change-point").Value);
        Assert.DoesNotContain(signals.Single(signal => signal.Id == "indicator/dip").Figures, figure => figure.Name == "change-point");
    }

    [Fact]
    public async Task SmallCount_Level_HasItsInterval()
    {
        _tables.Figures("share", "1487", (2013, 30), (2022, 54)).Figures("events", "1487", (2013, 0.2), (2022, 2));
        var share = Some.Indicator("share", kinds: SeriesKinds.SmallCount) with { Unit = Some.Text("procent", "per cent"), Denominator = 103 };
        var events = Some.Indicator("events", kinds: SeriesKinds.SmallCount) with { Denominator = 23 };

        var signals = await SignalsAsync(share, events);

        var level = signals.Single(signal => signal.Id == "indicator/share").Figures[0];
        Assert.Equal((44.4, 63.3, 0.95), (Math.Round(level.Low!.Value, 1), Math.Round(level.High!.Value, 1), level.Confidence));
        var rate = signals.Single(signal => signal.Id == "indicator/events").Figures[0];
        // Of 23 events R's poisson.test gives 14.58 to 34.51.
        Assert.Equal((2 * 14.58 / 23, 2 * 34.51 / 23), (rate.Low!.Value, rate.High!.Value), new Within(0.001));
    }

    [Fact]
    public async Task Places_WithSeveralCodeLists_TheFirstListRules()
    {
        _tables.Figures("X", "SE232", (2020, 10), (2021, null)).Figures("X", "SE23", (2020, 99), (2021, 98));
        foreach (var (code, i) in new[] { "DK041", "FI197", "DE721" }.Select((code, i) => (code, i)))
        {
            _tables.Figures("X", code, (2020, 20 + i), (2021, 30));
        }

        var signal = Assert.Single(await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Abroad(Some.Indicator("X", Direction.None) with { Peers = "regions" })));

        Assert.Equal("Lån från bibliotek i Hemby låg 2020 på 10,00 lån per invånare; i partnerregionerna är medianen 21,00.", signal.Headline.Sv);
        Assert.Equal("Loans from libraries in Hemby stood at 10.00 loans per inhabitant in 2020; the median of the partner regions is 21.00.", signal.Headline.En);
        Assert.Equal("from the highest of 4 places, NUTS3 (2026)", signal.Figures.Single(figure => figure.Name == "peer-rank").Method);
    }

    [Fact]
    public async Task FiguresOfCountriesOnly_OurCountryStandsForUs()
    {
        _tables.Figures("X", "SWE", (2024, 2.8));
        foreach (var code in new[] { "DNK", "FIN", "DEU" })
        {
            _tables.Figures("X", code, (2024, 6));
        }

        var signal = Assert.Single(await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Abroad(Some.Indicator("X", Direction.None) with { Peers = "countries" })));

        Assert.Equal("Lån från bibliotek i Sverige låg 2024 på 2,80 lån per invånare; i partnerländerna är medianen 6,00.", signal.Headline.Sv);
        Assert.Null(signal.Caveat);
    }

    [Theory]
    [InlineData(62, false)]
    [InlineData(65, true)]
    public async Task SmallCount_ChangeWithinTheChanceOfBothYears_IsNotTold(double now, bool told)
    {
        // Of 100 cases, 50 and 62 per cent differ by less than two proportions may (z 1.7), though 62 alone is sure to within 9.5.
        _tables.Figures("X", "1487", (2015, 50), (2022, now));

        var signals = await SignalsAsync(Some.Indicator("X", kinds: SeriesKinds.SmallCount) with { Unit = Some.Text("procent", "per cent"), Denominator = 100 });

        Assert.Equal(told, signals.Count == 1);
    }

    [Fact]
    public async Task Area_ThatNothingMeasures_SaysSo()
    {
        var policy = Some.Policy() with { FocusAreas = [Some.Area("aid", "Bistånd", "Aid") with { NotMeasured = Some.Text("Det är inte mätt.", "It is not measured.") }] };

        var outcome = await Parts.OutcomeAsync(new SignalsPlugin(), "indicator-findings", _tables, policy, []);

        var silence = Assert.Single(outcome.Silences);
        Assert.Equal(("area/aid", "aid", "It is not measured."), (silence.Id, silence.FocusArea, silence.Reason.En));
    }

    public void Dispose() => _tables.Dispose();

    private Task<IReadOnlyList<Signal>> SignalsAsync(params Indicator[] indicators) =>
        Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Some.Policy(indicators));

    private static Policy Abroad(Indicator indicator)
    {
        Place With(string id, PlaceRole role, string country, params (string List, string Code)[] codes) => new()
        {
            Id = id,
            Name = Some.Text(id == "hemby" ? "Hemby" : id == "sweden" ? "Sverige" : id),
            Role = role,
            Country = country,
            Codes = codes.ToDictionary(code => code.List, code => (IReadOnlyList<PlaceCode>)[new PlaceCode(code.Code)]),
        };
        return Some.Policy(indicator) with
        {
            Places =
            [
                With("hemby", PlaceRole.Home, "SE", ("kolada", "1487"), ("nuts3", "SE232"), ("nuts2", "SE23")),
                With("herning", PlaceRole.TwinTown, "DK", ("nuts3", "DK041")), With("kangasala", PlaceRole.TwinTown, "FI", ("nuts3", "FI197")), With("lich", PlaceRole.TwinTown, "DE", ("nuts3", "DE721")),
                With("sweden", PlaceRole.Country, "SE", ("worldbank", "SWE")), With("denmark", PlaceRole.Country, "DK", ("worldbank", "DNK")),
                With("finland", PlaceRole.Country, "FI", ("worldbank", "FIN")), With("germany", PlaceRole.Country, "DE", ("worldbank", "DEU")),
            ],
            PeerGroups =
            [
                new PeerGroup("regions", "NUTS3", Some.Text("Regioner"), 2026, ["herning", "kangasala", "lich"]),
                new PeerGroup("countries", "ISO3166", Some.Text("Länder"), 2026, ["denmark", "finland", "germany"]),
            ],
        };
    }

    private sealed class Within(double tolerance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < tolerance && Math.Abs(x.Item2 - y.Item2) < tolerance;

        public int GetHashCode((double, double) obj) => 0;
    }
}
