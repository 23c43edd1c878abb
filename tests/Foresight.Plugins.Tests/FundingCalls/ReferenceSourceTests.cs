using System.ComponentModel.DataAnnotations;
using System.Text;
using Foresight.Plugins.FundingCalls;
using Foresight.Plugins.FundingCalls.Reference;
using Foresight.Plugins.FundingCalls.Sedia;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.FundingCalls;

public sealed class ReferenceSourceTests
{
    private const string Url = "https://ec.europa.eu/*/grantsTenders.json";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_OfCallsAndTenders_GivesTheCalls()
    {
        var run = await Case(new ReferenceOptions(), Answers).RunAsync(cancellationToken: Token);

        Assert.Null(run.Error);
        Assert.Equal(["CERV-2026-TOWNS", "LIFE-2027-HARBOURS"], run.Documents.Select(call => call.Id));
        var towns = Assert.IsType<FundingCall>(run.Documents.First());
        Assert.Equal(("Towns that meet & talk", "CERV", "2021-2027", "open"), (towns.Title, towns.Programme, towns.ProgrammingPeriod, towns.Status));
        Assert.Equal([new DateOnly(2026, 3, 23), new DateOnly(2026, 9, 23)], towns.Deadlines);
        Assert.Equal((new DateOnly(2026, 9, 23), new DateOnly(2026, 3, 1)), (towns.Due, towns.Opening));
        Assert.Equal("The deadline was moved.\n\nThe call is open.", towns.Text);
        Assert.Equal(["CERV Project Grants", "Municipalities", "twinning", "SSH"], towns.Categories);
        Assert.Equal(("2025-12-31", "2026-08-20T07:30:00Z"), (towns.Published.ToString(), towns.Updated.ToString()));
        Assert.EndsWith("/topic-details/CERV-2026-TOWNS", towns.Origin!.AbsoluteUri, StringComparison.Ordinal);
        var rejection = Assert.Single(run.Batches.SelectMany(batch => batch.Rejections));
        Assert.Equal("It has no identifier or no title.", rejection.Reason);
        Assert.Contains("\"Without identifier\"", rejection.Item, StringComparison.Ordinal);
        Assert.Contains("topicMGAs", run.Batches[0].Fields!);
    }

    [Fact]
    public async Task Topic_InTwoLanguages_IsOneCallInThePreferredOne()
    {
        var english = await Case(new ReferenceOptions(), Answers).RunAsync(cancellationToken: Token);
        var swedish = await Case(new ReferenceOptions { Languages = ["sv", "en"] }, Answers).RunAsync(cancellationToken: Token);

        Assert.Equal("Wrecked boats", english.Documents.Last().Title);
        var harbours = Assert.IsType<FundingCall>(swedish.Documents.Last());
        Assert.Equal(("Havererade båtar", "sv", "LIFE", "2021-2027", "forthcoming"), (harbours.Title, harbours.Language, harbours.Programme, harbours.ProgrammingPeriod, harbours.Status));
        Assert.Equal((new DateOnly(2027, 1, 4), new DateOnly(2027, 4, 19)), (harbours.Opening, harbours.Due));
        Assert.Equal(["SME"], harbours.Categories);
    }

    [Fact]
    public async Task Calls_ClosedLongAgo_AreReadWhereAskedFor()
    {
        var run = await Case(new ReferenceOptions { ClosedDays = 36_500 }, Answers).RunAsync(cancellationToken: Token);

        var old = Assert.IsType<FundingCall>(run.Documents.Last());
        Assert.Equal(("H2020-OLD-2019", "H2020", "2014-2020", "closed"), (old.Id, old.Programme, old.ProgrammingPeriod, old.Status));
    }

    [Fact]
    public async Task Calls_OfOtherProgrammes_AreLeftOut()
    {
        var run = await Case(new ReferenceOptions { Programmes = ["LIFE"] }, Answers).RunAsync(cancellationToken: Token);

        Assert.Equal(["LIFE-2027-HARBOURS"], run.Documents.Select(call => call.Id));
    }

    [Fact]
    public async Task Details_OfACall_AddDescriptionAndBudget()
    {
        var run = await Case(new ReferenceOptions { Details = true }, Answers).RunAsync(cancellationToken: Token);

        Assert.Null(run.Error);
        var towns = Assert.IsType<FundingCall>(run.Documents.First());
        Assert.Equal([3_500_000], towns.Budgets);
        Assert.StartsWith("Two towns plan a meeting.\n\nThe deadline was moved.", towns.Text, StringComparison.Ordinal);
        Assert.Empty(Assert.IsType<FundingCall>(run.Documents.Last()).Budgets);
    }

    [Fact]
    public async Task Call_OfTheSearch_HasTheSameFields()
    {
        var searched = (await SourceCase.Of<FundingCallsPlugin>("sedia", new SediaOptions { PageSize = 2 }, SediaSourceTests.Pages).RunAsync(cancellationToken: Token)).Documents;
        var filed = (await Case(new ReferenceOptions { Details = true }, Answers).RunAsync(cancellationToken: Token)).Documents;

        var (one, other) = (Assert.IsType<FundingCall>(searched.First()), Assert.IsType<FundingCall>(filed.First()));
        Assert.Equal((one.Id, one.Kind, one.Programme, one.ProgrammingPeriod), (other.Id, other.Kind, other.Programme, other.ProgrammingPeriod));
        Assert.Equal((one.Status, one.Language, one.Publisher, one.Opening), (other.Status, other.Language, other.Publisher, other.Opening));
        Assert.Equal((one.Origin, one.Budgets.Sum()), (other.Origin, other.Budgets.Sum()));
    }

    [Theory]
    [InlineData("""{"fundingData":{"GrantTenderObj":[]}}""", Fault.NoContent)]
    [InlineData("""{"fundingData":{}}""", Fault.Malformed)]
    [InlineData("""{"GrantTenderObj":[{"identifier":"A","title":"B"}]}""", Fault.Malformed)]
    [InlineData("""{"fundingData":{"GrantTenderObj":[{"identifier":"A","title":"B"}""", Fault.Malformed)]
    [InlineData("""{"fundingData":{"GrantTenderObj":[{"identifier":"A","title":"B"}]}""", Fault.Malformed)]
    public async Task File_ThatIsNotWhole_StoresNothing(string json, Fault fault)
    {
        var run = await Case(new ReferenceOptions(), () => new ReplayTransport().Serve(Url, json, contentType: "application/json")).RunAsync(cancellationToken: Token);

        Assert.Equal(fault, Assert.IsType<SourceException>(run.Error).Fault);
        Assert.Empty(run.Batches);
    }

    [Fact]
    public async Task File_WithAMarkAndAnOddText_IsReadButForThatCall()
    {
        byte[] json = [0xef, 0xbb, 0xbf, .. """{"fundingData":{"GrantTenderObj":[{"type":1,"identifier":"A","title":"\ud800"},{"type":1,"identifier":"B-2029","title":"Bé"}]}}"""u8];

        var run = await Case(new ReferenceOptions(), () => new ReplayTransport().Serve(Url, json, contentType: "application/json")).RunAsync(cancellationToken: Token);

        Assert.Null(run.Error);
        var call = Assert.IsType<FundingCall>(Assert.Single(run.Documents));
        Assert.Equal(("B-2029", "Bé", "2028-2034"), (call.Id, call.Title, call.ProgrammingPeriod));
        Assert.Equal(1, run.Rejected);
    }

    [Fact]
    public async Task File_InPieces_IsReadAsWhole()
    {
        using var handler = new Trickle(Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(Fixture("grantsTenders.json"), Token)));
        using var http = new HttpClient(handler);
        var context = new SourceContext(null, http, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Parts.Now), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

        var ids = new List<string>();
        await foreach (var batch in new ReferenceSource(new ReferenceOptions()).ReadAsync(context, Token))
            ids.AddRange(((DocumentBatch)batch).Documents.Select(call => call.Id));

        Assert.Equal(["CERV-2026-TOWNS", "LIFE-2027-HARBOURS"], ids);
    }

    [Theory]
    [InlineData(300_000, null)]
    [InlineData(17_000_000, Fault.TooBig)]
    public async Task Record_LargerThanABuffer_IsReadUpToALimit(int letters, Fault? fault)
    {
        var json = $$$"""{"fundingData":{"GrantTenderObj":[{"identifier":"A-2026","title":"{{{new string('a', letters)}}}"},{"identifier":"B-2026","title":"B"}]}}""";

        var run = await Case(new ReferenceOptions(), () => new ReplayTransport().Serve(Url, json, contentType: "application/json")).RunAsync(cancellationToken: Token);

        Assert.Equal(fault, (run.Error as SourceException)?.Fault);
        Assert.Equal(fault is null ? [letters, 1] : [], run.Documents.Select(call => call.Title.Length));
    }

    [Fact]
    public async Task Capture_OfOneRecord_IsACall()
    {
        var path = SharedFolder.Path("captures", "feeds", "sedia", "grantsTenders-reference-one-record.json");

        var run = await Case(new ReferenceOptions(), () => new ReplayTransport().ServeFile(Url, path, "application/json")).RunAsync(cancellationToken: Token);

        Assert.Null(run.Error);
        var call = Assert.IsType<FundingCall>(Assert.Single(run.Documents));
        Assert.Equal(("HORIZON-MISS-2027-02-CANCER-06", "HORIZON", "2021-2027", "forthcoming"), (call.Id, call.Programme, call.ProgrammingPeriod, call.Status));
        Assert.Equal((new DateOnly(2027, 2, 10), new DateOnly(2027, 9, 21)), (call.Opening, call.Due));
        Assert.Equal("HORIZON Coordination and Support Actions", call.Categories[0]);
        Assert.NotNull(PluginHarness.Recognise<FundingCallsPlugin>("funding-reference", await File.ReadAllTextAsync(path, Token)));
    }

    [Fact]
    public void Options_ThatSayNothing_AreTold()
    {
        var options = new ReferenceOptions { Languages = [], Programmes = ["Cerv"], Url = new Uri("file:///x"), DetailsUrl = new Uri("https://ec.europa.eu/x") };

        var members = options.Validate(new ValidationContext(options)).SelectMany(result => result.MemberNames);

        Assert.Equal(["url", "detailsUrl", nameof(options.Languages), nameof(options.Programmes)], members);
    }

    internal static ReplayTransport Answers() => new ReplayTransport()
        .ServeFile(Url, Fixture("grantsTenders.json"), "application/json")
        .ServeFile("https://ec.europa.eu/*/topicDetails/cerv-2026-towns.json", Fixture("cerv-2026-towns.json"), "application/json");

    private static SourceCase Case(ReferenceOptions options, Func<ReplayTransport> answers) => SourceCase.Of<FundingCallsPlugin>("funding-reference", options, answers);

    private static string Fixture(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Foresight.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "fixtures", "sources", "funding-reference", name);
    }

    /// <summary>Answers bytes some at a time, as a slow line does.</summary>
    private sealed class Trickle(byte[] bytes) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { RequestMessage = request, Content = new StreamContent(new Slow(bytes)) });

        private sealed class Slow(byte[] bytes) : MemoryStream(bytes)
        {
            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
                base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken);
        }
    }
}
