using System.Net;
using System.Text.Json;
using Foresight.Plugins.FundingCalls;
using Foresight.Plugins.FundingCalls.Interreg;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.FundingCalls;

public sealed class InterregSourceTests
{
    internal const string Row =
        "{\"id\":1,\"program\":\"Exempel\",\"startdatum\":\"2024-01-01\",\"slutdatum\":\"2026-12-31\",\"projektnamn\":\"P\",\"organisationsnamn\":\" Exempel  kommun \","
        + "\"organisationsroll\":\"PP\",\"nuts3\":\"Västra Götalands län\",\"partnerbudget\":1000.5,\"specifiktmal\":\"RSO2.6\",\"projektår\":2024,\"aktiv\":\"Ja\"}";

    [Theory]
    [InlineData("interregbarometern-rawdata-2026-05-29.json")]
    [InlineData("interregbarometern-rawdata-2026-06-09.json")]
    public async Task Captures_Read_GiveARowPerPartner(string file)
    {
        var path = SharedFolder.Path("captures", "feeds", "interreg", file);
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        using var harness = Harness(File.ReadAllText(path));

        var rows = await harness.ReadObservationsAsync();

        Assert.Equal(1196, rows.Count);
        Assert.Equal(json.RootElement.GetArrayLength(), rows.Count);
        Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
        Assert.Equal(174, rows.Count(row => row.Value is null && row.Presence == Presence.Missing && row.Status!.StartsWith("unknown", StringComparison.Ordinal)));
        Assert.Equal(180, rows.Count(row => row["ref_area"] == "SE232"));
        Assert.Equal(6, rows.Count(row => row["ref_area"] is null));
        Assert.Equal(json.RootElement.EnumerateArray().Sum(one => one.GetProperty("partnerbudget").GetDecimal()), rows.Sum(row => (decimal)(row.Value ?? 0)), 2);
    }

    [Fact]
    public async Task Captures_OfTwoDates_HaveTheSameIdentities()
    {
        var identities = new List<string[]>();

        foreach (var date in new[] { "05-29", "06-09" })
        {
            using var harness = Harness(File.ReadAllText(SharedFolder.Path("captures", "feeds", "interreg", $"interregbarometern-rawdata-2026-{date}.json")));
            identities.Add([.. (await harness.ReadObservationsAsync()).Select(row => row.Identity)]);
        }

        Assert.Equal(identities[0], identities[1]);
    }

    [Fact]
    public async Task Row_Read_HasItsDimensions()
    {
        using var harness = Harness($"[{Row}]");

        var row = Assert.Single(await harness.ReadObservationsAsync());

        Assert.Equal(("interreg-partners", "2024", 1000.5, null), (row.Dataset, row.Period.Text, row.Value, row.Status));
        Assert.Equal(("SE232", "EUR", "Exempel", "1", "Exempel kommun"), (row["ref_area"], row["unit"], row["programme"], row["project_id"], row["organisation"]));
        Assert.Equal(("P", "PP", "RSO2.6", "2024-01-01", "2026-12-31", null), (row["project"], row["role"], row["objective"], row["start"], row["end"], row["row"]));
    }

    [Fact]
    public async Task Rows_AlikeInEverything_AreNumbered()
    {
        using var harness = Harness($"[{Row},{Row.Replace("1000.5", "7", StringComparison.Ordinal)},{Row}]");

        var rows = await harness.ReadObservationsAsync();

        Assert.Equal([null, "2", "3"], rows.Select(row => row["row"]));
    }

    [Fact]
    public async Task Rows_InAnotherOrder_KeepTheirNumbers()
    {
        var other = Row.Replace("1000.5", "7", StringComparison.Ordinal);
        using var before = Harness($"[{Row},{other}]");
        using var after = Harness($"[{other},{Row}]");

        var one = await before.ReadObservationsAsync();
        var two = await after.ReadObservationsAsync();

        Assert.Equal([(null, 1000.5), ("2", 7)], one.Select(row => (row["row"], row.Value)));
        Assert.Equal(one.Select(row => (row.Identity, row.Value)), two.Select(row => (row.Identity, row.Value)));
    }

    [Theory]
    [InlineData("Småland med öarna")]
    [InlineData("Småland och öarna")]
    [InlineData("Småland och Öarna")]
    public async Task Region_InAnySpelling_StandsForAnUnknownCounty(string region)
    {
        using var harness = Harness($"[{Row.Replace("\"nuts3\":\"Västra Götalands län\"", $"\"nuts3\":null,\"nuts2\":\"{region}\"", StringComparison.Ordinal)}]");

        var row = Assert.Single(await harness.ReadObservationsAsync());

        Assert.Equal("SE21", row["ref_area"]);
    }

    [Fact]
    public async Task WholeList_Read_EndsTheSnapshot()
    {
        using var harness = Harness($"[{Row}]");

        var batch = Assert.Single(await harness.ReadAsync());

        Assert.True(batch.EndsSnapshot);
    }

    [Fact]
    public async Task Project_ThatEnds_KeepsItsIdentity()
    {
        using var before = Harness($"[{Row}]");
        using var after = Harness($"[{Row.Replace("Ja", "Nej", StringComparison.Ordinal)}]");

        var one = Assert.Single(await before.ReadObservationsAsync());
        var other = Assert.Single(await after.ReadObservationsAsync());

        Assert.Equal(one.Identity, other.Identity);
        Assert.Equal((null, "ended"), (one.Status, other.Status));
    }

    [Fact]
    public async Task Row_WithoutAYear_IsRejectedAlone()
    {
        using var harness = Harness($"[{{\"id\":1,\"projektnamn\":\"x\"}},{Row},null]");

        var batch = Assert.IsType<ObservationBatch>(Assert.Single(await harness.ReadAsync()));

        Assert.Equal(1, batch.Count);
        Assert.False(batch.EndsSnapshot);
        Assert.Equal(["row 1", "row 3"], batch.Rejections.Select(rejection => rejection.Where));
    }

    [Theory]
    [InlineData("<html>", "text/html", HttpStatusCode.OK, "with a web page where data were due", Recovery.Retry)]
    [InlineData("{}", "application/json", HttpStatusCode.OK, "did not answer a whole JSON list of partners", Recovery.Retry)]
    [InlineData("[]", "application/json", HttpStatusCode.OK, "answered an empty list", Recovery.Retry)]
    [InlineData("", "text/plain", HttpStatusCode.NotFound, "answered 404", Recovery.Stop)]
    public async Task Failure_OfTheServer_IsOneSentence(string body, string type, HttpStatusCode status, string part, Recovery recovery)
    {
        using var harness = PluginHarness.For<FundingCallsPlugin>("interreg", new InterregOptions());
        harness.Web.Serve("*", body, status, type);

        var failure = await harness.FailAsync();

        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Equal(recovery, failure.Recovery);
    }

    [Fact]
    public void Recognise_RawData_ByItsFields()
    {
        Assert.NotNull(PluginHarness.Recognise<FundingCallsPlugin>("interreg", $"[{Row}]"));
        Assert.Null(PluginHarness.Recognise<FundingCallsPlugin>("interreg", "[1]"));
    }

    private static PluginHarness Harness(string answer)
    {
        var harness = PluginHarness.For<FundingCallsPlugin>("interreg", new InterregOptions());
        harness.Web.Serve("*", answer, contentType: "application/json");
        return harness;
    }
}
