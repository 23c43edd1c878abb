using Foresight.Engine.Exposure;
using Foresight.Engine.Store;
using Foresight.Methods.Trade;
using Foresight.Plugins.Tests.Signals;
using Foresight.Plugins.TradeStatistics;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Exposure;

/// <summary>From what Comext brings, through the store, to a what-if.</summary>
public sealed class WhatIfTests : IDisposable
{
    private readonly TradeStore _trade = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _trade.Dispose();

    [Fact]
    public async Task Ask_WatchedProductAndPartner_CarriesTheShockToValueExportsAndJobs()
    {
        // A month: 10 of 40 to Germany, of exports of 400. 200 jobs, half of what they make exported: 100, a quarter of them behind Germany.
        _trade.Years("DE", "720241", 10, 10).Years("US", "720241", 30, 30).Years("WORLD", "720241", 40, 40).Years("WORLD", "TOTAL", 400, 400).Years("DE", "TOTAL", 400, 400);
        using var store = await _trade.OpenAsync(Cancellation);

        var answer = await WhatIf.AskAsync(store.Tables, Policy(), Question("alloy", "de", ShockKind.Demand, -0.2));

        Assert.Equal((120, 0.25, 0.025, -0.2), (answer.ExposedValue, answer.ShareOfProduct, answer.ShareOfAllGoods, Math.Round(answer.Change, 12)));
        Assert.Equal((-24, -0.005, 25, -5), (Math.Round(answer.ValueChange, 9), Math.Round(answer.ChangeOfAllGoods!.Value, 9), answer.ExposedJobs, Math.Round(answer.JobsChange!.Value, 9)));
        Assert.Equal(("EUR", "2025-07..2026-06", "comext", false), (answer.Currency, answer.Period, answer.Source, answer.Mirror));
        Assert.Contains(answer.Assumptions, sentence => sentence.Contains("elasticity of 1, which nobody measured", StringComparison.Ordinal));
        Assert.Contains(answer.Assumptions, sentence => sentence.StartsWith("All else stays as it was", StringComparison.Ordinal));
        Assert.Contains(answer.Assumptions, sentence => sentence.StartsWith("About 200 jobs here make it and 50 % of it is exported", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_CodeThatIsNotWatched_PartsTheLabourMarketsJobs()
    {
        // Of 400 exported a month 100 are wood; 1,200 jobs make goods: 300 of them, by proportion. A price 25 % higher at elasticity 2 takes 36 %.
        _trade.Years("NO", "4407", 100, 100).Years("WORLD", "4407", 100, 100).Years("WORLD", "TOTAL", 400, 400).Years("NO", "TOTAL", 400, 400);
        using var store = await _trade.OpenAsync(Cancellation);
        await TradeStore.AppendAsync(store, "kolada", [TradeStore.Indicator("JOBS", 2023, ("1487", 15_000)), TradeStore.Indicator("GOODS", 2023, ("1487", 8))], Cancellation);

        var answer = await WhatIf.AskAsync(store.Tables, Policy(), Question("4407", null, ShockKind.Tariff, 0.25, 2));

        Assert.Equal(-0.36, answer.Change, 1e-9);
        Assert.Equal(300, answer.ExposedJobs!.Value, 1e-9);
        Assert.Equal(-108, answer.JobsChange!.Value, 1e-9);
    }

    [Fact]
    public async Task Ask_NoTotalOverAllGoods_SaysWhatItCannotTell()
    {
        _trade.Years("NO", "4407", 100, 100);
        using var store = await _trade.OpenAsync(Cancellation);

        var answer = await WhatIf.AskAsync(store.Tables, Policy(), Question("4407", "NO", ShockKind.Supply, -0.5));

        Assert.Null(answer.ShareOfAllGoods);
        Assert.Null(answer.ShareOfProduct);
        Assert.Null(answer.JobsChange);
        Assert.Contains(answer.Unsaid, sentence => sentence.StartsWith("The share of all exports cannot be told", StringComparison.Ordinal));
        Assert.Contains(answer.Unsaid, sentence => sentence.StartsWith("Nothing is said of jobs", StringComparison.Ordinal));
        Assert.Contains(answer.Assumptions, sentence => sentence.StartsWith("The partners that were fetched are taken for all", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_ImportOfAWatchedProduct_ClaimsNoJobs()
    {
        _trade.Years("ZA", "26100000", 5, 5, flow: 1);
        using var store = await _trade.OpenAsync(Cancellation);

        var answer = await WhatIf.AskAsync(store.Tables, Policy(), Question("ore", "ZA", ShockKind.Supply, -1));

        Assert.Equal(-60, answer.ValueChange);
        Assert.Null(answer.ExposedJobs);
        Assert.StartsWith("Sverige: imports of ore (26100000) from South Africa", answer.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ConfidentialProduct_UsesTheMirrorAndSaysSo()
    {
        _trade.Years("DE", "01", 1, 1).Years("SE", "720241", 8, 8, reporter: "DE", flow: 1, source: "mirror");
        using var store = await _trade.OpenAsync(Cancellation);
        var policy = Policy();
        policy = policy with { ProductWatch = policy.ProductWatch! with { MirrorSource = "mirror", Mirrors = ["DE"] } };

        var answer = await WhatIf.AskAsync(store.Tables, policy, Question("alloy", "DE", ShockKind.Demand, -0.1));

        Assert.True(answer.Mirror);
        Assert.Equal(96, answer.ExposedValue);
        Assert.Contains("These are the figures of DE, since the country's own are missing, probably confidential: there is one maker only.", answer.Assumptions);
    }

    [Theory]
    [InlineData("alloy", "FR", "hold no exports of alloy to France: there is nothing to shock")]
    [InlineData("nickel", null, "'nickel' is neither a watched product nor a code of HS or CN (2 to 10 digits); watched are alloy, ore.")]
    [InlineData("4407", null, "The store holds no trade in product code 4407: read the source 'comext' first")]
    public async Task Ask_WhatTheStoreCannotTell_SaysWhy(string product, string? partner, string expected)
    {
        _trade.Years("DE", "720241", 10, 10);
        using var store = await _trade.OpenAsync(Cancellation);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => WhatIf.AskAsync(store.Tables, Policy(), Question(product, partner, ShockKind.Demand, -0.1)));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_SummaryOfTheLargestPartners_TellsAllGoodsOnly()
    {
        using var store = await SummaryAsync();

        var answer = await WhatIf.AskAsync(store.Tables, Policy("wits"), Question(null, "NO", ShockKind.Demand, -0.2));

        Assert.Equal((20e6, "USD", "2019", 0.4), (answer.ExposedValue, answer.Currency, answer.Period, answer.ShareOfAllGoods));
        Assert.Contains("The figures are of 2019, the last year of the summary: much may have changed since.", answer.Assumptions);
    }

    [Theory]
    [InlineData(null, "FR", "France is not among the five largest partners that the yearly summary (wits) names for 2019: its trade is unknown there, not nought.")]
    [InlineData("alloy", "NO", "has no product by partner")]
    public async Task Ask_WhatTheSummaryDoesNotTell_IsRefused(string? product, string partner, string expected)
    {
        using var store = await SummaryAsync();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => WhatIf.AskAsync(store.Tables, Policy("wits"), Question(product, partner, ShockKind.Demand, -0.2)));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ProductFromTheSummary_IsItsSectionAndSaysSo()
    {
        using var store = await SummaryAsync();

        var answer = await WhatIf.AskAsync(store.Tables, Policy("wits"), Question("alloy", null, ShockKind.Supply, -0.5));

        Assert.Equal((10e6, -5e6), (answer.ExposedValue, answer.ValueChange));
        Assert.Equal("Sverige: exports of the section 'Metals', of which alloy is a part, to all partners", answer.Subject);
        Assert.Contains(answer.Unsaid, sentence => sentence.Contains("about 100 jobs here depend on its exports, of which the same change is about \u221250", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_OfTheWatch_HasALineForEveryProduct()
    {
        _trade.Years("DE", "720241", 10, 12).Years("US", "720241", 30, 28).Years("WORLD", "720241", 40, 40);
        using var store = await _trade.OpenAsync(Cancellation);

        var lines = await ExposureList.ReadAsync(store.Tables, Policy(), Cancellation);

        Assert.Equal(["alloy", "ore"], lines.Select(line => line.Id));
        Assert.Equal((480.0, 0.0, "2025-07..2026-06", false), (lines[0].Value, Math.Round(lines[0].Growth!.Value, 12), lines[0].Period, lines[0].Mirror));
        Assert.Equal((0.58, 0.58), (Math.Round(lines[0].HhiLow!.Value, 9), Math.Round(lines[0].HhiHigh!.Value, 9)));
        Assert.Equal([new PartnerShare("US", 0.7), new PartnerShare("DE", 0.3)], lines[0].Partners);
        Assert.Null(lines[1].Value);
        Assert.NotNull(lines[1].Note);
    }

    private static WhatIfQuestion Question(string? product, string? partner, ShockKind kind, double size, double? elasticity = null) => new()
    {
        Product = product,
        Partner = partner,
        Shock = new TradeShock(kind, size, elasticity ?? 1),
        ElasticityGiven = elasticity is not null,
    };

    private static Policy Policy(string? summary = null)
    {
        var policy = Some.Policy(Some.Indicator("JOBS"), Some.Indicator("GOODS"));
        return policy with
        {
            Places =
            [
                .. policy.Places.Select(place => place.Id != "riket" ? place : place with
                {
                    Name = Some.Text("Sverige"),
                    Codes = new Dictionary<string, IReadOnlyList<PlaceCode>> { ["comext"] = [new PlaceCode("SE")], ["wits"] = [new PlaceCode("SWE")] },
                }),
                Some.Place("norge", PlaceRole.Country, "-") with
                {
                    Codes = new Dictionary<string, IReadOnlyList<PlaceCode>> { ["comext"] = [new PlaceCode("NO")], ["wits"] = [new PlaceCode("NOR"), new PlaceCode("Norway")] },
                },
            ],
            ProductWatch = new ProductWatch
            {
                Reporter = "riket",
                Source = "comext",
                SummarySource = summary,
                LabourMarket = ["hemby"],
                JobsIndicator = "JOBS",
                GoodsShareIndicator = "GOODS",
                Products =
                [
                    Product("alloy", TradeFlow.Export, "720241") with { OneProducer = true, LocalJobs = 200, ExportedShare = 0.5 },
                    Product("ore", TradeFlow.Import, "26100000"),
                ],
            },
        };
    }

    private static WatchedProduct Product(string id, TradeFlow flow, string code) => new()
    {
        Id = id,
        Codes = [code],
        Name = Some.Text(id),
        Flow = flow,
        FocusAreas = ["growth"],
        Why = Some.Text("jobb"),
    };

    private async Task<TableStore> SummaryAsync()
    {
        using var wits = PluginHarness.For<TradeStatisticsPlugin>("wits", new WitsOptions { Reporters = ["SWE"] });
        wits.Web.Serve("*", """
            Reporter,Partner,Product categories,Indicator Type,Indicator,2019
            Sweden,World,All Products,Export,Exports (in US$ Mil),50
            Sweden,World,Metals,Export,Export(US$ Mil),10
            Sweden,World,Wood,Export,Export(US$ Mil),40
            Sweden,Norway,All Products,Export,Trade (US$ Mil)-Top 5 Export Partner,20
            Sweden,Germany,All Products,Export,Trade (US$ Mil)-Top 5 Export Partner,15

            """);
        var store = await _trade.Years("DE", "01", 1, 1, source: "other").OpenAsync(Cancellation);
        await TradeStore.AppendAsync(store, "wits", await wits.ReadAsync(), Cancellation);
        return store;
    }
}
