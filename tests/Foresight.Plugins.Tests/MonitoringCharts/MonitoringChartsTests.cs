using Foresight.Plugins.MonitoringCharts;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.MonitoringCharts;

public sealed class MonitoringChartsTests : IDisposable
{
    private static readonly (string, object)[] Money = [("Source", "interreg"), ("PopulationSource", "kolada"), ("PeerGroup", "peers")];

    private readonly InMemoryTables _tables = new();

    [Fact]
    public async Task ProjectMoney_CaseDiffersAndPlaceWithoutRow_IsMatchedAndNotZero()
    {
        _tables.Partner("HEMBYS Kommun", 47775, "SorTex").Partner("Granneas kommun", 848460, "a").Partner("Granneas kommun", 627680, "b").Partner("Grannebs kommun", 0, "c");
        _tables.Figures("N01951", "1487", (2021, 39000), (2022, 39904)).Figures("N01951", "1401", (2022, 59249));
        _tables.Figures("N01951", "1402", (2022, 10000)).Figures("N01951", "1407", (2022, 10000));

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "project-money-per-inhabitant", _tables, Some.Policy(), "sv", Money)).Spec!;

        Assert.Equal("Hemby har 1,2 euro per invånare i EU-projektmedel; en grannkommun har mer", spec.Title);
        var points = spec.Series[0].Points;
        Assert.Equal(["Grannea", "Hemby"], points.Take(2).Select(point => point.Label));
        Assert.Equal(24.91, points[0].Value!.Value, 2);
        Assert.Equal(PointMark.Highlight, points[1].Mark);
        Assert.Equal(["belopp okänt", "inget i uppgifterna"], points.Skip(2).Select(point => point.Note));
        Assert.All(points.Skip(2), point => Assert.Null(point.Value));
        Assert.Contains(spec.Evidence, evidence => evidence.Formula == "sum of 1 partner budgets (47775 EUR) / 39904 inhabitants");
    }

    [Fact]
    public async Task IndicatorPeers_StepSeries_ShowsMeasuredYearsOnly()
    {
        var women = Some.Indicator("N05815", Direction.Target, SeriesKinds.Step) with { Target = 50, MeasuredYears = [2010, 2014, 2018, 2022], Noise = null };
        _tables.Figures("N05815", "1487", (2010, 43.1), (2011, 43.1), (2014, 41.2), (2015, 41.2), (2018, 37.3), (2022, 31));

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "indicator-peers", _tables, Some.Policy(women), "sv", ("Indicator", "N05815"))).Spec!;

        Assert.Equal(["2010", "2014", "2018", "2022"], spec.Series[0].Points.Select(point => point.Label));
        Assert.Contains("Mäts inte varje år; bara uppmätta år är med.", spec.Notes);
        Assert.StartsWith("Källa: ", spec.SourceLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IndicatorPeers_GapYearsAndBlankPeers_BreakTheLineAndAreCounted()
    {
        _tables.Figures("N00401", "1487", (2010, 7.51), (2015, 7.19), (2022, 7.90)).Figures("N00401", "0000", (2015, 5.43), (2022, 4.29));
        foreach (var (code, i) in Some.PeerCodes.Select((code, i) => (code, i)))
        {
            _tables.Figures("N00401", code, (2015, 6 + (i * 0.1)), (2022, i < 5 ? 4 + (i * 0.2) : null));
        }

        var emissions = Some.Indicator("N00401", Direction.Down, SeriesKinds.Gaps) with { Published = 2024 };
        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "indicator-peers", _tables, Some.Policy(emissions), "en", ("Indicator", "N00401"))).Spec!;

        Assert.Equal(13, spec.Series[0].Points.Count);
        Assert.Null(spec.Series[0].Points[1].Value);
        Assert.Equal(4.4, spec.Series[1].Points[^1].Value!.Value, 6);
        Assert.Equal("n = 5", spec.Series[1].Points[^1].Note);
        Assert.Contains("worse than", spec.Title, StringComparison.Ordinal);
        Assert.Equal(["Years without data are left empty.", "The source has newer data (to 2024)."], spec.Notes);
        Assert.EndsWith("Peer group: Similar municipalities (2025)", spec.Subtitle, StringComparison.Ordinal);
        Assert.Equal("Own calculations from data of Kungliga biblioteket via Kolada (N00401).", spec.SourceLine);
    }

    [Theory]
    [InlineData(Direction.None)]
    [InlineData(Direction.Up)]
    public async Task IndicatorPeers_NoDirectionOrFewPoints_NeitherJudgesNorClaimsAChange(Direction good)
    {
        _tables.Figures("X", "1487", (2020, 78.6), (2021, 79.6), (2022, 81.3));
        foreach (var code in Some.PeerCodes)
        {
            _tables.Figures("X", code, (2022, good == Direction.None ? 90 : 81.5));
        }

        var spec = (await Parts.ChartAsync(
            new MonitoringChartsPlugin(), "indicator-peers", _tables, Some.Policy(Some.Indicator("X", good, SeriesKinds.FewPoints) with { Noise = 1.3 }), "sv", ("Indicator", "X"))).Spec!;

        Assert.DoesNotContain("bättre", spec.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("sämre", spec.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("ökade", spec.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IndicatorPeers_LongName_KeepsTheTitleWithinNinetyCharacters()
    {
        var name = Some.Text("andelen sfi-elever som klarat minst två kurser inom två år", "the share of SFI students who passed two courses in two years");
        _tables.Figures("X", "1487", (2012, 69), (2022, 53)).Figures("X", "0014", (2012, 1), (2022, 2));
        foreach (var code in Some.PeerCodes)
        {
            _tables.Figures("X", code, (2012, 47), (2022, 45));
        }

        var policy = Some.Policy(Some.Indicator("X") with { Name = name, Unit = Some.Text("procent av eleverna", "per cent of students"), Decimals = 1 });
        policy = policy with { Places = [.. policy.Places, Some.Place("region", PlaceRole.Region, "0014")] };
        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "indicator-peers", _tables, policy, "sv", ("Indicator", "X"))).Spec!;

        Assert.InRange(spec.Title.Length, 20, 90);
        Assert.DoesNotContain(spec.Series, series => series.Name == "Region");
    }

    [Fact]
    public async Task PeerDistance_ManyProducers_NamesThreeAndPrintsTwoNotes()
    {
        var indicators = "ABCDE".Select(id => Some.Indicator(id.ToString()) with { Producer = "Källa " + id, Note = Some.Text("Not om " + id) }).ToArray();
        foreach (var indicator in indicators)
        {
            _tables.Figures(indicator.Id, "1487", (2022, 9));
            foreach (var (code, i) in Some.PeerCodes.Select((code, i) => (code, i)))
            {
                _tables.Figures(indicator.Id, code, (2022, 4 + i));
            }
        }

        var spec = (await Parts.ChartAsync(
            new MonitoringChartsPlugin(), "peer-distance", _tables, Some.Policy(indicators), "sv", ("Indicators", (IReadOnlyList<string>)["A", "B", "C", "D", "E"]))).Spec!;

        Assert.StartsWith("Egen bearbetning av uppgifter från Källa A, Källa B, Källa C m.fl. via Kolada", spec.SourceLine, StringComparison.Ordinal);
        Assert.InRange(spec.Notes.Count, 1, 2);
        Assert.EndsWith("Not om A", spec.Series[0].Points[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemsPerArea_Release_IsADateAndNotCounted()
    {
        _tables.Document("kolada", "a", new DateOnly(2026, 9, 1), null, null, "release", "growth");

        Assert.Null((await Parts.ChartAsync(new MonitoringChartsPlugin(), "items-per-area", _tables, Some.Policy())).Spec);
    }

    [Fact]
    public async Task ItemsPerArea_DocumentInTwoAreas_CountsInBothAndOldOnesDoNot()
    {
        _tables.Document("feed", "a", new DateOnly(2026, 9, 1), null, null, "news", "growth", "climate").Document("feed", "b", new DateOnly(2026, 8, 31), null, null, "news", "growth");
        _tables.Document("feed", "c", new DateOnly(2024, 1, 1), null, null, "news", "growth").Document("feed", "d", new DateOnly(2026, 9, 20), null, null, "news", "growth");

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "items-per-area", _tables, Some.Policy())).Spec!;

        Assert.Equal(18, spec.Series[0].Points.Count);
        Assert.Equal("Flest nyheter handlar om tillväxt: 2 av 3 träffar i fokusområdena", spec.Title);
        Assert.Equal([1, 1, 0], spec.Series.Select(series => series.Points[^1].Value!.Value));
    }

    [Fact]
    public async Task ItemsPerArea_ErrorsKnown_CorrectsTheNumbersAndTracesThem()
    {
        Judged(200, 60, "growth", "climate", "learning");
        foreach (var area in (string[])["growth", "climate", "learning"])
            _tables.Errors(area, new ErrorCounts(240, 60, 150, 1350));

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "items-per-area", _tables, Some.Policy(), "en")).Spec!;

        // (.3 - .1) / (.8 + .9 - 1) of 200; the areas' intervals are the same, so none is surely the largest.
        Assert.Matches(@"^No area is surely the largest; growth has 29% \(\d+–\d+%\) of the stories$", spec.Title);
        Assert.EndsWith("; 200 stories (200 reports) from one source", spec.Subtitle, StringComparison.Ordinal);
        Assert.Contains(spec.Notes, note => note.StartsWith("Share of the stories, corrected for the model's errors, with 95% intervals: growth 29% (", StringComparison.Ordinal));
        Assert.Contains(spec.Evidence, evidence => evidence is { Value: 29, Record: "focus_area=climate published=2025-04-01..2026-09-05" } && evidence.Formula!.Contains("60 of 200 said to belong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ItemsPerArea_ErrorsOfTooFewTexts_SaysThatItDoesNotCorrect()
    {
        Judged(200, 60, "growth", "climate", "learning");
        _tables.Errors("growth", new ErrorCounts(24, 1, 150, 1350));

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "items-per-area", _tables, Some.Policy(), "en")).Spec!;

        Assert.Contains(spec.Notes, note => note.StartsWith("The numbers are not corrected", StringComparison.Ordinal));
        Assert.DoesNotContain('%', spec.Title);
    }

    [Fact]
    public async Task TradeByPartner_PartnerAmongTheFiveInOneDirection_IsBlankInTheOther()
    {
        _tables.Trade("Germany", "2", "Trade (US$ Mil)-Top 5 Export Partner", 2019, 16429.94, "Export").Trade("Norway", "2", "Trade (US$ Mil)-Top 5 Export Partner", 2019, 16985.99, "Export");
        _tables.Trade("Germany", "1", "Trade (US$ Mil)-Top 5 Import Partner", 2019, 28256.04, "Import").Trade("China", "1", "Trade (US$ Mil)-Top 5 Import Partner", 2019, 8229.67, "Import");
        _tables.Trade("Germany", "1", "Partner share(%)-Top 5 Import Partner", 2019, 17.78, "Import").Trade("Finland", "2", "Trade (US$ Mil)-Top 5 Export Partner", 2018, 11537.6, "Export");

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "trade-by-partner", _tables, Some.Policy(), "sv", ("Source", "wits"), ("Reporter", "SWE"))).Spec!;

        Assert.Equal("Sverige exporterade mest till Norge och importerade mest från Tyskland 2019", spec.Title);
        Assert.Equal(["Tyskland", "Norge", "Kina"], spec.Series[0].Points.Select(point => point.Label));
        Assert.Equal(("inte bland de fem största", null), (spec.Series[0].Points[2].Note, spec.Series[0].Points[2].Value));
        Assert.Equal(4, spec.Evidence.Count);
    }

    [Fact]
    public async Task UpcomingDates_PastAndFarDates_AreLeftOut()
    {
        _tables.Document("riksdagen", "a", due: new DateOnly(2026, 9, 5), title: "I dag").Document("riksdagen", "b", due: new DateOnly(2026, 9, 4)).Document("kolada", "c", due: new DateOnly(2027, 9, 4));

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "upcoming-dates", _tables, Some.Policy())).Spec!;

        Assert.Equal("En dag att bevaka: 5\u00A0september 2026", spec.Title);
        Assert.Equal("I dag", Assert.Single(Assert.Single(spec.Series).Points).Label);
    }

    [Fact]
    public async Task UpcomingDates_ReleaseOfAnIndicator_IsNamedByIt()
    {
        _tables.Document("kolada", "X-2026-09-25", due: new DateOnly(2026, 9, 25), title: "Lån totalt, antal/inv", kind: "release");
        _tables.Document("riksdagen", "b", due: new DateOnly(2026, 9, 25), title: "Ett mycket långt ärende som handlar om många saker och därför inte ryms på en rad.");

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "upcoming-dates", _tables, Some.Policy(Some.Indicator("X")))).Spec!;

        Assert.Equal("En dag att bevaka: 25\u00A0september 2026", spec.Title);
        Assert.Equal(
            ["Nya siffror: lån från bibliotek", "Ett mycket långt ärende som handlar om många saker och därför inte…"],
            spec.Series.SelectMany(series => series.Points).Select(point => point.Label));
    }

    [Fact]
    public async Task PeerDistance_LessIsBetter_IsTurnedSoThatWorseLiesLeft()
    {
        _tables.Figures("N00401", "1487", (2022, 7.0));
        foreach (var (code, i) in Some.PeerCodes.Select((code, i) => (code, i)))
        {
            _tables.Figures("N00401", code, (2022, 4 + i));
        }

        var policy = Some.Policy(Some.Indicator("N00401", Direction.Down) with { Noise = 0 }, Some.Indicator("N01993", Direction.None));
        var spec = (await Parts.ChartAsync(
            new MonitoringChartsPlugin(), "peer-distance", _tables, policy, "sv", ("Indicators", (IReadOnlyList<string>)["N00401", "N01993"]))).Spec!;

        // The peers' values are 4 to 10, median 7: we stand on it. One step up is a third of half their range.
        Assert.Equal(0, Assert.Single(spec.Series[0].Points).Value);
        Assert.Contains("Kan inte jämföras: lån från bibliotek.", spec.Notes);
    }

    [Theory]
    [InlineData("project-money-per-inhabitant")]
    [InlineData("items-per-area")]
    [InlineData("coverage")]
    [InlineData("indicator-peers")]
    [InlineData("peer-distance")]
    [InlineData("trade-by-partner")]
    [InlineData("upcoming-dates")]
    public async Task AnyChart_EmptyStore_SaysWhyInOneSentenceOfEachLanguage(string id)
    {
        (string, object)[] options = id switch
        {
            "project-money-per-inhabitant" => Money,
            "indicator-peers" => [("Indicator", "X")],
            "peer-distance" => [("Indicators", (IReadOnlyList<string>)["X"])],
            "trade-by-partner" => [("Source", "wits"), ("Reporter", "SWE")],
            _ => [],
        };

        var swedish = await Parts.ChartAsync(new MonitoringChartsPlugin(), id, _tables, Some.Policy(Some.Indicator("X")), "sv", options);
        var english = await Parts.ChartAsync(new MonitoringChartsPlugin(), id, _tables, Some.Policy(Some.Indicator("X")), "en", options);

        Assert.Null(swedish.Spec);
        Assert.EndsWith(".", swedish.Reason, StringComparison.Ordinal);
        Assert.NotEqual(swedish.Reason, english.Reason);
    }

    public void Dispose() => _tables.Dispose();

    // Documents of August with a verdict on each area, of which the first so many belong.
    private void Judged(int documents, int belong, params string[] areas)
    {
        for (var i = 0; i < documents; i++)
        {
            _tables.Document("feed", $"d{i:D3}", new DateOnly(2026, 8, 15), null, null, "news", i < belong ? areas : []);
            if (i >= belong)
            {
                foreach (var area in areas)
                    _tables.Execute("INSERT INTO classifications (_source, _item_id, _revision, focus_area, probability, threshold, belongs, model_version, policy_version, _current) VALUES ('feed', $1, 1, $2, 0.1, 0.5, false, 'm1', '1', true)", $"d{i:D3}", area);
            }
        }
    }
}
