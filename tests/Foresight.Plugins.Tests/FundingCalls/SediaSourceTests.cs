using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Foresight.Plugins.FundingCalls;
using Foresight.Plugins.FundingCalls.Sedia;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.FundingCalls;

public sealed class SediaSourceTests
{
    private const string Open = "\"status\":[\"31094502\"]";

    private const string Budget =
        """{"budgetTopicActionMap":{"1":[{"action":"CERV-2026-TOWNS - CERV-PJG Project grants","budgetYearMap":{"2026":"3000000","2027":500000}}],"2":[{"action":"CERV-2026-TOWNS-OTHER - CERV-PJG","budgetYearMap":{"2026":"9"}}]}}""";

    private const string Infos = """[{"approvalDate":"","lastChangeDate":"2026-08-20T09:30:00.000","content":"<p>The deadline was moved.</p>"}]""";

    [Theory]
    [InlineData("api-debug-full.json", 0)]
    [InlineData("api_response.json", 0)]
    [InlineData("eu_api_response.json", 0)]
    [InlineData("api_test.json", 1)]
    public async Task Capture_OfOneTopicInManyLanguages_IsOneCall(string file, int orphans)
    {
        var run = await Case(new SediaOptions(), () => new ReplayTransport().ServeFile("*", SharedFolder.Path("captures", "feeds", "sedia", file), "application/json"))
            .RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(run.Error);
        var call = Assert.IsType<FundingCall>(Assert.Single(run.Documents));
        Assert.Equal(("HORIZON-CL4-2025-04-DATA-03", "en", "call", "HORIZON", "2021-2027"), (call.Id, call.Language, call.Kind, call.Programme, call.ProgrammingPeriod));
        Assert.StartsWith("Software Engineering for AI", call.Title, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2025, 6, 10), "closed", new DateOnly(2025, 10, 2)), (call.Opening, call.Status, call.Due));
        Assert.Equal([new DateOnly(2025, 10, 2)], call.Deadlines);
        Assert.Equal([15_000_000], call.Budgets);
        Assert.Equal("2025-10-03T15:59:44Z", call.Updated.ToString());
        Assert.Equal("https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/HORIZON-CL4-2025-04-DATA-03", call.Origin?.AbsoluteUri);
        Assert.Equal(orphans, run.Rejected);
    }

    [Fact]
    public async Task Capture_WithAnotherLanguagePreferred_IsInThatLanguage()
    {
        var path = SharedFolder.Path("captures", "feeds", "sedia", "api_response.json");

        var run = await Case(new SediaOptions { Languages = ["sv", "en"] }, () => new ReplayTransport().ServeFile("*", path, "application/json"))
            .RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("HORIZON-CL4-2025-04-DATA-03", "sv"), run.Documents.Select(one => (one.Id, one.Language)).Single());
    }

    [Fact]
    public async Task Capture_OfNewsOnly_IsNoCall()
    {
        var path = SharedFolder.Path("captures", "feeds", "sedia", "eu-api-topic-response.json");

        var run = await Case(new SediaOptions(), () => new ReplayTransport().ServeFile("*", path, "application/json"))
            .RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(run.Error);
        Assert.Empty(run.Documents);
        Assert.Equal(10, run.Rejected);
    }

    [Fact]
    public async Task Capture_WithAStaleStatus_IsClosedByItsDates()
    {
        var path = SharedFolder.Path("captures", "feeds", "sedia", "sedia-filtered-search-2026-06-11.json");
        var source = Case(new SediaOptions(), () => new ReplayTransport().ServeFile("*", path, "application/json"));

        var now = await source.RunAsync(cancellationToken: TestContext.Current.CancellationToken);
        var before = await (source with { Now = new DateTimeOffset(2026, 6, 11, 8, 0, 0, TimeSpan.Zero) }).RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["closed", "closed"], now.Documents.Select(call => call.Status));
        Assert.Equal(["closed", "open"], before.Documents.Select(call => call.Status));
        var chips = Assert.IsType<FundingCall>(now.Documents.First());
        Assert.Equal([new DateOnly(2025, 4, 29), new DateOnly(2025, 9, 17)], chips.Deadlines);
        Assert.Equal([20_000_000], chips.Budgets);
        Assert.EndsWith("/topic-details/HORIZON-JU-CHIPS-2025-IA-LEAI-two-stage", chips.Origin!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OverPagesAndStates_GivesEachTopicOnce()
    {
        var run = await Case(new SediaOptions { PageSize = 2 }, Pages).RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(run.Error);
        Assert.Equal([("CERV-2026-TOWNS", "en"), ("LIFE-2027-WATER", "en")], run.Documents.Select(one => (one.Id, one.Language)));
        var towns = Assert.IsType<FundingCall>(run.Documents.First());
        Assert.Equal(("Town twinning", "CERV", "open", new DateOnly(2026, 9, 24)), (towns.Title, towns.Programme, towns.Status, towns.Due));
        Assert.Equal([3_500_000], towns.Budgets);
        Assert.Equal("Networks of towns\n\nThe deadline was moved.", towns.Text.Replace("\r", "", StringComparison.Ordinal));
        Assert.Equal("2026-09-01T06:00:00Z", towns.Updated.ToString());
        var water = Assert.IsType<FundingCall>(run.Documents.Last());
        Assert.Equal(("forthcoming", new DateOnly(2027, 1, 12)), (water.Status, water.Opening));
        Assert.Equal("https://ec.europa.eu/other/42", water.Origin?.AbsoluteUri);
        Assert.Equal(1, run.Rejected);
        Assert.Contains("links", Assert.Single(run.Batches).Fields!);
        Assert.Contains("A row without identifier", run.Batches[0].Rejections[0].Item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Sent_IsAFormOfJson()
    {
        var transport = Pages();

        await Case(new SediaOptions { PageSize = 2, FrameworkProgrammes = ["43108390"] }, () => transport).RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        var sent = transport.Requests;
        Assert.Equal(3, sent.Count);
        Assert.Equal("POST", sent[0].Method);
        Assert.Equal("?apiKey=SEDIA&text=%2A%2A%2A&pageSize=2&pageNumber=1", sent[0].Url.Query);
        Assert.Equal(3, sent[0].Body.Split("Content-Type: application/json\r\n").Length - 1);
        Assert.Contains("""{"terms":{"status":["31094501"]}},{"terms":{"frameworkProgramme":["43108390"]}}""", sent[0].Body, StringComparison.Ordinal);
        Assert.Equal(sent[0].Body, sent[1].Body);
        Assert.Contains("""{"terms":{"status":["31094502"]}}""", sent[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_ThatSayNothing_AreTold()
    {
        var options = new SediaOptions { Languages = [], Types = ["x"], States = ["soon"], FrameworkProgrammes = ["HORIZON"], PageSize = 500 };
        var results = new List<ValidationResult>();

        var plain = new SediaOptions();
        Validator.TryValidateObject(plain, new ValidationContext(plain), results, validateAllProperties: true);
        var none = results.Count;
        results.AddRange(options.Validate(new ValidationContext(options)));

        Assert.Equal(0, none);
        Assert.Equal([nameof(options.Languages), nameof(options.Types), nameof(options.States), nameof(options.FrameworkProgrammes)], results.SelectMany(result => result.MemberNames));
    }

    [Fact]
    public void Recognise_AnAnswerOfTheSearch_ByItsFields()
    {
        Assert.NotNull(PluginHarness.Recognise<FundingCallsPlugin>("sedia", Page(0)));
        Assert.Null(PluginHarness.Recognise<FundingCallsPlugin>("sedia", "{\"apiVersion\":1}"));
    }

    private static SourceCase Case(SediaOptions options, Func<ReplayTransport> answers) => SourceCase.Of<FundingCallsPlugin>("sedia", options, answers);

    // Two pages of what the portal takes for forthcoming, one of what is open; that repeats a row of the others.
    internal static ReplayTransport Pages() => new ReplayTransport()
        .Serve(
            "https://api.tech.ec.europa.eu/*pageNumber=1",
            Page(2, Topic("1TOPICSsv", "sv", "CERV-2026-TOWNS", "Vänorter"), Row("3CALLSen", "en", new { identifier = One("LIFE-2027-WATER"), title = One("Water"), type = One("8"), startDate = One("2027-01-11T23:00:00.000+0000"), status = One("31094502"), url = One("https://ec.europa.eu/other/42") })),
            contentType: "application/json", whenBody: Open)
        .Serve(
            "https://api.tech.ec.europa.eu/*pageNumber=1",
            Page(4, Topic("1TOPICSsv", "sv", "CERV-2026-TOWNS", "Vänorter"), Row("1100", "en", new { identifier = One("CERV-2026-TOWNS"), title = One("Town twinning"), type = One("6"), startDate = One("2026-09-01T06:00:00.000+0000"), description = One("<p>News</p>") })),
            contentType: "application/json")
        .Serve(
            "https://api.tech.ec.europa.eu/*pageNumber=2",
            Page(4, Topic("1TOPICSen", "en", "CERV-2026-TOWNS", "Town twinning"), Row("2TOPICSen", "en", new { title = One("A row without identifier"), type = One("1") })),
            contentType: "application/json");

    private static object Topic(string reference, string language, string identifier, string title) => Row(reference, language, new
    {
        identifier = One(identifier),
        title = One(title),
        type = One("1"),
        status = One("31094501"),
        startDate = One("2026-03-01T00:00:00.000+0000"),
        deadlineDate = new[] { "2027-03-25T00:00:00.000+0000", "2026-09-24T00:00:00.000+0000" },
        descriptionByte = One("<p>Networks of towns</p>"),
        frameworkProgramme = One("43251589"),
        programmePeriod = One("2021 - 2027"),
        budgetOverview = One(Budget),
        latestInfos = One(Infos),
        links = One("[]"),
    });

    private static string[] One(string value) => [value];

    private static object Row(string reference, string language, object metadata) => new { reference, language, database = "SEDIA", metadata };

    private static string Page(int total, params object[] results) =>
        JsonSerializer.Serialize(new { apiVersion = "2.146", totalResults = total, database = "SEDIA", results });
}
