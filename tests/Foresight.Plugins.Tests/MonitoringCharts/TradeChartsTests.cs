using Foresight.Plugins.MonitoringCharts;
using Foresight.Plugins.Signals;
using Foresight.Plugins.Tests.Signals;
using Foresight.Plugins.TradeStatistics;
using Foresight.Sdk;
using Xunit;
using static Foresight.Plugins.Tests.Signals.TradePolicy;

namespace Foresight.Plugins.Tests.MonitoringCharts;

public sealed class TradeChartsTests : IDisposable
{
    private const string Contributions = "trade-contributions";
    private const string Concentration = "trade-concentration";
    private const double Million = 1e6;

    private readonly TradeStore _trade = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _trade.Dispose();

    [Fact]
    public async Task Contributions_OfPartners_AddUpToTheGrowth()
    {
        // 10 a month become 12: Germany +3, Norway -1, and 2 of each with no known partner.
        _trade.Years("DE", "4407", 4 * Million, 7 * Million).Years("NO", "4407", 4 * Million, 3 * Million).Years("QW", "4407", 2 * Million, 2 * Million).Years("WORLD", "4407", 10 * Million, 12 * Million);

        var sv = await DrawnAsync(Contributions, Watch(Product("wood", "4407")), "sv", ("Product", "wood"));
        var en = await DrawnAsync(Contributions, Watch(Product("wood", "4407")), "en", ("Product", "wood"));

        Assert.Equal("Exporten av trä ökade med 20 %, mest till Tyskland", Plain(sv.Title));
        Assert.Equal("Exports of wood rose by 20%, above all to Germany", en.Title);
        Assert.Equal(ChartKind.Bars, sv.Kind);
        Assert.Equal([("Tyskland", 30), ("Norge", -10), ("Okänt land", 0)], Bars(sv));
        Assert.Equal(["+30,0", "−10,0", "0,0"], sv.Series.Single().Points.Select(point => point.Display));
        Assert.Contains("Staplarna ger tillsammans hela förändringen, +20,0 procent.", sv.Notes);
        Assert.Contains(sv.Evidence, evidence => evidence.Record!.Contains("counterpart_area=NO ", StringComparison.Ordinal) && Math.Round(evidence.Value!.Value, 9) == -10);
    }

    [Fact]
    public async Task Contributions_ThatAreTheSameAsTheAnalysis_AgreeWithItToTheDigit()
    {
        _trade.Years("DE", "4407", 31, 47).Years("NO", "4407", 17, 11).Years("IT", "4407", 5, 6).Years("WORLD", "4407", 53, 64);
        using var store = await _trade.OpenAsync(Cancellation);
        var policy = PolicyOf(Watch(Product("wood", "4407")));

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), Contributions, store.Tables, policy, "sv", ("Product", "wood"))).Spec!;
        var signal = (await Parts.OutcomeAsync(new SignalsPlugin(), "trade-exposure", store.Tables, policy, [])).Signals.Single(one => one.Id == "trade/wood");

        Assert.Equal(
            [.. signal.Figures.Where(figure => figure.Name.StartsWith("contribution-", StringComparison.Ordinal)).Select(figure => 100 * figure.Value).Order()],
            spec.Series.Single().Points.Select(point => point.Value!.Value).Order());
    }

    [Fact]
    public async Task Contributions_OfManyPartners_GiveTheSmallOnesOneBar()
    {
        foreach (var (partner, i) in new[] { "DE", "NO", "DK", "FI", "PL" }.Select((partner, i) => (partner, i)))
        {
            _trade.Years(partner, "4407", 20, 20 + 5 - i);
        }

        _trade.Years("WORLD", "4407", 100, 115);

        var spec = await DrawnAsync(Contributions, Watch(Product("wood", "4407")), "sv", ("Product", "wood"), ("Most", 3));

        Assert.Equal([("Tyskland", 5), ("Norge", 4), ("Danmark", 3), ("Övriga länder (2)", 3)], Bars(spec));
    }

    [Fact]
    public async Task Contributions_WithMostOfTheTradeUnknown_NameNoCause()
    {
        _trade.Years("DE", "4407", 15, 20).Years("NO", "4407", 5, 5).Years("WORLD", "4407", 100, 120);

        var spec = await DrawnAsync(Contributions, Watch(Product("wood", "4407")), "sv", ("Product", "wood"));

        Assert.Equal("Exporten av trä ökade med 20 %", Plain(spec.Title));
        Assert.Contains(("Okänt land", 15), Bars(spec));
    }

    [Fact]
    public async Task Contributions_OfGoods_CountNoPartBesideItsHeading()
    {
        // Of exports 100 to 90: cars 40 to 28 (electric ones, a part of them, 10 to 9), wood 20 to 22, all else 40.
        _trade.Years("DE", "TOTAL", 100, 90).Years("WORLD", "TOTAL", 100, 90).Years("DE", "8703", 40, 28).Years("WORLD", "8703", 40, 28)
            .Years("DE", "87038010", 10, 9).Years("WORLD", "87038010", 10, 9).Years("DE", "4407", 20, 22).Years("WORLD", "4407", 20, 22);
        var watch = Watch(Named("electric", "elbilar", "87038010"), Named("cars", "personbilar", "8703"), Named("wood", "sågat trä", "4407"), Named("ore", "malm", "26100000"));

        var spec = await DrawnAsync(Contributions, watch, "sv", ("By", TradeParts.Product));

        Assert.Equal("Varuexporten minskade med 10 %; av de bevakade varorna föll personbilar mest", Plain(spec.Title));
        Assert.Equal([("Sågat trä", 2), ("Personbilar", -12), ("Alla andra varor", 0)], Bars(spec));
        Assert.Contains("Bland alla andra varor, eftersom egna siffror saknas: malm.", spec.Notes);
    }

    [Fact]
    public async Task Contributions_OfASecretProduct_AreThoseOfItsMirrorAndSaySo()
    {
        _trade.Years("DE", "8703", 1, 1).Years("WORLD", "8703", 1, 1);
        _trade.Years("SE", "72024110", 2, 3, reporter: "DE", flow: 1, source: "mirror").Years("SE", "72024110", 2, 2, reporter: "FI", flow: 1, source: "mirror");

        var spec = await DrawnAsync(Contributions, Watch(Product("chrome", "72024110") with { OneProducer = true }) with { MirrorSource = "mirror", Mirrors = ["DE", "FI"] }, "sv", ("Product", "chrome"));

        Assert.Equal([("Tyskland", 25), ("Finland", 0)], Bars(spec));
        Assert.Contains("Landets egna siffror saknas eller är sekretessbelagda: summan av vad Tyskland och Finland uppger.", spec.Notes);
    }

    [Fact]
    public async Task Concentration_OfManyPartners_TellsTheThreeLargestAndKeepsTheIndexInTheTable()
    {
        // 40, 20, 20, 10, 10 become 60, 20, 10, 5, 5: the three largest from 80 to 90, the index from .26 to .415.
        _trade.Years("DE", "4407", 40, 60).Years("NO", "4407", 20, 20).Years("DK", "4407", 20, 10).Years("FI", "4407", 10, 5).Years("PL", "4407", 10, 5).Years("WORLD", "4407", 100, 100);

        var spec = await DrawnAsync(Concentration, Watch(Product("wood", "4407")), "sv", ("Product", "wood"));

        Assert.Equal("Tre länder står för 90 % av exporten av trä, mot 80 % ett år tidigare", Plain(spec.Title));
        Assert.DoesNotContain("HHI", spec.Title + spec.Subtitle, StringComparison.Ordinal);
        Assert.Equal(["De tre största", "Den största", "De fem största"], spec.Series.Select(series => series.Name));
        Assert.Equal((13, "2025-06", "2026-06"), (spec.Series[0].Points.Count, spec.Series[0].Points[0].Label, spec.Series[0].Points[^1].Label));
        Assert.Equal([90.0, 60.0, 100.0], spec.Series.Select(series => Math.Round(series.Points[^1].Value!.Value, 9)));
        Assert.Equal(("Tyskland, HHI 0,260", "Tyskland, HHI 0,415"), (spec.Series[1].Points[0].Note, spec.Series[1].Points[^1].Note));
        Assert.Equal("På ett år bytte 20 % av handeln land; mest ändrades andelen för Tyskland, från 40 % till 60 %.", Plain(spec.Notes[0]));
    }

    [Fact]
    public async Task Concentration_OfThreePartners_NamesTheLargest()
    {
        _trade.Years("DE", "26100000", 50, 20, flow: 1).Years("ZA", "26100000", 50, 80, flow: 1).Years("WORLD", "26100000", 100, 100, flow: 1);

        var spec = await DrawnAsync(Concentration, Watch(Product("ore", "26100000") with { Flow = TradeFlow.Import }), "en", ("Product", "ore"));

        Assert.Equal("South Africa accounts for 80% of imports of wood, against 50% a year before", spec.Title);
    }

    [Theory]
    [InlineData(false, "summan över alla länder är inte känd")]
    [InlineData(true, "för stor del av handeln har inget känt land")]
    public async Task Concentration_OfPartnersNotKnownWell_IsNotDrawnAndSaysWhy(bool total, string why)
    {
        _trade.Years("DE", "4407", 60, 60);
        _ = total ? _trade.Years("WORLD", "4407", 100, 100) : _trade;

        var none = await BuildAsync(Concentration, Watch(Product("wood", "4407")), "sv", [("Product", "wood")]);

        Assert.Null(none.Spec);
        Assert.Contains(why, none.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_OfTheLargestPartners_TellsGroupsOfGoodsAndNeitherPartnersNorContributions()
    {
        // The groups of 2018 are not all of the exports, so the year is left empty: 100 in 2017, 90 of 100 in 2018, 200 in 2019.
        using var store = await _trade.Years("DE", "01", 1, 1).OpenAsync(Cancellation);
        using var wits = PluginHarness.For<TradeStatisticsPlugin>("wits", new WitsOptions { Reporters = ["SWE"] });
        wits.Web.Serve("*",
            """
            Reporter,Partner,Product categories,Indicator Type,Indicator,2019,2018,2017
            Sweden,World,All Products,Export,Exports (in US$ Mil),200,100,100
            Sweden,World,Metals,Export,Export(US$ Mil),100,40,40
            Sweden,World,Wood,Export,Export(US$ Mil),60,20,30
            Sweden,World,Fuels,Export,Export(US$ Mil),20,20,20
            Sweden,World,Chemicals,Export,Export(US$ Mil),20,10,10
            Sweden,World,Capital goods,Export,Export(US$ Mil),150,70,70
            Sweden,Norway,All Products,Export,Trade (US$ Mil)-Top 5 Export Partner,90,40,40

            """);
        await TradeStore.AppendAsync(store, "wits", await wits.ReadAsync(), Cancellation);
        var policy = PolicyOf(Watch() with { SummarySource = "wits" });
        WatchedSource[] sources = [new("wits", Some.Text("Sammanställningen", "The summary"), "Test", Reliability.A)];

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), Concentration, store.Tables, policy, sources, "sv", ("By", TradeParts.Product))).Spec!;
        var partners = await Parts.ChartAsync(new MonitoringChartsPlugin(), Concentration, store.Tables, policy, sources, "sv");
        var contributions = await Parts.ChartAsync(new MonitoringChartsPlugin(), Contributions, store.Tables, policy, sources, "en");

        Assert.Equal("Tre varugrupper stod för 90 % av Sveriges varuexport 2019, som 2017", Plain(spec.Title));
        Assert.Equal([90.0, null, 90.0], spec.Series[0].Points.Select(point => point.Value is { } value ? Math.Round(value, 9) : (double?)null));
        Assert.Equal("metaller, HHI 0,360", spec.Series[1].Points[^1].Note);
        Assert.Equal("Sedan 2017 har 10 % av exporten bytt varugrupp; mest ändrades andelen för bränslen, från 20 % till 10 %.", Plain(spec.Notes[0]));
        Assert.Null(partners.Spec);
        Assert.Equal("Det finns inga två års månadssiffror för varuexporten per land, och ”Sammanställningen” räcker inte: den anger bara årets fem största länder.", partners.Reason);
        Assert.Null(contributions.Spec);
        Assert.EndsWith("“The summary” does not do: it names only each year's five largest partners.", contributions.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Contributions)]
    [InlineData(Concentration)]
    public async Task Charts_OfAProductThatIsNotWatched_SaySo(string id)
    {
        _trade.Years("DE", "4407", 1, 1);

        var none = await BuildAsync(id, Watch(Product("wood", "4407")), "sv", [("Product", "gold")]);
        var noWatch = await BuildAsync(id, null, "en", []);

        Assert.Equal("Policyn bevakar ingen vara 'gold'.", none.Reason);
        Assert.Equal("The policy names no goods to watch (productWatch).", noWatch.Reason);
    }

    [Fact]
    public async Task Month_ThatOnlyOtherGoodsHave_IsNotMeasuredAndNoFall()
    {
        // The newest load brought June for cars only: wood is told to May, and a year is 12 of the same months.
        _trade.Months("DE", "8703", "SE", 2, "comext", [.. Enumerable.Repeat<double?>(1, 25)]);
        _trade.Months("DE", "4407", "SE", 2, "comext", [.. Enumerable.Repeat<double?>(10, 12), .. Enumerable.Repeat<double?>(11, 12), null]);

        var spec = await DrawnAsync("product-watch", Watch(Product("wood", "4407")), "sv", ("Product", "wood"));

        Assert.Equal("Exporten av trä ökade med 10 % på ett år", Plain(spec.Title));
        Assert.Equal("2026-06", spec.Series.Single().Points[^1].Label);
    }

    [Fact]
    public async Task Months_WithoutTheProductForLong_AreTradeThatStopped()
    {
        _trade.Months("DE", "8703", "SE", 2, "comext", [.. Enumerable.Repeat<double?>(1, 24)]);
        _trade.Months("DE", "4407", "SE", 2, "comext", [.. Enumerable.Repeat<double?>(10, 18), .. Enumerable.Repeat<double?>(null, 6)]);

        var spec = await DrawnAsync("product-watch", Watch(Product("wood", "4407")), "sv", ("Product", "wood"));

        Assert.Equal("Exporten av trä minskade med 50 % på ett år", Plain(spec.Title));
        Assert.Equal("ingen uppgift i källan, räknat som ingen handel", spec.Series.Single().Points[^1].Note);
    }

    [Fact]
    public async Task Product_ThatWasNotTradedBefore_IsNotCalledUnchanged()
    {
        _trade.Years("DE", "8703", 1, 1).Months("DE", "4407", "SE", 2, "comext", [.. Enumerable.Repeat<double?>(null, 12), .. Enumerable.Repeat<double?>(1, 12)]);

        var months = await DrawnAsync("product-watch", Watch(Product("wood", "4407")), "sv", ("Product", "wood"));
        var contributions = await BuildAsync(Contributions, Watch(Product("wood", "4407")), "sv", [("Product", "wood")]);

        Assert.Equal("Exporten av trä kan inte jämföras med året före", months.Title);
        Assert.Equal("Ett år tidigare fanns ingen handel att jämföra exporten av trä med.", contributions.Reason);
    }

    [Fact]
    public async Task Month_OfAMirrorThatOnlyOtherGoodsHave_IsNotMeasured()
    {
        _trade.Years("DE", "8703", 1, 1).Years("WORLD", "8703", 1, 1);
        _trade.Months("SE", "8703", "DE", 1, "mirror", [.. Enumerable.Repeat<double?>(1, 25)]);
        _trade.Months("SE", "72024110", "DE", 1, "mirror", [.. Enumerable.Repeat<double?>(10, 12), .. Enumerable.Repeat<double?>(12, 12), null]);

        var spec = await DrawnAsync("product-watch", Watch(Product("chrome", "72024110") with { OneProducer = true }) with { MirrorSource = "mirror", Mirrors = ["DE"] }, "sv", ("Product", "chrome"));

        Assert.Equal("Exporten av trä ökade med 20 % på ett år", Plain(spec.Title));
    }

    private static WatchedProduct Named(string id, string name, string code) => Product(id, code) with { Name = Some.Text(name, id) };

    private static IEnumerable<(string, int)> Bars(ChartSpec spec) => spec.Series.Single().Points.Select(point => (point.Label, (int)Math.Round(point.Value!.Value)));

    private async Task<ChartSpec> DrawnAsync(string id, ProductWatch watch, string language, params (string Name, object Value)[] options)
    {
        var outcome = await BuildAsync(id, watch, language, options);
        Assert.True(outcome.Spec is not null, outcome.Reason);
        Assert.InRange(outcome.Spec.Title.Length, 1, 90);
        Assert.InRange(outcome.Spec.Notes.Count, 1, 2);
        return outcome.Spec;
    }

    private async Task<ChartOutcome> BuildAsync(string id, ProductWatch? watch, string language, (string Name, object Value)[] options)
    {
        using var store = await _trade.OpenAsync(Cancellation);
        return await Parts.ChartAsync(new MonitoringChartsPlugin(), id, store.Tables, PolicyOf(watch), language, options);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
