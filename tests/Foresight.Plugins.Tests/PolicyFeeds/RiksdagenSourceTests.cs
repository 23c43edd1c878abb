using System.Net;
using System.Text.Json;
using Foresight.Plugins.PolicyFeeds;
using Foresight.Plugins.PolicyFeeds.Riksdagen;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PolicyFeeds;

public sealed class RiksdagenSourceTests
{
    [Fact]
    public async Task Captures_BothPages_GiveADocumentPerEntry()
    {
        string[] files = [SharedFolder.Path("captures", "feeds", "riksdagen", "bet_dokumentlista_page1.json"), SharedFolder.Path("captures", "feeds", "riksdagen", "bet_dokumentlista_page2.json")];
        using var harness = Harness();
        harness.Web.ServeFile("https://data.riksdagen.se/dokumentlista/?*p=1", files[0], "application/json").ServeFile("https://data.riksdagen.se/dokumentlista/?*p=2", files[1], "application/json");

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal(files.Sum(Count), documents.Count);
        Assert.Equal("https://data.riksdagen.se/dokumentlista/?doktyp=bet&utformat=json&sort=datum&sortorder=desc&sz=200&p=2", harness.Web.Requests[1].AbsoluteUri);
        var planned = documents[0];
        Assert.Equal(("HE01FiU8", "planerat", null, new DateOnly(2026, 6, 30)), (planned.Id, planned.Status, planned.Published, planned.Due));
        var filed = documents[1];
        Assert.Equal(("HD01KU45", "report", "2026-06-16", null), (filed.Id, filed.Kind, filed.Published.ToString(), filed.Due));
        Assert.Equal("https://data.riksdagen.se/dokument/HD01KU45.html", filed.Origin?.AbsoluteUri);
        Assert.Equal(["KU", "2025/26"], filed.Categories);
    }

    [Fact]
    public async Task PlannedDocuments_InTheFuture_DoNotMoveTheCursor()
    {
        using var harness = Harness();
        harness.Web.Serve("*", Page(null, Entry("A", "2027-01-15", "planerat"), Entry("B", "2026-12-01", "Webbpublicering"), Entry("C", "2026-06-16", "Webbpublicering")));

        var batches = await harness.ReadAsync();

        Assert.Equal("bet=2026-06-16", batches[^1].Next?.Value);
    }

    [Fact]
    public async Task Cursor_OfTheLastRun_EndsThePagingBehindItsLag()
    {
        using var harness = Harness();
        harness.Web.Serve("*p=1", Page("p=2", Entry("A", "2026-09-01", "x"))).Serve("*p=2", Page("p=3", Entry("B", "2026-08-01", "x"))).Serve("*p=3", Page(null, Entry("C", "2026-01-01", "x")));

        var documents = await harness.ReadDocumentsAsync(new Cursor("bet=2026-08-20"));

        Assert.Equal(["A", "B"], documents.Select(document => document.Id));
        Assert.Equal(2, harness.Web.Requests.Count);
    }

    [Fact]
    public async Task Cursor_MovesOnlyWithTheLastPageOfAType()
    {
        using var harness = Harness("bet", "prop");
        harness.Web.Serve("*doktyp=bet*p=1", Page("doktyp=bet&p=2", Entry("A", "2026-09-01", "x"))).Serve("*doktyp=bet*p=2", Page(null, Entry("B", "2026-08-01", "x")))
            .Serve("*doktyp=prop*p=1", Page(null, Entry("C", "2026-07-01", "x", "prop")));

        var batches = await harness.ReadAsync();

        Assert.Equal([null, "bet=2026-09-01", "bet=2026-09-01;prop=2026-07-01"], batches.Select(batch => batch.Next?.Value));
        Assert.Equal("bill", Assert.Single(((DocumentBatch)batches[2]).Documents).Kind);
    }

    [Fact]
    public async Task Paging_ThatLeadsInACircle_Ends()
    {
        using var harness = Harness();
        harness.Web.Serve("*p=1", Page("p=2", Entry("A", "2026-09-01", "x"))).Serve("*", Page("p=99", Entry("A", "2026-09-01", "x")));

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal("A", Assert.Single(documents).Id);
        Assert.Equal(2, harness.Web.Requests.Count);
    }

    [Fact]
    public async Task Paging_PastTheLimit_EndsAndKeepsTheCursorWhereSomethingIsMissed()
    {
        using var harness = PluginHarness.For<PolicyFeedsPlugin>("riksdagen", new RiksdagenOptions { MaxPages = 1 });
        harness.Web.Serve("*p=1", Page("p=2", Entry("A", "2026-09-01", "x")));

        var first = await harness.ReadAsync();
        var later = await harness.ReadAsync(new Cursor("bet=2026-01-01"));

        Assert.Equal("bet=2026-09-01", Assert.Single(first).Next?.Value);
        Assert.Null(Assert.Single(later).Next);
    }

    [Fact]
    public async Task MixedList_ForEveryType_YieldsEachDocumentOnce()
    {
        using var harness = Harness("bet", "prop", "mot");
        harness.Web.Serve("*", Page(null, Entry("A", "2026-09-01", "x"), Entry("B", "2026-08-01", "x", "mot")));

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal(["A", "B"], documents.Select(document => document.Id));
        Assert.Equal(3, harness.Web.Requests.Count);
    }

    [Fact]
    public async Task Json_WithCommentsAndAListOfOne_IsRead()
    {
        using var harness = Harness();
        harness.Web.Serve("*", "{\"dokumentlista\":{/* n */\"dokument\":" + Entry("A", "2026-09-01", "x") + "}}");

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal("A", Assert.Single(documents).Id);
    }

    [Fact]
    public async Task Entry_WithoutADate_IsRejectedAlone()
    {
        using var harness = Harness();
        harness.Web.Serve("*", Page(null, "{\"dok_id\":\"X\",\"titel\":\"t\",\"datum\":\"snart\"}", Entry("A", "2026-09-01", "x")));

        var batch = Assert.IsType<DocumentBatch>(Assert.Single(await harness.ReadAsync()));

        Assert.Equal("A", Assert.Single(batch.Documents).Id);
        Assert.Equal("document 1 of its page", Assert.Single(batch.Rejections).Where);
        Assert.Contains("\"snart\"", batch.Rejections[0].Item, StringComparison.Ordinal);
        Assert.Contains("dok_id", batch.Fields!);
    }

    [Theory]
    [InlineData("<html>", "text/html", HttpStatusCode.OK, "web page where data were due")]
    [InlineData("{}", "application/json", HttpStatusCode.OK, "there is no \"dokumentlista\" in it")]
    [InlineData("", "application/json", HttpStatusCode.BadGateway, "answered 502")]
    public async Task Failure_OfTheService_IsOneSentence(string body, string type, HttpStatusCode status, string part)
    {
        using var harness = Harness();
        harness.Web.Serve("*", body, status, type);

        var failure = await harness.FailAsync();

        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Equal(Recovery.Retry, failure.Recovery);
    }

    [Fact]
    public async Task BulkCaptures_Read_AllParseWithTheirText()
    {
        var files = Directory.GetFiles(SharedFolder.Path("captures", "feeds", "riksdagen", "bulk"), "h*.json").Append(SharedFolder.Path("captures", "feeds", "riksdagen", "HA01AU10.json")).ToList();
        using var harness = PluginHarness.For<PolicyFeedsPlugin>("riksdagen", new RiksdagenOptions { Documents = [.. files.Select((_, i) => $"d{i}")] });
        for (var i = 0; i < files.Count; i++)
            harness.Web.ServeFile($"https://data.riksdagen.se/dokumentstatus/d{i}.json", files[i], "application/json");

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal(files.Count, documents.Count);
        Assert.Equal(files.Count, documents.Select(document => document.Id).Distinct().Count());
        Assert.All(documents.Where(document => document.Due is null), document => Assert.True(document.Text.Length > 200, document.Id));
        Assert.All(documents.Where(document => document.Due is not null), document => Assert.Equal("planerat", document.Status));
    }

    [Fact]
    public async Task Backfill_AsksForItsDaysAndYieldsNoOthers()
    {
        using var harness = Harness();
        harness.Web.Serve("*&from=2024-01-01&tom=2024-01-31&*p=1", Page("p=2", Entry("A", "2024-01-31", "x"))).Serve("*p=2", Page(null, Entry("B", "2024-01-01", "x"), Entry("C", "2023-12-31", "x")));

        var batches = await harness.ReadAsync(new Cursor("bet=2026-08-20"), new DayRange(new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1)));

        Assert.Equal(["A", "B"], batches.Cast<DocumentBatch>().SelectMany(batch => batch.Documents).Select(document => document.Id));
    }

    [Fact]
    public async Task FullText_ThatCannotBeReadNow_WaitsWithTheCursor()
    {
        using var harness = PluginHarness.For<PolicyFeedsPlugin>("riksdagen", new RiksdagenOptions { FullText = true });
        harness.Web.Serve("*/dokumentlista/*", Page(null, Entry("P", "2027-01-01", "planerat"), Entry("A", "2026-09-01", "x"), Entry("B", "2026-08-30", "x")))
            .Serve("*/dokumentstatus/A.json", "{\"dokumentstatus\":{\"dokument\":" + Entry("A", "2026-09-01", "x").Replace("{", "{\"html\":\"<p>Hela texten</p>\",", StringComparison.Ordinal) + "}}", contentType: "application/json")
            .Serve("*/dokumentstatus/B.json", "", HttpStatusCode.BadGateway);

        var batch = Assert.IsType<DocumentBatch>(Assert.Single(await harness.ReadAsync()));

        Assert.Equal(["P", "A"], batch.Documents.Select(document => document.Id));
        Assert.Equal("Hela texten", batch.Documents[1].Text);
        Assert.Equal("B", Assert.Single(batch.Rejections).Where);
        Assert.Null(batch.Next);
    }

    [Fact]
    public void Recognise_DocumentLists_ByTheirRoot()
    {
        Assert.NotNull(PluginHarness.Recognise<PolicyFeedsPlugin>("riksdagen", Page(null)));
        Assert.Null(PluginHarness.Recognise<PolicyFeedsPlugin>("riksdagen", "{\"a\":1}"));
    }

    private static PluginHarness Harness(params string[] types) =>
        PluginHarness.For<PolicyFeedsPlugin>("riksdagen", new RiksdagenOptions { DocumentTypes = types.Length == 0 ? ["bet"] : types });

    private static int Count(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.GetProperty("dokumentlista").GetProperty("dokument").GetArrayLength();
    }

    private static string Page(string? next, params string[] entries) =>
        "{\"dokumentlista\":{" + (next is null ? "" : $"\"@nasta_sida\":\"http://data.riksdagen.se/dokumentlista/?{next}\",") + $"\"dokument\":[{string.Join(',', entries)}]}}}}";

    private static string Entry(string id, string date, string status, string type = "bet") =>
        $"{{\"dok_id\":\"{id}\",\"datum\":\"{date}\",\"titel\":\"Exempel {id}\",\"doktyp\":\"{type}\",\"status\":\"{status}\",\"filbilaga\":null}}";
}
