using Foresight.Plugins.Tests.Conformance;
using Foresight.Plugins.TradeStatistics;
using Foresight.Plugins.TradeStatistics.Bulk;
using Foresight.Plugins.TradeStatistics.CodeLists;
using Foresight.Plugins.TradeStatistics.Scb;
using Foresight.Sdk.Testing;

namespace Foresight.Plugins.Tests.TradeStatistics;

/// <summary>Trade figures and code lists in the forms of their sources.</summary>
public sealed class TradeStatisticsCases : ConformanceCases
{
    private const string ComextHeader = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n";

    public override IReadOnlyDictionary<string, SourceCase> Cases { get; } = new Dictionary<string, SourceCase>
    {
        ["comext"] = SourceCase.Of<TradeStatisticsPlugin>("comext", new ComextOptions { Reporters = ["SE"], Products = ["87"], BatchRows = 1 }, () => new ReplayTransport()
            .Serve("*", ComextHeader + "D,U,M,SE,NO,87,2,VALUE_IN_EUROS,2025-01,12.5\nD,U,M,SE,NO,87,2,VALUE_IN_EUROS,2025-02,1\n")),
        ["comext-bulk"] = SourceCase.Of<TradeStatisticsPlugin>("comext-bulk", new ComextBulkOptions { From = "2026-06", BatchLines = 2 }, () => new ReplayTransport()
            .Serve("*202606.7z", TradeFixture.Pack(("a.dat", TradeFixture.Read("comext-bulk", "full_202607.dat").Replace("202607", "202606", StringComparison.Ordinal))))
            .Serve("*202607.7z", TradeFixture.Pack(("a.dat", TradeFixture.Read("comext-bulk", "full_202607.dat")))))
            with
        { NotFoundIsNothingNew = true },
        ["wits"] = SourceCase.Of<TradeStatisticsPlugin>("wits", new WitsOptions { Reporters = ["SWE"] }, () => new ReplayTransport()
            .Serve("*", "Reporter,Partner,Product categories,Indicator Type,Indicator,2019,2018\nSweden,...,...,Tariff,A,  1.50,2\n")),
        ["scb-trade"] = SourceCase.Of<TradeStatisticsPlugin>("scb-trade", new ScbTradeOptions { Table = "HA/X/T" }, () => new ReplayTransport()
            .Serve("*?config", """{"maxCells":100}""", contentType: "application/json")
            .Serve("*/sv/*", TradeFixture.Read("scb-trade", "data.json"), contentType: "application/json", whenBody: "json-stat2")
            .Serve("*/sv/*", TradeFixture.Read("scb-trade", "meta.sv.json"), contentType: "application/json")
            .Serve("*/en/*", TradeFixture.Read("scb-trade", "meta.en.json"), contentType: "application/json")),
        ["code-list"] = SourceCase.Of<TradeStatisticsPlugin>("code-list", new CodeListOptions { Url = "https://example.org/list", Dataset = "d", Dimension = "product" }, () => new ReplayTransport()
            .Serve("*", "code,label\n72,Iron\n7202,Ferro-alloys\n")),
    };
}
