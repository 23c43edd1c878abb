using System.Text;
using Foresight.Formats.JsonStat;
using Foresight.Formats.PxWeb;
using Xunit;

namespace Foresight.Formats.Tests.PxWeb;

public class PxWebReaderTests
{
    [Fact]
    public void ReadConfig_Answer_GivesTheLimits()
    {
        var config = PxWebReader.ReadConfig("""
            {"apiVersion":"2.2.0","languages":[{"id":"en","label":"English"},{"id":"sv","label":"Svenska"}],"defaultLanguage":"sv","maxDataCells":150000,
             "maxCallsPerTimeWindow":3,"timeWindow":1,"license":"CC0","sourceReferences":[{"language":"sv","text":"Källa: X"}],"dataFormats":["json-stat2","px"]}
            """u8);

        Assert.Equal((150_000, 3, TimeSpan.FromSeconds(1)), (config.MaxDataCells, config.MaxCalls, config.TimeWindow));
        Assert.Equal(TimeSpan.FromSeconds(1) / 3, config.Interval);
        Assert.Equal(["en", "sv"], config.Languages);
        Assert.Equal(["json-stat2", "px"], config.DataFormats);
        Assert.Equal("Källa: X", config.Citations["sv"]);
    }

    [Theory]
    [InlineData("""{"maxValues":120000,"maxCells":100000,"maxCalls":30,"timeWindow":60,"CORS":true}""", 100_000)]
    [InlineData("""{"maxValues":120000,"maxCalls":30,"timeWindow":60}""", 120_000)]
    public void ReadConfig_Version1_GivesTheLimits(string text, int cells)
    {
        var config = PxWebReader.ReadConfig(Encoding.UTF8.GetBytes(text));

        Assert.Equal((cells, TimeSpan.FromSeconds(2)), (config.MaxDataCells, config.Interval));
    }

    [Fact]
    public void ReadConfig_Version1ThatSaysNothingOfCalls_GivesTenInTenSeconds()
    {
        var config = PxWebReader.ReadConfig("""{"maxCells":3}"""u8);

        Assert.Equal((3, 10, TimeSpan.FromSeconds(1)), (config.MaxDataCells, config.MaxCalls, config.Interval));
    }

    [Theory]
    [InlineData("""{"maxCalls":30,"timeWindow":60}""", "no 'maxValues' above 0")]
    [InlineData("{}", "no 'maxDataCells' above 0")]
    [InlineData("[]", "no 'maxDataCells' above 0")]
    [InlineData("""{"maxDataCells":5,"maxCallsPerTimeWindow":0,"timeWindow":1}""", "no 'maxCallsPerTimeWindow' above 0")]
    [InlineData("<html>", "is no JSON")]
    public void ReadConfig_NoConfiguration_ThrowsInOneSentence(string text, string part)
    {
        var exception = Assert.Throws<InvalidDataException>(() => PxWebReader.ReadConfig(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadTable_Version2_GivesDimensionsWithRolesAndElimination()
    {
        var table = PxWebReader.ReadTable("""
            {"version":"2.0","class":"dataset","label":"Trade","updated":"2026-06-08T06:00:00Z","role":{"time":["Tid"],"metric":["C"]},"id":["Region","C","Tid"],"size":[2,1,2],
             "dimension":{"Region":{"label":"region","category":{"index":{"00":0,"1487":1},"label":{"00":"Riket","1487":"X"}},"extension":{"elimination":true,"eliminationValueCode":"00"}},
              "C":{"label":"c","category":{"index":{"A1":0},"unit":{"A1":{"base":"SEK","decimals":1}}},"extension":{"elimination":false}},
              "Tid":{"label":"month","category":{"index":{"2026M02":0,"2026M01":1}}}},
             "extension":{"px":{"tableid":"TAB1","nextUpdate":"2026-07-08"}},"value":[]}
            """u8);

        Assert.Equal(("TAB1", "Trade", "2026-07-08", 4L), (table.Id, table.Label, table.NextUpdate, table.CellCount));
        Assert.Equal((true, "00"), (table.Dimensions[0].CanBeLeftOut, table.Dimensions[0].TotalCode));
        Assert.Equal(new JsonStatUnit("SEK", 1), table.Contents!.Units["A1"]);
        Assert.Equal(["2026M01", "2026M02"], table.Time!.OldestFirst);
    }

    [Fact]
    public void ReadTable_Version1_GivesVariables()
    {
        var table = PxWebReader.ReadTable("""
            {"title":"Beds","variables":[{"code":"Kunta","text":"Municipality","values":["SSS","005"],"valueTexts":["All","A"],"elimination":true},
             {"code":"Tiedot","text":"Information","values":["x"],"valueTexts":["Beds"]},{"code":"Vuosi","text":"Year","values":["2022"],"valueTexts":["2022*"],"time":true}]}
            """u8);

        Assert.Equal("Municipality", table.Dimensions[0].Label);
        Assert.True(table.Dimensions[0].CanBeLeftOut);
        Assert.Equal("Tiedot", table.Contents!.Code);
        Assert.Equal("Vuosi", table.Time!.Code);
    }

    [Theory]
    [InlineData("""{"title":"t","variables":[{"text":"no code"}]}""", "Variable 1 of the table has no code")]
    [InlineData("""{"title":"t","variables":[{"code":"a","values":["1"],"valueTexts":["1","2"]}]}""", "1 values but 2 texts")]
    [InlineData("""[{"id":"HA0201","type":"l","text":"Folder"}]""", "must lead to a table, not to a folder")]
    [InlineData("""{"class":"dataset","id":["a"],"size":[2],"dimension":{"a":{"category":{"index":["x"]}}},"value":[]}""", "1 categories where its size is 2")]
    public void ReadTable_Contradiction_ThrowsInOneSentence(string text, string part)
    {
        var exception = Assert.Throws<InvalidDataException>(() => PxWebReader.ReadTable(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadTable_Error_ThrowsWithItsWords()
    {
        var exception = Assert.Throws<JsonStatAnswerException>(() => PxWebReader.ReadTable("""{"type":"Parameter error","title":"Non-existent table","status":404}"""u8));

        Assert.Equal(404, exception.Status);
    }

    [Theory]
    [InlineData("scb-v2", "TAB6471_metadata.json", "TAB6471", 5, 312 * 134 * 3 * 16)]
    [InlineData("pxwebapi2-expected", "MetadataById_tab001_js2.json", "TAB001", 5, 5940)]
    [InlineData("pxwebapi2-expected", "MetadataById_tab003_js2.json", "TAB003", 4, 2448)]
    [InlineData("pxwebapi2-expected", "MetadataById_tab004_js2.json", "TAB004", 4, 4312)]
    [InlineData("", "statfin-table-meta.json", null, 4, 286 * 4 * 28 * 4)]
    public void ReadTable_Capture_GivesItsDimensions(string folder, string file, string? id, int dimensions, int cells)
    {
        var json = File.ReadAllBytes(SharedFolder.Path("captures", "statistics", "pxweb", folder, file));

        var table = PxWebReader.ReadTable(json);

        Assert.Equal((id, dimensions, cells), (table.Id, table.Dimensions.Count, table.CellCount));
        Assert.NotNull(table.Time);
        Assert.NotNull(table.Contents);
    }

    [Theory]
    [InlineData("scb-v2", "config.json", 150_000, 3)]
    [InlineData("pxwebapi2-expected", "GetApiConfiguration.json", 10_000, 30)]
    public void ReadConfig_Capture_GivesItsLimits(string folder, string file, int cells, int calls)
    {
        var config = PxWebReader.ReadConfig(File.ReadAllBytes(SharedFolder.Path("captures", "statistics", "pxweb", folder, file)));

        Assert.Equal((cells, calls), (config.MaxDataCells, config.MaxCalls));
    }
}
