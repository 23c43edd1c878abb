using Foresight.Engine.Store;
using Foresight.Plugins.TradeStatistics;
using Foresight.Plugins.TradeStatistics.Bulk;
using Foresight.Plugins.TradeStatistics.Scb;
using Xunit;

namespace Foresight.Plugins.Tests.TradeStatistics;

/// <summary>From the source's answer through the store to a sum: what is in the total is counted once, the total itself is not counted again.</summary>
public sealed class TradeSumsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("foresight-sums-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Sum_OfAMonthOfComext_IsItsTotal()
    {
        using var comext = PluginHarness.For<TradeStatisticsPlugin>("comext-bulk", new ComextBulkOptions { From = "2026-07", Reporters = [] });
        comext.Web.Serve("*_202607.7z", TradeFixture.Pack(("full.dat", TradeFixture.Read("comext-bulk", "full_202607.dat"))));

        var sums = await SumsAsync(comext, "ref_area || ' ' || counterpart_area || ' ' || flow", "indicator = 'VALUE_EUR' AND counterpart_area IN ('SE', 'DK')");

        Assert.Equal(["DE SE 1: 500 of 1000", "SE DK 2: 1400 of 2800"], sums);
    }

    [Fact]
    public async Task Sum_OverPartnersAndProducts_LeavesOutTheUnionAndKeepsWhatIsNotTold()
    {
        using var comext = PluginHarness.For<TradeStatisticsPlugin>("comext", new ComextOptions { Reporters = ["SE"], Products = ["TOTAL", "87", "8703", "8708"] });
        comext.Web.Serve("*", """
            DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE
            D,U,M,SE,DE,8703,2,VALUE_IN_EUROS,2025-01,10
            D,U,M,SE,DE,8708,2,VALUE_IN_EUROS,2025-01,5
            D,U,M,SE,DE,87,2,VALUE_IN_EUROS,2025-01,15
            D,U,M,SE,QV,8703,2,VALUE_IN_EUROS,2025-01,1
            D,U,M,SE,QV,87,2,VALUE_IN_EUROS,2025-01,1
            D,U,M,SE,EU27_2020,8703,2,VALUE_IN_EUROS,2025-01,11
            D,U,M,SE,EU27_2020,87,2,VALUE_IN_EUROS,2025-01,16
            D,U,M,SE,EU27_2020,TOTAL,2,VALUE_IN_EUROS,2025-01,16

            """);

        var sums = await SumsAsync(comext, "ref_area", "true");

        Assert.Equal(["SE: 16 of 75"], sums);
    }

    [Fact]
    public async Task Sum_OverScbsFlowsAndProducts_LeavesOutBalanceAndGroups()
    {
        using var scb = PluginHarness.For<TradeStatisticsPlugin>("scb-trade", new ScbTradeOptions { Table = "HA/X/T" });
        scb.Web.Serve("*?config", """{"maxCells":100}""", contentType: "application/json");
        scb.Web.ServeTo(HttpMethod.Get, "*/sv/ssd/*", TradeFixture.Read("scb-trade", "meta.sv.json"));
        scb.Web.ServeTo(HttpMethod.Get, "*/en/ssd/*", TradeFixture.Read("scb-trade", "meta.en.json"));
        scb.Web.ServeTo(HttpMethod.Post, "*", """
            {"class":"dataset","version":"2.0","id":["VarugruppKN","ImportExport","Tid"],"size":[3,3,1],"dimension":{
             "VarugruppKN":{"category":{"index":["72","7202","87"]}},"ImportExport":{"category":{"index":["ITOT","ETOT","HANDELSB"]}},"Tid":{"category":{"index":["2026M01"]}}},
             "value":[5,8,3,5,8,3,2,7,5]}
            """);

        var sums = await SumsAsync(scb, "coalesce(flow, '-')", "true");

        Assert.Equal(["1: 7 of 12", "2: 15 of 23", "HANDELSB: none of 11"], sums);
    }

    [Fact]
    public async Task Sum_OverWitsPartnersAndProducts_LeavesOutWorldAllProductsAndStages()
    {
        using var wits = PluginHarness.For<TradeStatisticsPlugin>("wits", new WitsOptions { Reporters = ["SWE"] });
        wits.Web.Serve("*", """
            Reporter,Partner,Product categories,Indicator Type,Indicator,2019
            Sweden,World,All Products,Export,Export (US$ Thousand),30
            Sweden,World,Animal,Export,Export (US$ Thousand),10
            Sweden,Norway,All Products,Export,Export (US$ Thousand),20
            Sweden,Norway,Animal,Export,Export (US$ Thousand),6
            Sweden,Norway,Fuels,Export,Export (US$ Thousand),14
            Sweden,Norway,Raw materials,Export,Export (US$ Thousand),20

            """);

        var sums = await SumsAsync(wits, "ref_area", "indicator = 'Export (US$ Thousand)'");

        Assert.Equal(["SWE: 20 of 100"], sums);
    }

    /// <summary>Per group the sum without sums, and the one that counts all rows.</summary>
    private async Task<IReadOnlyList<string>> SumsAsync(PluginHarness source, string group, string where)
    {
        using var store = TableStore.Open(folder, source.Clock);
        await using (var load = store.BeginLoad(new LoadStart("trade", "Test", "1.0.0")))
        {
            foreach (var batch in await source.ReadAsync())
                await load.AppendAsync(batch, 0, TestContext.Current.CancellationToken);
            await load.FinishAsync(LoadHealth.Ok, "", TestContext.Current.CancellationToken);
        }

        var sums = await store.Tables.QueryAsync($"""
            SELECT everything.key, coalesce(parts.sum::INT::VARCHAR, 'none') AS parts, everything.sum::INT AS rows
            FROM (SELECT {group} AS key, sum(value) AS sum FROM observations WHERE {where} GROUP BY key) everything
            LEFT JOIN (SELECT {group} AS key, sum(value) AS sum FROM observations_without_sums WHERE {where} GROUP BY key) parts ON parts.key = everything.key
            ORDER BY everything.key
            """);
        return [.. sums.Rows.Select(row => $"{row["key"]}: {row["parts"]} of {row["rows"]}")];
    }
}
