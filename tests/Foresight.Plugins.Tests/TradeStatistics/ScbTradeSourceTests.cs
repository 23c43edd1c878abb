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
    public async Task Read_Symbols_AreMarked()
    {
        using var scb = Scb(new() { Table = "HA/X/T", From = "2026-01", Filters = new Dictionary<string, IReadOnlyList<string>> { ["VarugruppKN"] = ["72"] } });
        Serve(scb, TradeFixture.Read("scb-trade", "data.json"));

        var batch = (await scb.ReadAsync()).OfType<ObservationBatch>().Single();

        Assert.Equal(["O", "M"], batch.Marks!.Values);
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

    [Theory]
    [InlineData(1, 27)]
    [InlineData(4, 9)]
    [InlineData(10, 3)]
    [InlineData(100, 1)]
    public async Task Read_MoreCellsThanACallMayHave_GivesEachOnceOverSeveralCalls(int mostCells, int calls)
    {
        using var scb = Scb(new() { Table = "HA/X/T" });
        Serve(scb, null, Config.Replace("\"maxCells\":100", $"\"maxCells\":{mostCells}", StringComparison.Ordinal), body => Cube(body, mostCells));

        var rows = await scb.ReadObservationsAsync();

        Assert.Equal(calls, scb.Web.Bodies.Count);
        string[] products = ["72", "7202", "87"], flows = ["1", "2", "HANDELSB"], months = ["2025-12", "2026-01", "2026-02"];
        Assert.Equal(
            from product in products from flow in flows from month in months orderby product, flow, month select $"{product} {flow} {month}",
            rows.Select(row => $"{row[Dimension.Product]} {row[Dimension.Flow]} {row.Period.Text}").Order(StringComparer.Ordinal));
        Assert.Equal(27, rows.Select(row => row.Value).Distinct().Count());
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

    /// <summary>Answers as PxWeb does: just the cells that were asked for, and no more than it allows. A cell's value tells its codes.</summary>
    private static string Cube(string question, int mostCells)
    {
        using var asked = JsonDocument.Parse(question);
        var parts = asked.RootElement.GetProperty("query").EnumerateArray().Select(part => (
            Code: part.GetProperty("code").GetString()!,
            Values: part.GetProperty("selection").GetProperty("values").EnumerateArray().Select(value => value.GetString()!).ToArray())).ToList();
        IEnumerable<string> cells = parts.Aggregate<(string, string[] Values), IEnumerable<string>>([""], (sofar, part) => sofar.SelectMany(one => part.Values.Select(value => one + value)));
        var values = cells.Select(cell => (double)string.GetHashCode(cell, StringComparison.Ordinal)).ToArray();
        Assert.InRange(values.Length, 1, mostCells);
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["class"] = "dataset",
            ["version"] = "2.0",
            ["id"] = parts.Select(part => part.Code),
            ["size"] = parts.Select(part => part.Values.Length),
            ["dimension"] = parts.ToDictionary(part => part.Code, part => new { category = new { index = part.Values } }),
            ["value"] = values,
        });
    }

    private static void Serve(PluginHarness scb, string? data, string config = Config, Func<string, string>? answerTo = null)
    {
        scb.Web.Serve("*/sv/ssd?config", config, contentType: "application/json");
        scb.Web.ServeTo(HttpMethod.Get, "*/sv/ssd/HA/X/T", TradeFixture.Read("scb-trade", "meta.sv.json"));
        scb.Web.ServeTo(HttpMethod.Get, "*/en/ssd/HA/X/T", TradeFixture.Read("scb-trade", "meta.en.json"));
        scb.Web.ServeTo(HttpMethod.Post, "*/sv/ssd/HA/X/T", answerTo ?? (_ => data!));
    }

    private static PluginHarness Scb(ScbTradeOptions options) => PluginHarness.For<TradeStatisticsPlugin>("scb-trade", options);
}
