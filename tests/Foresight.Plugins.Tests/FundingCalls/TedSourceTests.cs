using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json;
using Foresight.Plugins.FundingCalls;
using Foresight.Plugins.FundingCalls.Ted;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.FundingCalls;

public sealed class TedSourceTests
{
    private const string Search = "https://api.ted.europa.eu/v3/notices/search";
    private const string NoMore = """{"notices":[],"totalNoticeCount":4,"iterationNextToken":"token-4","timedOut":false}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Iteration_OverPages_GivesEachNoticeOnceAndMovesTheCursor()
    {
        var web = Pages();

        var batches = await ReadAsync(Options(), web);

        Assert.Equal(["100001-2026", "100002-2026", "100003-2026"], batches.SelectMany(batch => batch.Documents).Select(document => document.Id));
        Assert.Equal(["ted=2026-08-29", "ted=2026-09-01"], batches.Select(batch => batch.Next?.Value));
        Assert.Equal("It has no publication number.", Assert.Single(batches[1].Rejections).Reason);
        Assert.Equal([null, "token-2"], web.Requests.Select(request => Sent(request, "iterationNextToken")));
        Assert.All(web.Requests, request => Assert.Equal("ITERATION", Sent(request, "paginationMode")));
    }

    [Fact]
    public async Task PageNumbers_OverPages_AreCountedUp()
    {
        var web = NumberedPages();

        var batches = await ReadAsync(Options(options => (options.Paging, options.PageSize) = (TedPaging.PageNumber, 2)), web);

        Assert.Equal(3, batches.Sum(batch => batch.Documents.Count));
        Assert.Equal(["PAGE_NUMBER", "PAGE_NUMBER"], web.Requests.Select(request => Sent(request, "paginationMode")));
    }

    [Fact]
    public async Task PageNumbers_BeyondWhatIsServed_AreRefused()
    {
        var web = new ReplayTransport().Serve(Search, """{"notices":[{"publication-number":"1-2026"}],"totalNoticeCount":15001}""", contentType: "application/json");

        var failure = await Assert.ThrowsAsync<SourceException>(() => ReadAsync(Options(options => options.Paging = TedPaging.PageNumber), web));

        Assert.Contains("15001 notices", failure.Message, StringComparison.Ordinal);
        Assert.Equal((Recovery.Stop, Fault.Options), (failure.Recovery, failure.Fault));
    }

    [Fact]
    public async Task Iteration_WhoseTokenNeverChanges_Ends()
    {
        var web = new ReplayTransport().Serve(
            Search, """{"notices":[{"publication-number":"1-2026","title-proc":{"swe":"En"}}],"totalNoticeCount":9,"iterationNextToken":"same"}""", contentType: "application/json");

        var batches = await ReadAsync(Options(), web);

        Assert.Single(batches.SelectMany(batch => batch.Documents));
        Assert.Equal(2, web.Requests.Count);
    }

    [Fact]
    public async Task Notice_WithHalfASurrogatePair_IsKeptWithAMark()
    {
        var web = new ReplayTransport().Serve(
            Search,
            """{"notices":[{"publication-number":"1-2026","title-proc":{"swe":"\ud800"}},{"publication-number":"2-2026","title-proc":{"swe":"Två"}}],"totalNoticeCount":2}""",
            contentType: "application/json");

        var batch = Assert.Single(await ReadAsync(Options(), web));

        Assert.Equal(["\uFFFD", "Två"], batch.Documents.Select(document => document.Title));
        Assert.Empty(batch.Rejections);
    }

    [Fact]
    public async Task Notices_InSeveralLanguages_AreOneDocument()
    {
        var web = new ReplayTransport().ServeFile("https://ted.europa.eu/*", Fixture("export.xml"), "application/xml");

        var batches = await ReadAsync(new TedOptions { Notices = ["https://ted.europa.eu/sv/notice/456-2022/xml", "https://ted.europa.eu/da/notice/456-2022/xml"] }, web);

        Assert.Equal("456-2022", Assert.Single(batches.SelectMany(batch => batch.Documents)).Id);
    }

    [Fact]
    public async Task Answer_OutOfOrder_LeavesTheCursorUntilTheEnd()
    {
        var web = new ReplayTransport()
            .Serve(Search, """{"notices":[{"publication-number":"3-2026","publication-date":"2026-09-01Z","title-proc":{"swe":"Tre"}}],"totalNoticeCount":2}""", contentType: "application/json", whenBody: "\"page\":2")
            .Serve(Search, """{"notices":[{"publication-number":"1-2026","publication-date":"2026-09-03Z","title-proc":{"swe":"Ett"}},{"publication-number":"2-2026","publication-date":"2026-08-30Z","title-proc":{"swe":"Två"}}],"totalNoticeCount":3}""", contentType: "application/json");

        var batches = await ReadAsync(Options(options => (options.Paging, options.PageSize) = (TedPaging.PageNumber, 2)), web);

        Assert.Equal([null, "ted=2026-09-03"], batches.Select(batch => batch.Next?.Value));
    }

    [Fact]
    public async Task Query_OfAFirstRun_HoldsEveryFilterAndTheDays()
    {
        var web = Pages();

        await ReadAsync(
            Options(options => (options.Places, options.Cpv, options.Text, options.Query) = (["SE232"], ["45", "79620000"], "cykelbro", "form-type = competition")), web);

        Assert.Equal(
            "buyer-country IN (SWE) AND place-of-performance IN (SE232) AND classification-cpv IN (45* 79620000) AND FT ~ \"cykelbro\" "
            + "AND (form-type = competition) AND publication-date >= 20260806 SORT BY publication-date ASC",
            Sent(web.Requests[0], "query"));
    }

    [Fact]
    public async Task Query_OfARunAfter_BeginsALagBeforeTheCursor()
    {
        var web = Pages();

        await ReadAsync(Options(), web, new Cursor("ted=2026-09-01"));

        Assert.Contains("publication-date >= 20260829 SORT", Sent(web.Requests[0], "query"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backfill_OfDays_AsksForThemAlone()
    {
        var handler = new ReplayTransport().Serve(Search, NoMore, contentType: "application/json");
        using var http = new HttpClient(handler);
        var context = new SourceContext(
            new Cursor("ted=2026-09-01"), http, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Parts.Now), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance)
        { Backfill = new DayRange(new(2026, 1, 1), new(2026, 2, 1)) };

        await foreach (var batch in new TedSource(Options()).ReadAsync(context, Token))
            Assert.Fail($"A batch came: {batch}.");

        Assert.Contains("publication-date >= 20260101 AND publication-date <= 20260131 SORT", Sent(handler.Requests[0], "query"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_OfTheSearch_IsADocument()
    {
        var batches = await ReadAsync(Options(), Pages());

        var bridge = batches[0].Documents[0];
        Assert.Equal(("tender", "Ny gång- och cykelbro", "sv", "cn-standard"), (bridge.Kind, bridge.Title, bridge.Language, bridge.Status));
        Assert.Equal("Bron ska bära & hålla. (12000000 SEK)", bridge.Text);
        Assert.Equal(["cpv:45221110", "cpv:45000000", "nuts:SE232", "nuts:SE", "country:SE", "value:12000000 SEK"], bridge.Categories);
        Assert.Equal(("Exempelstads kommun", "2026-08-28", new DateOnly(2026, 9, 30)), (bridge.Publisher, bridge.Published?.ToString(), bridge.Due));
        Assert.Equal("https://ted.europa.eu/sv/notice/-/detail/100001-2026", bridge.Origin?.AbsoluteUri);
    }

    [Fact]
    public async Task Notice_WithoutATitleInAWantedLanguage_HasTheTranslatedHeading()
    {
        var batches = await ReadAsync(Options(), Pages());

        var transport = batches[0].Documents[1];
        Assert.Equal(("Finland – Skolskjutsar", "sv", "Koulukuljetukset"), (transport.Title, transport.Language, transport.Text));
    }

    [Theory]
    [InlineData("{\"message\":\"QUERY_SYNTAX_ERROR\"}", HttpStatusCode.BadRequest, Recovery.Stop, Fault.Refused)]
    [InlineData("{\"message\":\"bad token\"}", HttpStatusCode.InternalServerError, Recovery.Retry, Fault.ServerFault)]
    [InlineData("{}", HttpStatusCode.OK, Recovery.Retry, Fault.Malformed)]
    [InlineData("{\"notices\":[],\"timedOut\":true}", HttpStatusCode.OK, Recovery.Retry, Fault.TimedOut)]
    public async Task Failure_OfTheSearch_IsTold(string body, HttpStatusCode status, Recovery recovery, Fault fault)
    {
        var web = new ReplayTransport().Serve(Search, body, status, "application/json");

        var failure = await Assert.ThrowsAsync<SourceException>(() => ReadAsync(Options(), web));

        Assert.Equal((recovery, fault), (failure.Recovery, failure.Fault));
    }

    [Fact]
    public async Task FullText_OfANotice_CompletesWhatTheSearchSaid()
    {
        var web = PagesAndXml();

        var batches = await ReadAsync(Options(options => options.FullText = true), web);

        Assert.Equal("Bron ska bära & hålla. Pålning i lera. (12000000 SEK)", batches[0].Documents[0].Text);
        Assert.Equal("Koulukuljetukset", batches[0].Documents[1].Text);
    }

    [Fact]
    public async Task Xml_OfEForms_IsTheSameNoticeWithoutPersons()
    {
        var bridge = await NoticeAsync("eforms.xml");

        Assert.Equal(("100001-2026", "Ny gång- och cykelbro", "sv"), (bridge.Id, bridge.Title, bridge.Language));
        Assert.Equal(("Exempelstads kommun", "2026-08-28", new DateOnly(2026, 9, 30)), (bridge.Publisher, bridge.Published?.ToString(), bridge.Due));
        Assert.Equal(["cpv:45221110", "cpv:45000000", "nuts:SE232", "country:SE", "value:12000000 SEK"], bridge.Categories);
        Assert.DoesNotContain("Person", bridge.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Xml_OfTheOlderForm_IsRead()
    {
        var harbour = await NoticeAsync("export.xml");

        Assert.Equal(("456-2022", "Företagstjänster", "sv", "Contract notice"), (harbour.Id, harbour.Title, harbour.Language, harbour.Status));
        Assert.Equal("Rådgivning om havnen Første del. Anden del. Delaftale et. (250000.5 DKK)", harbour.Text);
        Assert.Equal(("Eksempelby Kommune", "2022-01-03", new DateOnly(2022, 2, 11)), (harbour.Publisher, harbour.Published?.ToString(), harbour.Due));
        Assert.Equal(["cpv:79000000", "nuts:DK041", "country:DK", "value:250000.5 DKK"], harbour.Categories);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><TED_EXPORT DOC_ID=\"1-2022\">&b;</TED_EXPORT>")]
    [InlineData("<TED_EXPORT DOC_ID=\"1-2022\">")]
    [InlineData("<ContractNotice/>")]
    public async Task Xml_ThatIsNoNotice_IsRefusedInASentence(string xml)
    {
        var web = new ReplayTransport().Serve("*", xml, contentType: "application/xml");

        var failure = await Assert.ThrowsAsync<SourceException>(() => ReadAsync(new TedOptions { Notices = ["1-2022"] }, web));

        Assert.Contains("is no notice of TED", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("countries", "Sverige")]
    [InlineData("places", "Fyrbodal")]
    [InlineData("cpv", "45000000-7")]
    [InlineData("languages", "svenska")]
    [InlineData("notices", "nr 5")]
    [InlineData("query", "publication-date >= 2026-08-01")]
    [InlineData("query", "deadline-date < 20260231")]
    [InlineData("text", "say \"so\"")]
    public void Options_ThatTedWouldMisread_AreRefused(string option, string value)
    {
        var options = Options(options => _ = option switch
        {
            "countries" => options.Countries = [value],
            "places" => options.Places = [value],
            "cpv" => options.Cpv = [value],
            "languages" => options.Languages = [value],
            "notices" => options.Notices = [value],
            "query" => (object)(options.Query = value),
            _ => options.Text = value,
        });

        var problem = Assert.Single(options.Validate(new ValidationContext(options)));

        Assert.StartsWith(option, problem.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_ThatNarrowNothing_AreRefused()
    {
        var options = new TedOptions();

        Assert.Contains("nothing narrows", Assert.Single(options.Validate(new ValidationContext(options))).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Captures_OfTheSearch_AreRead()
    {
        var file = SharedFolder.Path("captures", "feeds", "ted", "search-api-v3", "ted-search-response.HEAD-3-notices.json");
        var web = new ReplayTransport().ServeFile(Search, file, "application/json");

        var documents = (await ReadAsync(Options(), web)).SelectMany(batch => batch.Documents).ToArray();

        Assert.Equal(["543796-2026", "543798-2026", "543803-2026"], documents.Select(document => document.Id));
        Assert.Equal(["en", "de", "pt"], documents.Select(document => document.Language));
        Assert.Equal(["value:12000000 NOK", "value:1000 EUR", "value:499318 EUR"], documents.Select(document => document.Categories[^1]));
        Assert.Equal([new(2026, 8, 18), new(2026, 9, 7), new DateOnly(2026, 9, 3)], documents.Select(document => document.Due!.Value));
        Assert.Equal(19, documents[0].Categories.Count(category => category.StartsWith("cpv:", StringComparison.Ordinal)));
        Assert.All(documents, document => Assert.Equal("2026-08-06", document.Published?.ToString()));
    }

    [Theory]
    [InlineData("eforms-real", 10)]
    [InlineData("swedish-original", 7)]
    public async Task Captures_OfNotices_AreReadAndRecognised(string folder, int count)
    {
        var files = Directory.GetFiles(SharedFolder.Path("captures", "feeds", "ted", folder));

        foreach (var file in files)
        {
            var document = Assert.Single(Assert.Single(await ReadAsync(new TedOptions { Notices = ["1-2022"] }, new ReplayTransport().ServeFile("*", file, "application/xml"))).Documents);
            Assert.NotNull(PluginHarness.Recognise<FundingCallsPlugin>("ted", File.ReadAllText(file)));
            Assert.True(document is { Title.Length: > 5, Text.Length: > 20, Publisher.Length: > 2, Published: not null, Status.Length: > 4 }, file);
            Assert.True(document.Categories.Any(category => category.StartsWith("cpv:", StringComparison.Ordinal)), file);
            Assert.True(document.Categories.Any(category => category.StartsWith("country:", StringComparison.Ordinal) && category.Length == 10), file);
            Assert.Equal(folder == "swedish-original", document.Language == "sv");
        }

        Assert.Equal(count, files.Length);
    }

    private static TedOptions Options(Action<TedOptions>? change = null)
    {
        var options = new TedOptions { Countries = ["SWE"] };
        change?.Invoke(options);
        return options;
    }

    internal static ReplayTransport Pages() => new ReplayTransport()
        .Serve(Search, NoMore, contentType: "application/json", whenBody: "token-3")
        .ServeFile(Search, Fixture("page-2.json"), "application/json", whenBody: "token-2")
        .ServeFile(Search, Fixture("page-1.json"), "application/json");

    internal static ReplayTransport NumberedPages() => new ReplayTransport()
        .ServeFile(Search, Fixture("page-1.json"), "application/json", whenBody: "\"page\":1")
        .ServeFile(Search, Fixture("page-2.json"), "application/json", whenBody: "\"page\":2");

    internal static ReplayTransport PagesAndXml() => Pages()
        .ServeFile("https://ted.europa.eu/en/notice/100001-2026/xml", Fixture("eforms.xml"), "application/xml")
        .ServeFile("https://ted.europa.eu/sv/notice/456-2022/xml", Fixture("export.xml"), "application/xml");

    private static SourceCase Case(TedOptions options, Func<ReplayTransport> web) => SourceCase.Of<FundingCallsPlugin>("ted", options, web);

    private static async Task<IReadOnlyList<DocumentBatch>> ReadAsync(TedOptions options, ReplayTransport web, Cursor? since = null)
    {
        var run = await Case(options, () => web).RunAsync(since, cancellationToken: Token);
        return run.Error is null ? [.. run.Batches.Cast<DocumentBatch>()] : throw run.Error;
    }

    private static async Task<Document> NoticeAsync(string fixture) => Assert.Single(Assert.Single(
        await ReadAsync(new TedOptions { Notices = ["1-2022"] }, new ReplayTransport().ServeFile("https://ted.europa.eu/en/notice/1-2022/xml", Fixture(fixture), "application/xml"))).Documents);

    private static string? Sent(SentRequest request, string key)
    {
        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.TryGetProperty(key, out var value) ? value.ToString() : null;
    }

    private static string Fixture(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Foresight.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "fixtures", "sources", "ted", name);
    }
}
