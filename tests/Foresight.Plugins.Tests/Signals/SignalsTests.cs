using System.Globalization;
using System.IO.Compression;
using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals;

public sealed class SignalsTests : IDisposable
{
    private readonly InMemoryTables _tables = new();

    [Fact]
    public async Task IndicatorFindings_EmissionsRoseWithinNoiseWhileTheCountryFell_TellsTheParting()
    {
        _tables.Figures("N00401", "1487", (2000, 13.26), (2010, 7.51), (2015, 7.19), (2016, 6.73), (2017, 7.73), (2018, 7.65), (2019, 8.04), (2020, 7.16), (2021, 7.34), (2022, 7.90));
        _tables.Figures("N00401", "0000", (2015, 5.43), (2022, 4.29));
        Peers("N00401", (2015, 6.34), (2022, 4.83));
        var emissions = Some.Indicator("N00401", Direction.Down, SeriesKinds.Gaps) with { Name = Some.Text("utsläpp", "emissions"), Unit = Some.Text("ton", "tonnes"), Noise = 0.43 };

        var signal = Assert.Single(await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Some.Policy(emissions)));

        Assert.Equal("Utsläpp i Hemby gick från 7,19 till 7,90 ton mellan 2015 och 2022; i jämförbara kommuner minskade medianen från 6,34 till 4,83.", signal.Headline.Sv);
        Assert.Equal("Emissions in Hemby went from 7.19 to 7.90 tonnes between 2015 and 2022; the median of comparable municipalities fell from 6.34 to 4.83.", signal.Headline.En);
        Assert.Equal("Riket: från 5,43 till 4,29. Nivån är sämre än i jämförbara kommuner.", signal.Caveat!.Sv);
        Assert.Equal(new double?[] { 7.90, 7.19, 4.29, 5.43, 4.83, 6.34 }, signal.Evidence.Take(6).Select(evidence => evidence.Value));
        Assert.Equal("load-1", signal.Evidence[0].LoadId);
        Assert.Equal(3, signal.Evidence[0].Answer);
    }

    [Fact]
    public async Task IndicatorFindings_SignTurnsAtTheTarget_SaysThatItWasPassedAndCarriesTheNote()
    {
        _tables.Figures("N00951", "1487", (2010, -179), (2014, 616), (2022, 1981));
        var gap = Some.Indicator("N00951", Direction.Target) with
        {
            Target = 0,
            Decimals = 0,
            Noise = 214,
            Name = Some.Text("lönegap", "pay gap"),
            Unit = Some.Text("kr", "SEK"),
            Note = Some.Text("Plus betyder att kvinnor tjänar mer.", "Plus means that women earn more."),
        };

        var signal = Assert.Single(await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Some.Policy(gap)));

        Assert.Equal("Lönegap i Hemby ökade från −179 till 1981 kr mellan 2010 och 2022 och passerade 0.", signal.Headline.Sv);
        Assert.Equal("The distance to 0 has grown to 1,981. Plus means that women earn more.", signal.Caveat!.En);
    }

    [Theory]
    [InlineData(SeriesKinds.FewPoints)]
    [InlineData(SeriesKinds.Noisy)]
    public async Task IndicatorFindings_FewPointsOrNoisy_StaysSilent(SeriesKinds kind)
    {
        _tables.Figures("X", "1487", (2020, 1), (2021, 5), (2022, 100));
        Peers("X", (2022, 3));

        var outcome = await Parts.OutcomeAsync(new SignalsPlugin(), "indicator-findings", _tables, Some.Policy(Some.Indicator("X", Direction.Up, kind)), []);

        Assert.Empty(outcome.Signals);
        Assert.Equal("indicator/X", Assert.Single(outcome.Silences).Id);
    }

    [Fact]
    public async Task IndicatorFindings_SeriesBreak_IsNotComparedAcross()
    {
        _tables.Figures("X", "1487", (2015, 100), (2019, 100), (2020, 10), (2021, 10), (2022, 10.1));

        Assert.Empty(await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Some.Policy(Some.Indicator("X") with { Breaks = [2020] })));
    }

    [Fact]
    public async Task IndicatorFindings_NameHoldsPlaceAndUnit_RepeatsNeither()
    {
        _tables.Figures("X", "1487", (2014, 0.5), (2022, 0.9));
        var ratio = Some.Indicator("X") with { Name = Some.Text("balanstalet i Hemby", "the balance ratio in Hemby"), Unit = Some.Text("balanstal", "ratio"), Noise = 0.04 };

        var signal = Assert.Single(await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Some.Policy(ratio)));

        Assert.Equal("Balanstalet i Hemby ökade från 0,50 till 0,90 mellan 2014 och 2022.", signal.Headline.Sv);
        Assert.Equal("The balance ratio in Hemby rose from 0.50 to 0.90 between 2014 and 2022.", signal.Headline.En);
    }

    [Fact]
    public async Task IndicatorFindings_ZeroIsBlank_IsNeverPrintedAsAStart()
    {
        _tables.Figures("X", "1487", (2013, 69), (2015, 67), (2022, 53)).Figures("X", "0000", (2013, 0), (2015, 45), (2022, 33));
        Peers("X", (2013, 47), (2015, 46), (2022, 45));

        var signal = Assert.Single(await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Some.Policy(Some.Indicator("X") with { ZeroIsBlank = true, Noise = 3 })));

        Assert.Contains("från 67,00 till 53,00", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.StartsWith("Riket: från 45,00 till 33,00. Det är en försämring, och nivån är bättre än i jämförbara kommuner.", signal.Caveat!.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IndicatorFindings_SeveralOfOneArea_FirstsOfAreasLeadAndWrongTurnsWeighMore()
    {
        foreach (var (id, end) in new[] { ("worse", 2.0), ("better", 8.0), ("neutral", 8.0), ("other", 8.0) })
        {
            _tables.Figures(id, "1487", (2012, 5), (2022, end));
            foreach (var (code, i) in Some.PeerCodes.Select((code, i) => (code, i)))
            {
                _tables.Figures(id, code, (2012, 4 + (i * 0.5)), (2022, 4 + (i * 0.5)));
            }
        }

        var policy = Some.Policy(
            Some.Indicator("neutral", Direction.None), Some.Indicator("better"), Some.Indicator("worse"), Some.Indicator("other") with { FocusAreas = ["climate"] });
        var signals = await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, policy, ("Charts", new Dictionary<string, string> { ["worse"] = "a-chart" }));

        Assert.Equal(["worse", "other", "better", "neutral"], signals.Select(signal => signal.Id["indicator/".Length..]));
        Assert.Equal(["a-chart", null, null, null], signals.Select(signal => signal.Chart));
        Assert.All(signals, signal => Assert.InRange(signal.Weight, 0, 0.95));
    }

    [Fact]
    public async Task Attention_Releases_AreNotCounted()
    {
        for (var i = 0; i < 30; i++)
        {
            _tables.Document("feed", $"old{i}", new DateOnly(2025, 10, 1).AddDays(i), null, null, "news", "growth");
            _tables.Document("kolada", $"new{i}", new DateOnly(2026, 5, 1).AddDays(i), null, null, "release", "climate");
        }

        Assert.Empty(await Parts.SignalsAsync(new SignalsPlugin(), "attention", _tables, Some.Policy()));
    }

    [Fact]
    public async Task ProjectMoney_NeighboursHaveMore_CountsThemAndNamesTheFirst()
    {
        _tables.Partner("Hembys kommun", 47775, "a").Partner("Granneas kommun", 1823787, "b");
        _tables.Figures("N01951", "1487", (2022, 39904)).Figures("N01951", "1401", (2022, 9160)).Figures("N01951", "1402", (2022, 9000));

        var signal = Assert.Single(await Parts.SignalsAsync(
            new SignalsPlugin(), "project-money", _tables, Some.Policy(), ("Source", "interreg"), ("PopulationSource", "kolada"), ("PeerGroup", "peers")));

        Assert.Equal("Hemby har 1,2 euro per invånare i EU-projektmedel; en av 2 grannkommuner har mer, Grannea med 199,1.", signal.Headline.Sv);
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(10, 0)]
    public async Task Attention_ShareGrows_IsToldOnlyWhenThereAreEnoughDocuments(int perHalf, int signals)
    {
        for (var i = 0; i < perHalf; i++)
        {
            _tables.Document("feed", $"old{i}", new DateOnly(2025, 10, 1).AddDays(i), null, null, "news", i % 10 == 0 ? "climate" : "growth");
            _tables.Document("feed", $"new{i}", new DateOnly(2026, 5, 1).AddDays(i), null, null, "news", i % 2 == 0 ? "climate" : "growth");
        }

        var found = await Parts.SignalsAsync(new SignalsPlugin(), "attention", _tables, Some.Policy());

        Assert.Equal(signals, found.Count);
        Assert.All(found, signal => Assert.Equal("Klimat tar större plats: 15 av 30 nyheter de senaste sex månaderna mot 3 av 30 de sex månaderna före.", signal.Headline.Sv));
    }

    [Fact]
    public async Task UpcomingDates_OnlyWhatIsInAnAreaOrARelease_EarliestFirst()
    {
        _tables.Document("riksdagen", "a", due: new DateOnly(2026, 9, 9), title: "Budget.", belongs: "growth").Document("riksdagen", "b", due: new DateOnly(2026, 9, 8), title: "Annat");
        _tables.Document("kolada", "c", due: new DateOnly(2026, 9, 6), title: "Nya siffror", kind: "release");

        var signals = await Parts.SignalsAsync(new SignalsPlugin(), "upcoming-dates", _tables, Some.Policy());

        Assert.Equal(["6\u00A0september 2026 (om en dag): Nya siffror (Kolada).", "9\u00A0september 2026 (om 4 dagar): Budget (Riksdagen)."], signals.Select(signal => signal.Headline.Sv));
    }

    [Fact]
    public async Task IndicatorFindings_RealFigures_FindTheKnownAnswersAndKeepSilentWhereTold()
    {
        var path = SharedFolder.Path("captures", "statistics", "kolada", "derived", "kolada-indicators-all-units.csv.gz");
        Indicator[] indicators =
        [
            Some.Indicator("N05815", Direction.Target, SeriesKinds.Step) with { Target = 50, Noise = null, Decimals = 0, Unit = Some.Text("procent av ledamöterna", "per cent of members"), MeasuredYears = [2006, 2010, 2014, 2018, 2022] },
            Some.Indicator("U01413", Direction.Down, SeriesKinds.Rolling | SeriesKinds.Gaps) with { RollingYears = 4, Noise = 1.0, BySex = true, Since = 2012 },
            Some.Indicator("N00401", Direction.Down, SeriesKinds.Gaps) with { Noise = 0.43 },
            Some.Indicator("N09801") with { Noise = 0.37 },
            Some.Indicator("N07917") with { Noise = 0.28, Since = 2015 },
            Some.Indicator("N00217", Direction.Target, SeriesKinds.Gaps) with { Target = 1, Noise = 0.04, Since = 2014 },
            Some.Indicator("N00951", Direction.Target) with { Target = 0, Noise = 214 },
            Some.Indicator("N45850") with { Noise = 0.25 },
            Some.Indicator("N01993", Direction.None) with { Noise = 5.3, Since = 2014 },
            Some.Indicator("N02267", Direction.Up, SeriesKinds.FewPoints), Some.Indicator("N02268", Direction.Up, SeriesKinds.FewPoints),
            Some.Indicator("N09701", Direction.Up, SeriesKinds.Noisy), Some.Indicator("N02006", Direction.None, SeriesKinds.Noisy) with { Noise = 1.4 },
        ];
        ReadCapture(path, [.. indicators.Select(indicator => indicator.Id)]);

        var signals = await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Some.Policy(indicators));

        Assert.Equal(
            ["N00217", "N00401", "N00951", "N01993", "N05815", "N07917", "N09801", "N45850", "U01413"],
            signals.Select(signal => signal.Id["indicator/".Length..]).Order(StringComparer.Ordinal));
        string Headline(string id) => signals.Single(signal => signal.Id == "indicator/" + id).Headline.Sv;
        Assert.Contains("minskade från 43 procent 2010 till 31 procent 2022", Headline("N05815"), StringComparison.Ordinal);
        Assert.Contains("från 24,00 till 33,30 ", Headline("U01413"), StringComparison.Ordinal);
        Assert.Contains("Kvinnor 28,90, män 36,80.", signals.Single(signal => signal.Id == "indicator/U01413").Caveat!.Sv, StringComparison.Ordinal);
        Assert.Contains("gick från 7,19 till 7,90 lån per invånare mellan 2015 och 2022", Headline("N00401"), StringComparison.Ordinal);
        Assert.Contains("från 7,10 till 2,39 lån per invånare mellan 2010 och 2022", Headline("N09801"), StringComparison.Ordinal);
        Assert.Contains("från 1,95 till 6,72 lån per invånare mellan 2015 och 2022", Headline("N07917"), StringComparison.Ordinal);
        Assert.Contains("från 0,70 till 1,04 lån per invånare mellan 2014 och 2022 och passerade 1", Headline("N00217"), StringComparison.Ordinal);
        Assert.Contains("från −179,00 till 1981,00", Headline("N00951"), StringComparison.Ordinal);
        Assert.Contains("som högst 50,15 (2015) och som lägst 13,41 (2020)", Headline("N01993"), StringComparison.Ordinal);
        Assert.DoesNotContain("3,39", Headline("N45850"), StringComparison.Ordinal);
    }

    public void Dispose() => _tables.Dispose();

    private void Peers(string indicator, params (int Year, double? Value)[] figures)
    {
        foreach (var code in Some.PeerCodes)
        {
            _tables.Figures(indicator, code, figures);
        }
    }

    private void ReadCapture(string path, HashSet<string> indicators)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            if (indicators.Contains(cells[0]) && cells[1] is "1487" or "0000" && double.TryParse(cells[4], CultureInfo.InvariantCulture, out var value))
            {
                _tables.Figure(cells[0], cells[1], cells[2], value, cells[3] == "K" ? "F" : cells[3]);
            }
        }
    }
}
