using Foresight.Plugins.TradeStatistics;
using Foresight.Plugins.TradeStatistics.Bulk;
using Foresight.Plugins.TradeStatistics.CodeLists;
using Foresight.Plugins.TradeStatistics.Scb;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.TradeStatistics;

/// <summary>Every source of this plugin against the rules that all sources keep.</summary>
public class TradeConformanceTests
{
    private const string ComextHeader = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n";

    public static TheoryData<string> Sources => ["comext", "comext-bulk", "wits", "scb-trade", "code-list"];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Source_Rules_Holds(string source)
    {
        var report = await SourceConformance.CheckAsync(CaseOf(source), TestContext.Current.CancellationToken);

        Assert.True(report.Holds, report.ToString());
    }

    private static SourceCase CaseOf(string source) => source switch
    {
        "comext" => SourceCase.Of<TradeStatisticsPlugin>(source, new ComextOptions { Reporters = ["SE"], Products = ["87"], BatchRows = 1 }, () => new ReplayTransport()
            .Serve("*", ComextHeader + "D,U,M,SE,NO,87,2,VALUE_IN_EUROS,2025-01,12.5\nD,U,M,SE,NO,87,2,VALUE_IN_EUROS,2025-02,1\n")),
        "comext-bulk" => SourceCase.Of<TradeStatisticsPlugin>(source, new ComextBulkOptions { From = "2026-06", BatchLines = 2 }, () => new ReplayTransport()
            .Serve("*202606.7z", TradeFixture.Pack(("a.dat", TradeFixture.Read("comext-bulk", "full_202607.dat").Replace("202607", "202606", StringComparison.Ordinal))))
            .Serve("*202607.7z", TradeFixture.Pack(("a.dat", TradeFixture.Read("comext-bulk", "full_202607.dat")))))
            with { NotFoundIsNothingNew = true },
        "wits" => SourceCase.Of<TradeStatisticsPlugin>(source, new WitsOptions { Reporters = ["SWE"] }, () => new ReplayTransport()
            .Serve("*", "Reporter,Partner,Product categories,Indicator Type,Indicator,2019,2018\nSweden,...,...,Tariff,A,  1.50,2\n")),
        "scb-trade" => SourceCase.Of<TradeStatisticsPlugin>(source, new ScbTradeOptions { Table = "HA/X/T" }, () => new ReplayTransport()
            .Serve("*?config", """{"maxCells":100}""", contentType: "application/json")
            .Serve("*/sv/*", TradeFixture.Read("scb-trade", "data.json"), contentType: "application/json", whenBody: "json-stat2")
            .Serve("*/sv/*", TradeFixture.Read("scb-trade", "meta.sv.json"), contentType: "application/json")
            .Serve("*/en/*", TradeFixture.Read("scb-trade", "meta.en.json"), contentType: "application/json")),
        _ => SourceCase.Of<TradeStatisticsPlugin>(source, new CodeListOptions { Url = "https://example.org/list", Dataset = "d", Dimension = "product" }, () => new ReplayTransport()
            .Serve("*", "code,label\n72,Iron\n7202,Ferro-alloys\n")),
    };
}
