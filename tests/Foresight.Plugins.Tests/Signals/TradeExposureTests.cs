using Foresight.Engine.Briefs;
using Foresight.Plugins.MonitoringCharts;
using Foresight.Plugins.Signals;
using Foresight.Plugins.TradeStatistics;
using Foresight.Sdk;
using Xunit;
using static Foresight.Plugins.Tests.Signals.TradePolicy;

namespace Foresight.Plugins.Tests.Signals;

public sealed class TradeExposureTests : IDisposable
{
    private const double Million = 1e6;

    private readonly TradeStore _trade = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _trade.Dispose();

    [Fact]
    public async Task Product_WithAWorldTotal_TellsLevelChangeAndWhoMadeIt()
    {
        // 10 million a month become 12: Germany 4 to 7, Norway 4 to 3, the secret ones stay at 2. A year of 120 against 144 million.
        _trade.Years("DE", "44071110", 4 * Million, 7 * Million).Years("NO", "44071110", 4 * Million, 3 * Million).Years("QW", "44071110", 2 * Million, 2 * Million)
            .Years("INT_EU27_2020", "44071110", 4 * Million, 7 * Million).Years("EXT_EU27_2020", "44071110", 6 * Million, 5 * Million);

        var outcome = await RunAsync(Watch(Product("wood", "4407")));

        var signal = Assert.Single(outcome.Signals);
        Assert.Equal("Sveriges export av trä var 144 miljoner euro de tolv månaderna till och med juni 2026, 20 % mer än ett år tidigare.", Plain(signal.Headline.Sv));
        Assert.Equal("Sweden's exports of wood were 144 million euros in the twelve months to June 2026, 20% more than a year before.", Plain(signal.Headline.En));
        Assert.Contains("Störst var Tyskland 58 % och Norge 25 %.", Plain(signal.Caveat!.Sv), StringComparison.Ordinal);
        Assert.Contains("Till förändringen bidrog mest Tyskland +30,0 och Norge −10,0 procentenheter.", Plain(signal.Caveat.Sv), StringComparison.Ordinal);
        Assert.Contains("kommuner har ingen handelsstatistik", signal.Caveat.Sv, StringComparison.Ordinal);
        Assert.Equal((Steep.Economic, "exposure", "growth"), (signal.Steep!.Value, signal.Method, signal.FocusArea));
        Assert.Equal(0.2, signal.Figures.Single(figure => figure.Name == "growth").Value, 1e-9);
        Assert.Equal(0.3, signal.Figures.Single(figure => figure.Name == "contribution-de").Value, 1e-9);
        // A sixth has no known partner: nothing is said of concentration, and that is said.
        Assert.DoesNotContain(signal.Figures, figure => figure.Name.StartsWith("hhi", StringComparison.Ordinal));
        Assert.Contains(outcome.Silences, silence => silence.Id == "trade/partners-secret");
    }

    [Fact]
    public async Task Partners_WithMostOfTheTradeUnknown_AreCalledNeitherLargestNorTheCause()
    {
        // 100 become 120; of the 80 that were not fetched some one country may be larger than Germany, and they made most of the change.
        _trade.Years("DE", "4407", 15 * Million, 20 * Million).Years("NO", "4407", 5 * Million, 5 * Million).Years("WORLD", "4407", 100 * Million, 120 * Million);

        var signal = Assert.Single((await RunAsync(Watch(Product("wood", "4407")))).Signals);

        Assert.DoesNotContain("Störst var", signal.Caveat!.Sv, StringComparison.Ordinal);
        Assert.DoesNotContain("bidrog mest", signal.Caveat.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partners_AllKnown_TellConcentrationAndDrift()
    {
        // Half and half become 80 and 20 of 100: the index goes from .5 to .68, and 30 of 100 change hands.
        _trade.Years("DE", "26100000", 50, 80, flow: 1).Years("ZA", "26100000", 50, 20, flow: 1).Years("WORLD", "26100000", 100, 100, flow: 1);

        var outcome = await RunAsync(Watch(Product("wood", "26100000") with { Flow = TradeFlow.Import }));

        var partners = outcome.Signals.Single(signal => signal.Id == "trade/wood/partners");
        Assert.Equal("Sveriges import av trä är koncentrerad till få länder (HHI 0,68 mot 0,50 året före); mest ändrades andelen för Tyskland, från 50 % till 80 %.", Plain(partners.Headline.Sv));
        Assert.Equal(["trade/wood"], partners.Related);
        var figures = outcome.Signals.Single(signal => signal.Id == "trade/wood").Figures.ToDictionary(figure => figure.Name, figure => figure.Value);
        Assert.Equal((0.68, 0.3, 0.36), (Math.Round(figures["hhi-partners"], 9), Math.Round(figures["share-shift"], 9), Math.Round(figures["hhi-partners-normalised"], 9)));
    }

    [Theory]
    [InlineData(800.0, 1.0, Grade.High)] // a fifth of 800 jobs
    [InlineData(800.0, 0.5, Grade.Medium)] // of 400 that work for abroad
    [InlineData(100.0, 1.0, Grade.Low)]
    [InlineData(null, 1.0, null)]
    public async Task Impact_OfAProduct_IsTheJobsThatWouldFollowItsTrade(double? jobs, double exported, Grade? expected)
    {
        _trade.Years("DE", "4407", 50, 40).Years("NO", "4407", 50, 40).Years("WORLD", "4407", 100, 80);

        var outcome = await RunAsync(Watch(Product("wood", "4407") with { LocalJobs = jobs, ExportedShare = exported }));

        Assert.Equal(expected, outcome.Signals.Single(signal => signal.Id == "trade/wood").Impact);
    }

    [Fact]
    public async Task Product_ThatIsASumBesideItsPart_CountsNothingTwice()
    {
        // Heading 8703 holds the electric cars of 87038010; both are stored, and each is watched as a product of its own.
        _trade.Years("DE", "8703", 100 * Million, 100 * Million).Years("DE", "87038010", 40 * Million, 40 * Million)
            .Years("EXT_EU27_2020", "8703", 0, 0).Years("INT_EU27_2020", "8703", 100 * Million, 100 * Million);

        var outcome = await RunAsync(Watch(Product("cars", "8703"), Product("electric", "87038010")));

        var values = outcome.Signals.ToDictionary(signal => signal.Id, signal => signal.Figures.Single(figure => figure.Name == "value-12-months").Value);
        Assert.Equal(1200 * Million, values["trade/cars"]);
        Assert.Equal(480 * Million, values["trade/electric"]);
    }

    [Fact]
    public async Task Heading_ThatOnlyItsPartsTellOf_IsTheirSumOverThePartsOnly()
    {
        // No row of 3915 itself: the six digits 391510 are a sum of the eight below, and are not added to them.
        _trade.Years("NO", "391510", 3, 3).Years("NO", "39151010", 1, 1).Years("NO", "39151090", 2, 2).Years("NO", "39152000", 4, 4);

        var outcome = await RunAsync(Watch(Product("plastic", "3915")));

        Assert.Equal(12 * 7, outcome.Signals.Single().Figures.Single(figure => figure.Name == "value-12-months").Value);
    }

    [Theory]
    [InlineData("confidential", "sekretessbelagda")]
    [InlineData("hidden", "döljs under en annan varukod")]
    [InlineData("absent", "troligen av sekretess eftersom det bara finns en tillverkare")]
    public async Task Product_ThatIsConfidential_IsToldByItsMirrorAndSaysSo(string how, string why)
    {
        _trade.Years("DE", "8703", 1, 1).Years("WORLD", "8703", 1, 1);
        _ = how switch
        {
            "confidential" => _trade.Months("DE", "72024110", "SE", 2, "comext", [.. Enumerable.Repeat<double?>(5, 20), double.NaN, double.NaN, double.NaN, double.NaN]),
            "hidden" => _trade.Years("QW", "7202XXXX", 9, 9),
            _ => _trade,
        };
        foreach (var (partner, value) in new[] { ("DE", 2.0), ("FI", 1.0), ("IT", 0.5) })
        {
            _trade.Years("SE", "72024110", value * Million, 1.2 * value * Million, reporter: partner, flow: 1, source: "mirror");
        }

        var outcome = await RunAsync(Watch(Product("ferrochrome", "72024110", "72024190") with { OneProducer = true }) with { MirrorSource = "mirror", Mirrors = ["DE", "FI", "IT", "BE"] });

        var signal = outcome.Signals.Single(one => one.Id == "trade/ferrochrome");
        Assert.StartsWith("Enligt sin egen importstatistik tog Tyskland, Finland och Italien emot trä från Sverige för 50,4 miljoner euro", Plain(signal.Headline.Sv), StringComparison.Ordinal);
        Assert.Contains(why, signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Contains("20 % mer", Plain(signal.Headline.Sv), StringComparison.Ordinal);
        Assert.DoesNotContain(signal.Figures, figure => figure.Name.StartsWith("hhi", StringComparison.Ordinal));
        Assert.Contains(outcome.Silences, silence => silence.Id == "trade/partners-not-whole");
        Assert.Contains("ref_area=DE|FI|IT counterpart_area=us product=72024110+72024190 flow=1", signal.Evidence[0].Record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mirror_ThatDiffersMuch_IsTold()
    {
        _trade.Years("DE", "4407", 100, 100).Years("WORLD", "4407", 100, 100).Years("SE", "4407", 150, 150, reporter: "DE", flow: 1, source: "mirror");

        var signal = (await RunAsync(Watch(Product("wood", "4407")) with { MirrorSource = "mirror", Mirrors = ["DE"] })).Signals.Single(one => one.Id == "trade/wood");

        Assert.Contains("Tysklands egna och våra ligger 40 % isär", Plain(signal.Caveat!.Sv), StringComparison.Ordinal);
        Assert.Equal(0.4, signal.Figures.Single(figure => figure.Name == "mirror-difference-de").Value, 1e-9);
    }

    [Fact]
    public async Task Products_WithoutFigures_AreOneSilenceForAll()
    {
        _trade.Years("DE", "8703", 1, 1);

        var outcome = await RunAsync(Watch(Product("wood", "4407"), Product("ore", "26100000") with { Name = Some.Text("malm", "ore") }));

        Assert.Empty(outcome.Signals);
        var silence = outcome.Silences.Single(one => one.Id == "trade/not-told");
        Assert.StartsWith("Om handeln med trä och malm sägs inget:", silence.Reason.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_WithAGap_AreNotComparedAsYears()
    {
        _trade.Months("DE", "4407", "SE", 2, "comext", [.. Enumerable.Repeat<double?>(1, 10), null, .. Enumerable.Repeat<double?>(1, 13)]);

        var outcome = await RunAsync(Watch(Product("wood", "4407")));

        Assert.Empty(outcome.Signals);
        Assert.Contains(outcome.Silences, silence => silence.Id == "trade/too-few-months");
    }

    [Fact]
    public async Task Policy_WithoutAWatch_SaysThatTradeWasNotLookedAt()
    {
        _trade.Years("DE", "4407", 1, 1);

        var outcome = await RunAsync(null);

        Assert.Empty(outcome.Signals);
        Assert.Equal("trade/watch", Assert.Single(outcome.Silences).Id);
    }

    [Fact]
    public async Task Sentences_OfAProduct_PrintNoNumberWithoutEvidence()
    {
        _trade.Years("DE", "4407", 4 * Million, 7 * Million).Years("NO", "4407", 4 * Million, 3 * Million).Years("WORLD", "4407", 8 * Million, 10 * Million);

        var outcome = await RunAsync(Watch(Product("wood", "4407")));

        Assert.Equal(2, outcome.Signals.Count);
        Assert.All(outcome.Signals, signal =>
        {
            Assert.Empty(Untraced(signal, signal.Headline.Sv + " " + signal.Caveat!.Sv, "sv"));
            Assert.Empty(Untraced(signal, signal.Headline.En + " " + signal.Caveat!.En, "en"));
        });
    }

    [Fact]
    public async Task LabourMarket_OfTwoPlaces_IsToldTogetherInTheNewestCommonYear()
    {
        // 15,000 jobs with 8 % and 30,000 with 12 %: 1,200 + 3,600 of 45,000. Of 2024 only one of the two places has figures.
        using var store = await _trade.Years("DE", "4407", 1, 2).OpenAsync(Cancellation);
        await TradeStore.AppendAsync(store, "kolada",
        [
            TradeStore.Indicator("JOBS", 2023, ("1487", 15_000), ("1401", 30_000)), TradeStore.Indicator("GOODS", 2023, ("1487", 8), ("1401", 12)),
            TradeStore.Indicator("JOBS", 2024, ("1487", 16_000)), TradeStore.Indicator("GOODS", 2024, ("1487", 9)), TradeStore.Indicator("OUT", 2023, ("1487", 49.6)),
        ], Cancellation);
        var policy = PolicyOf(Watch(Product("wood", "4407")) with { LabourMarket = ["grannea", "hemby"], JobsIndicator = "JOBS", GoodsShareIndicator = "GOODS", CommutingIndicator = "OUT" });
        policy = policy with { Indicators = [Some.Indicator("JOBS"), Some.Indicator("GOODS"), Some.Indicator("OUT")] };

        var outcome = await Parts.OutcomeAsync(new SignalsPlugin(), "trade-exposure", store.Tables, policy, []);

        var signal = outcome.Signals.Single();
        Assert.EndsWith(
            "I Hemby och Grannea tillsammans finns 4800 av 45 000 jobb (11 %) i tillverkning och utvinning (2023), och 50 % av de sysselsatta som bor i Hemby arbetar någon annanstans (2023).",
            Plain(signal.Caveat!.Sv), StringComparison.Ordinal);
        Assert.Equal(4800, signal.Figures.Single(figure => figure.Name == "local-goods-jobs").Value, 1e-9);
        Assert.Empty(Untraced(signal, signal.Headline.Sv + " " + signal.Caveat.Sv, "sv"));
        Assert.DoesNotContain(outcome.Silences, silence => silence.Id == "trade/local-weight");
    }

    [Fact]
    public async Task Chart_OfAProduct_HasTheMonthsOfTwoYears()
    {
        _trade.Years("DE", "4407", 2 * Million, 3 * Million).Years("NO", "4407", Million, Million).Years("WORLD", "4407", 3 * Million, 4 * Million);
        using var store = await _trade.OpenAsync(Cancellation);

        var chart = await Parts.ChartAsync(new MonitoringChartsPlugin(), "product-watch", store.Tables, PolicyOf(Watch(Product("wood", "4407"))), "sv", ("Product", "wood"));
        var none = await Parts.ChartAsync(new MonitoringChartsPlugin(), "product-watch", store.Tables, PolicyOf(Watch(Product("ore", "26"))), "sv", ("Product", "ore"));

        Assert.Equal("Exporten av trä ökade med 33 % på ett år", Plain(chart.Spec!.Title));
        Assert.Equal([.. Enumerable.Repeat<double?>(3, 12), .. Enumerable.Repeat<double?>(4, 12)], chart.Spec.Series.Single().Points.Select(point => point.Value));
        Assert.Null(none.Spec);
    }

    [Fact]
    public async Task Capture_OfAMonthOfAllPartners_IsCompleteButForSecretOnes()
    {
        // Eurostat's own answer for imports of one product by the EU: its parts are its total.
        var path = SharedFolder.Path("captures", "statistics", "trade", "comext", "imports_EU27_84834030_2025-06.csv");
        using var comext = PluginHarness.For<TradeStatisticsPlugin>("comext", new ComextOptions { Reporters = ["EU27_2020"], Products = ["84834030"] });
        // One month stands for 24, so that there is a year to compare with a year.
        var lines = await File.ReadAllLinesAsync(path, Cancellation);
        comext.Web.Serve("*", string.Join('\n', lines.Take(1).Concat(Enumerable.Range(0, 24).SelectMany(month => lines.Skip(1)
            .Select(line => line.Replace("2025-06", TradeStore.First.AddMonths(month).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))))) + "\n");
        using var store = await _trade.Years("DE", "01", 1, 1).OpenAsync(Cancellation);
        await TradeStore.AppendAsync(store, "eu", await comext.ReadAsync(), Cancellation);
        var policy = PolicyOf(Watch(Product("gears", "84834030") with { Flow = TradeFlow.Import }) with { Source = "eu" });
        policy = policy with { Places = [.. policy.Places.Select(place => place.Id == "riket" ? place with { Codes = new Dictionary<string, IReadOnlyList<PlaceCode>> { ["comext"] = [new PlaceCode("EU27_2020")] } } : place)] };

        var outcome = await Parts.OutcomeAsync(new SignalsPlugin(), "trade-exposure", store.Tables, policy, []);

        var signal = outcome.Signals.Single(one => one.Id == "trade/gears");
        var figures = signal.Figures.ToDictionary(figure => figure.Name, figure => figure.Value);
        var total = lines.Select(line => line.Split(',')).Where(cells => cells[4] is "INT_EU27_2020" or "EXT_EU27_2020" && cells[7] == "VALUE_IN_EUROS").Sum(cells => double.Parse(cells[9], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(12 * total, figures["value-12-months"], 1.0);
        Assert.Equal(0, figures["growth"], 1e-9);
        Assert.InRange(figures["hhi-partners"], 0.02, 1);
    }

    [Fact]
    public async Task Capture_OfWits_TellsSectionsAndKeepsSilentOnPartners()
    {
        using var store = await _trade.Years("DE", "01", 1, 1).OpenAsync(Cancellation);
        foreach (var (code, file) in new[] { ("SWE", "SWE"), ("WLD", "Wld") })
        {
            var text = await File.ReadAllTextAsync(SharedFolder.Path("captures", "statistics", "trade", "wits-2019", $"en_{file}_AllYears_WITS_Trade_Summary.CSV"), Cancellation);
            using var wits = PluginHarness.For<TradeStatisticsPlugin>("wits", new WitsOptions { Reporters = [code] });
            wits.Web.Serve("*", text);
            await TradeStore.AppendAsync(store, "wits", await wits.ReadAsync(), Cancellation);
        }

        var outcome = await Parts.OutcomeAsync(new SignalsPlugin(), "trade-exposure", store.Tables, PolicyOf(Watch(Product("wood", "4407")) with { SummarySource = "wits" }), []);

        var sections = outcome.Signals.Single(signal => signal.Id == "trade/summary/sections");
        Assert.Contains("varuexport 2019 (161 miljarder US-dollar)", Plain(sections.Headline.Sv), StringComparison.Ordinal);
        // By hand from the file: the sixteen sections' squared shares.
        Assert.InRange(sections.Figures.Single(figure => figure.Name == "hhi-products").Value, 0.11, 0.14);
        Assert.Contains("2019", outcome.Signals.Single(signal => signal.Id == "trade/summary/partners").Headline.Sv, StringComparison.Ordinal);
        // Sweden is known for its wood: far above the world's share.
        Assert.InRange(outcome.Signals.Single(signal => signal.Id == "trade/summary/advantage/wood").Figures.Single(figure => figure.Name == "rca").Value, 2, 6);
        Assert.Contains(outcome.Silences, silence => silence.Id == "trade/summary/partners-top-five");
        Assert.DoesNotContain(outcome.Signals.SelectMany(signal => signal.Figures), figure => figure.Name.StartsWith("hhi-partners", StringComparison.Ordinal) || figure.Name.StartsWith("contribution", StringComparison.Ordinal));
        Assert.All(outcome.Signals, signal => Assert.Empty(Untraced(signal, signal.Headline.Sv + " " + signal.Caveat!.Sv, "sv")));
    }

    private static IReadOnlyList<string> Untraced(Signal signal, string sentence, string language)
    {
        var tracer = new NumberTracer(new BriefInput
        {
            Policy = PolicyOf(null),
            Language = language,
            Audience = new Audience("board", Some.Text("styrelse"), "board", "yearly"),
            Title = Some.Text("brev"),
            AsOf = Parts.Now,
            Signals = [],
            FindingCount = 0,
            Charts = [],
            HeadlineCharts = 0,
            Sources = [],
            Missing = [],
            Tables = null!,
        });
        return [.. tracer.Trace(sentence, [.. signal.Evidence.Select(evidence => new Trace(evidence, null, null, []))], signal.Figures).Where(number => number.How == "untraced").Select(number => number.Printed)];
    }

    private async Task<AnalysisOutcome> RunAsync(ProductWatch? watch)
    {
        using var store = await _trade.OpenAsync(Cancellation);
        return await Parts.OutcomeAsync(new SignalsPlugin(), "trade-exposure", store.Tables, PolicyOf(watch), []);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
