using System.Net;
using System.Text.Json;
using Foresight.Plugins.TradeStatistics;
using Foresight.Plugins.TradeStatistics.Scb;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.TradeStatistics;

public class ScbTradeSourceTests
{
    private const string Config = """{"maxValues":100,"maxCells":100,"maxCalls":10,"timeWindow":10,"CORS":true}""";

    [Fact]
    public async Task Read_Table_GivesFlowsUnitsAndMissingKinds()
    {
        using var scb = Scb(new() { Table = "HA/X/T", From = "2026-01", Filters = new Dictionary<string, IReadOnlyList<string>> { ["VarugruppKN"] = ["72"] } });
        Serve(scb, TradeFixture.Read("scb-trade", "data.json"));

        var rows = await scb.ReadObservationsAsync();

        Assert.Equal(
            [
                "T|2026-01|flow=1|indicator=X1|product=72|ref_area=SE|unit=miljoner kronor", "T|2026-02|flow=1|indicator=X1|product=72|ref_area=SE|unit=miljoner kronor",
                "T|2026-01|flow=2|indicator=X1|product=72|ref_area=SE|unit=miljoner kronor", "T|2026-02|flow=2|indicator=X1|product=72|ref_area=SE|unit=miljoner kronor",
                "T|2026-01|flow=HANDELSB|indicator=X1|product=72|ref_area=SE|unit=miljoner kronor", "T|2026-02|flow=HANDELSB|indicator=X1|product=72|ref_area=SE|unit=miljoner kronor",
            ],
            rows.Select(row => row.Identity));
        Assert.Equal([185800, null, 195100, 200000, 9300, null], rows.Select(row => row.Value));
        Assert.Equal([(Presence.Missing, ".."), (Presence.NotApplicable, ".")], rows.Where(row => row.Value is null).Select(row => (row.Presence, row.Status!)));
    }

    [Fact]
    public async Task Read_Filters_AreWrittenOutAndPartedByTheCellLimit()
    {
        using var scb = Scb(new() { Table = "HA/X/T", Filters = new Dictionary<string, IReadOnlyList<string>> { ["VarugruppKN"] = ["72*"], ["ImportExport"] = ["ITOT"] } });
        Serve(scb, TradeFixture.Read("scb-trade", "data.json"), Config.Replace("\"maxCells\":100", "\"maxCells\":4", StringComparison.Ordinal));

        await scb.ReadAsync();

        var asked = scb.Web.Bodies.Select(body => JsonDocument.Parse(body).RootElement.GetProperty("query").EnumerateArray()
            .Select(part => string.Join('+', part.GetProperty("selection").GetProperty("values").EnumerateArray().Select(value => value.GetString()))).ToArray()).ToList();
        Assert.Equal([["72+7202", "ITOT", "X1", "2025M12+2026M01"], ["72+7202", "ITOT", "X1", "2026M02"]], asked);
        Assert.Contains("\"format\":\"json-stat2\"", scb.Web.Bodies[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Table_LabelsCodesInBothLanguages()
    {
        using var scb = Scb(new() { Table = "HA/X/T" });
        Serve(scb, TradeFixture.Read("scb-trade", "data.json"));

        var codes = (await scb.ReadAsync()).OfType<CodeListBatch>().Single().Codes;

        Assert.Contains(new CodeLabel("product", "72", "Järn och stål", "Iron and steel", CodeKind.Aggregate), codes);
        Assert.Contains(new CodeLabel("product", "7202", "Ferrolegeringar", "Ferro-alloys", CodeKind.Item, "72"), codes);
        Assert.Contains(new CodeLabel("flow", "1", "Import", "Imports"), codes);
        Assert.Contains(new CodeLabel("flow", "HANDELSB", "Handelsbalans", "Net trade", CodeKind.Aggregate), codes);
        Assert.Equal(codes.Count, codes.Select(code => (code.Dimension, code.Code)).Distinct().Count());
    }

    [Theory]
    [InlineData("Varugrupp", "72")]
    [InlineData("VarugruppKN", "99")]
    public async Task Read_UnknownVariableOrCode_SaysWhich(string variable, string code)
    {
        using var scb = Scb(new() { Table = "HA/X/T", Filters = new Dictionary<string, IReadOnlyList<string>> { [variable] = [code] } });
        Serve(scb, "{}");

        var check = await scb.CheckAsync();
        var exception = await scb.FailAsync();

        Assert.Equal(Fault.UnknownId, exception.Fault);
        Assert.False(check.Works);
        Assert.Contains($"'{(variable == "VarugruppKN" ? code : variable)}'", check.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"id\":\"HA0201\",\"type\":\"l\",\"text\":\"Folder\"}]")]
    [InlineData("{\"variables\":[{\"code\":\"Tid\",\"values\":[\"1\"],\"valueTexts\":[],\"time\":true}]}")]
    [InlineData("{\"variables\":[]}")]
    public async Task Read_NoTable_IsToldInASentence(string answer)
    {
        using var scb = Scb(new() { Table = "HA/X/T" });
        scb.Web.Serve("*?config", Config);
        scb.Web.Serve("*", answer);

        Assert.Equal((Fault.Malformed, Recovery.Stop), ((await scb.FailAsync()) is var e ? e.Fault : default, (await scb.FailAsync()).Recovery));
    }

    [Fact]
    public async Task Read_AskedTooOften_TriesAtTheNextRun()
    {
        using var scb = Scb(new() { Table = "HA/X/T" });
        scb.Web.Serve("*", "", HttpStatusCode.TooManyRequests);

        var exception = await scb.FailAsync();

        Assert.Equal((Fault.TooManyRequests, Recovery.Retry), (exception.Fault, exception.Recovery));
    }

    [Fact]
    public async Task Read_CapturedDescription_IsUnderstood()
    {
        using var statfin = Scb(new() { Table = "a/b", Filters = new Dictionary<string, IReadOnlyList<string>> { ["Kunta"] = ["005"] } });
        statfin.Web.ServeFile("*", SharedFolder.Path("captures", "statistics", "pxweb", "statfin-table-meta.json"), "application/json");

        var check = await statfin.CheckAsync();

        Assert.True(check.Works, check.Sentence);
    }

    private static void Serve(PluginHarness scb, string data, string config = Config)
    {
        scb.Web.Serve("*/sv/ssd?config", config, contentType: "application/json");
        scb.Web.ServeTo(HttpMethod.Get, "*/sv/ssd/HA/X/T", TradeFixture.Read("scb-trade", "meta.sv.json"));
        scb.Web.ServeTo(HttpMethod.Get, "*/en/ssd/HA/X/T", TradeFixture.Read("scb-trade", "meta.en.json"));
        scb.Web.ServeTo(HttpMethod.Post, "*/sv/ssd/HA/X/T", data);
    }

    private static PluginHarness Scb(ScbTradeOptions options) => PluginHarness.For<TradeStatisticsPlugin>("scb-trade", options);
}
