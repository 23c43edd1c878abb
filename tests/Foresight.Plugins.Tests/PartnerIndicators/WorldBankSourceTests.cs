using System.Text.Json;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

public class WorldBankSourceTests
{
    [Fact]
    public async Task Read_Options_AsksOncePerIndicatorUpToThisYear()
    {
        using var bank = Bank("SP.POP.TOTL", "NY.GDP.MKTP.CD");
        bank.Web.Serve("*", Page(1, 1, Row("SE", "SWE", "2023", "1")));

        await bank.ReadAsync();

        Assert.Equal(
            [
                "https://api.worldbank.org/v2/country/SWE;NAM/indicator/SP.POP.TOTL?format=json&per_page=20000&date=2000:2026&page=1",
                "https://api.worldbank.org/v2/country/SWE;NAM/indicator/NY.GDP.MKTP.CD?format=json&per_page=20000&date=2000:2026&page=1",
            ],
            bank.Web.Requests.Select(url => url.AbsoluteUri));
    }

    [Fact]
    public async Task Read_Rows_KeepsNamibiaAggregatesAndMissingValues()
    {
        using var bank = Bank("I");
        bank.Web.Serve("*", Page(1, 1, Row("NA", "NAM", "2023", "1.5"), Row("NA", "NAM", "2022", "null"), Row("NA", "", "2021", "2", unit: "%", status: "E"), "{}"));

        var batch = Assert.Single(await bank.ReadAsync());

        var rows = ObservationRow.RowsOf((ObservationBatch)batch).ToList();
        Assert.Equal(
            [
                ("wdi|2023|indicator=I|ref_area=NAM", 1.5, Presence.Present, null),
                ("wdi|2022|indicator=I|ref_area=NAM", null, Presence.Missing, null),
                ("wdi|2021|indicator=I|ref_area=NA|unit=%", 2, Presence.Present, "E"),
            ],
            rows.Select(row => (row.Identity, row.Value, row.Presence, row.Status)));
        Assert.Equal("item 4", Assert.Single(batch.Rejections).Where);
    }

    [Fact]
    public async Task Read_RefusedIndicator_ReadsTheOthersAndSaysSo()
    {
        using var bank = Bank("BAD", "GOOD");
        bank.Web.Serve("*BAD*", """[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]""");
        bank.Web.Serve("*GOOD*", Page(1, 1, Row("SE", "SWE", "2023", "1")));

        var exception = await bank.FailAsync();

        Assert.Equal(Recovery.Stop, exception.Recovery);
        Assert.Contains("The provided parameter value is not valid", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, bank.Web.Requests.Count);
    }

    [Fact]
    public async Task Read_AnotherPageThanAskedFor_Stops()
    {
        using var bank = Bank("I");
        bank.Web.Serve("*", Page(1, 3, Row("SE", "SWE", "2023", "1")));

        var exception = await bank.FailAsync();

        Assert.Equal(Recovery.Retry, exception.Recovery);
        Assert.Equal(2, bank.Web.Requests.Count);
    }

    [Fact]
    public async Task Read_NoRowsAtAll_SaysThatTheIdsAreUnknown()
    {
        using var bank = Bank("I");
        bank.Web.Serve("*", """[{"page":0,"pages":0,"per_page":0,"total":0},null]""");

        var exception = await bank.FailAsync();

        Assert.Equal(Fault.UnknownId, exception.Fault);
    }

    [Theory]
    [InlineData("[]", Recovery.Stop)]
    [InlineData("{}", Recovery.Stop)]
    [InlineData("<wb:error/>", Recovery.Retry)]
    [InlineData("<html></html>", Recovery.Retry)]
    public async Task Read_NoPage_Fails(string body, Recovery recovery)
    {
        using var bank = Bank("I");
        bank.Web.Serve("*", body);

        var exception = await bank.FailAsync();

        Assert.Equal(recovery, exception.Recovery);
    }

    [Theory]
    [InlineData("api-v2-NY.GDP.MKTP.CD-page1-raw.json")]
    [InlineData("api-v2-ignifer.json")]
    public async Task Read_Capture_GivesEveryRow(string file)
    {
        var path = SharedFolder.Path("captures", "statistics", "worldbank", file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        var match = PluginHarness.Recognise<PartnerIndicatorsPlugin>("worldbank", text)!;
        using var bank = PluginHarness.For<PartnerIndicatorsPlugin>("worldbank", new WorldBankOptions
        {
            Indicators = [match.Options["indicators"]],
            Countries = [match.Options["countries"]],
            MaxPages = 1,
        });
        bank.Web.ServeFile("*", path);

        var rows = await bank.ReadObservationsAsync();

        Assert.Equal(("NY.GDP.MKTP.CD", "USA", "1"), (match.Options["indicators"], match.Options["countries"], match.Options["maxPages"]));
        Assert.Equal(json.RootElement[1].EnumerateArray().Select(row => row.GetProperty("value").GetDouble()), rows.Select(row => row.Value!.Value));
        Assert.All(rows, row => Assert.Equal("USA", row[Dimension.RefArea]));
    }

    [Fact]
    public async Task Read_CapturedPages_AreFollowedAndTheErrorIsTold()
    {
        var path = SharedFolder.Path("captures", "statistics", "worldbank", "api-v2-askstat.json");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        using var bank = Bank("NY.GDP.MKTP.CD");
        bank.Web.Serve("*page=1", json.RootElement.GetProperty("page1").GetRawText());
        bank.Web.Serve("*page=2", json.RootElement.GetProperty("page2").GetRawText());
        using var refused = Bank("NY.GDP.MKTP.CD");
        refused.Web.Serve("*", json.RootElement.GetProperty("error").GetRawText());

        var rows = await bank.ReadObservationsAsync();
        var exception = await refused.FailAsync();

        Assert.Equal(["2024", "2023", "2022", "2021", "2020", "2019", "2018"], rows.Select(row => row.Period.Text));
        Assert.Equal(500886328034.123, rows[0].Value);
        Assert.Contains(json.RootElement.GetProperty("error")[0].GetProperty("message")[0].GetProperty("value").GetString()!, exception.Message, StringComparison.Ordinal);
    }

    private static PluginHarness Bank(params string[] indicators) =>
        PluginHarness.For<PartnerIndicatorsPlugin>("worldbank", new WorldBankOptions { Indicators = indicators, Countries = ["SWE", "NAM"] });

    private static string Page(int page, int pages, params string[] rows) =>
        $$"""[{"page":{{page}},"pages":{{pages}},"per_page":"50","total":{{rows.Length}}},[{{string.Join(',', rows)}}]]""";

    private static string Row(string id, string iso3, string date, string value, string unit = "", string status = "") =>
        $$"""{"indicator":{"id":"I","value":"An indicator"},"country":{"id":"{{id}}","value":"A country"},"countryiso3code":"{{iso3}}","date":"{{date}}","value":{{value}},"unit":"{{unit}}","obs_status":"{{status}}","decimal":0}""";
}
