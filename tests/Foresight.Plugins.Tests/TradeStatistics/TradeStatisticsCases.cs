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
        ["comext"] = SourceCase.Of<TradeStatisticsPlugin>("comext", new ComextOptions { Reporters = ["SE"], Products = ["72", "87"], BatchRows = 1 }, () => new ReplayTransport()
            .Serve("*/M.SE..72.*", ComextHeader + "D,U,M,SE,NO,72,1,QUANTITY_IN_100KG,2025-01,7\n")
            .Serve("*/M.SE..87.*", ComextHeader + "D,U,M,SE,NO,87,2,VALUE_IN_EUROS,2025-01,12.5\nD,U,M,SE,NO,87,2,VALUE_IN_EUROS,2025-02,1\n")),
        ["comext-bulk"] = SourceCase.Of<TradeStatisticsPlugin>("comext-bulk", new ComextBulkOptions { From = "2026-06", BatchLines = 2 }, () => new ReplayTransport()
            .Serve("*202606.7z", TradeFixture.Pack(("a.dat", TradeFixture.Read("comext-bulk", "full_202607.dat").Replace("202607", "202606", StringComparison.Ordinal))))
            .Serve("*202607.7z", TradeFixture.Pack(("a.dat", TradeFixture.Read("comext-bulk", "full_202607.dat")))))
            with
        { NotFoundIsNothingNew = true },
        ["wits"] = SourceCase.Of<TradeStatisticsPlugin>("wits", new WitsOptions { Reporters = ["SWE", "NAM"] }, () => new ReplayTransport()
            .Serve("*_NAM_*", "Reporter,Partner,Product categories,Indicator Type,Indicator,2019,2018\nNamibia,...,...,Tariff,A,  3.25,\n")
            .Serve("*_SWE_*", "Reporter,Partner,Product categories,Indicator Type,Indicator,2019,2018\nSweden,...,...,Tariff,A,  1.50,2\n")),
        ["scb-trade"] = SourceCase.Of<TradeStatisticsPlugin>("scb-trade", new ScbTradeOptions { Table = "HA/X/T" }, () => new ReplayTransport()
            .Serve("*?config", """{"maxCells":100}""", contentType: "application/json")
            .Serve("*/sv/*", TradeFixture.Read("scb-trade", "data.json"), contentType: "application/json", whenBody: "json-stat2")
            .Serve("*/sv/*", TradeFixture.Read("scb-trade", "meta.sv.json"), contentType: "application/json")
            .Serve("*/en/*", TradeFixture.Read("scb-trade", "meta.en.json"), contentType: "application/json")),
        ["scb-trade/calls"] = SourceCase.Of<TradeStatisticsPlugin>(
            "scb-trade", new ScbTradeOptions { Table = "HA/X/T", From = "2026-01", Filters = new Dictionary<string, IReadOnlyList<string>> { ["VarugruppKN"] = ["72"] } }, () => new ReplayTransport()
            .Serve("*?config", """{"maxCells":3}""", contentType: "application/json")
            .Serve("*/sv/*", ScbMonth("2026M01", 11), contentType: "application/json", whenBody: "[\"2026M01\"]")
            .Serve("*/sv/*", ScbMonth("2026M02", 22), contentType: "application/json", whenBody: "[\"2026M02\"]")
            .Serve("*/sv/*", TradeFixture.Read("scb-trade", "meta.sv.json"), contentType: "application/json")
            .Serve("*/en/*", TradeFixture.Read("scb-trade", "meta.en.json"), contentType: "application/json")),
        ["code-list"] = SourceCase.Of<TradeStatisticsPlugin>("code-list", new CodeListOptions { Url = "https://example.org/list", Dataset = "d", Dimension = "product" }, () => new ReplayTransport()
            .Serve("*", "code,label\n72,Iron\n7202,Ferro-alloys\n")),
    };

    /// <summary>The answer to a call for one month of one commodity.</summary>
    private static string ScbMonth(string month, int import) => $$$$$"""
        {"class":"dataset","version":"2.0","label":"Varuhandel","source":"SCB","updated":"2026-03-27T05:00:00Z",
         "id":["VarugruppKN","ImportExport","ContentsCode","Tid"],"size":[1,3,1,1],"role":{"time":["Tid"],"metric":["ContentsCode"]},
         "dimension":{
          "VarugruppKN":{"label":"varugrupp","category":{"index":{"72":0},"label":{"72":"Järn och stål"}}},
          "ImportExport":{"label":"import/export","category":{"index":{"ITOT":0,"ETOT":1,"HANDELSB":2},"label":{"ITOT":"Import","ETOT":"Export","HANDELSB":"Handelsbalans"}}},
          "ContentsCode":{"label":"tabellinnehåll","category":{"index":{"X1":0},"label":{"X1":"Värde"},"unit":{"X1":{"base":"miljoner kronor","decimals":0}}}},
          "Tid":{"label":"månad","category":{"index":{"{{{{{month}}}}}":0},"label":{"{{{{{month}}}}}":"{{{{{month}}}}}"}}}},
         "value":[{{{{{import}}}}},100,{{{{{100 - import}}}}}]}
        """;
}
