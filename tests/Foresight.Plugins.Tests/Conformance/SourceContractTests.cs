using System.Text.Json;
using Foresight.Engine.Fetch;
using Foresight.Engine.Ingest;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Plugins.PolicyFeeds;
using Foresight.Plugins.PolicyFeeds.Feeds;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>A feed and an API whose answers change their shape, read into a store under each contract (docs/store.md).</summary>
public sealed class SourceContractTests : IDisposable
{
    private const string FeedUrl = "https://example.org/feed";
    private const string Before = "<item><title>A</title><link>https://example.org/a</link><category>c</category></item>";
    private const string After = "<item><title>B</title><link>https://example.org/b</link><media:thumbnail url=\"b.png\"/></item>";
    private const string Silent = "<item><author>Anna Exempel</author><note>Vad är detta?</note></item>";

    private readonly string folder = Directory.CreateTempSubdirectory("foresight-contract-").FullName;
    private readonly TableStore store;

    public SourceContractTests() => store = TableStore.Open(Path.Combine(folder, "store"), new PatientClock(new DateTimeOffset(2026, 9, 5, 5, 0, 0, TimeSpan.Zero)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Feed_WithANewElementUnderFreeze_IsRefusedInOneSentence()
    {
        await ReadFeedAsync(SchemaContract.Evolve, Before);

        var load = await ReadFeedAsync(SchemaContract.Freeze, Before + After);

        Assert.Equal((LoadHealth.Failed, Fault.SchemaChanged), (load.Health, load.Fault));
        Assert.Equal(
            "The answer has another shape than before, and the contract is freeze: documents: the answer's field 'media:thumbnail' is new; "
            + "look at it, then let it in by one run with 'contract: evolve' in the policy.", load.Message);
        Assert.Equal(["A"], await TitlesAsync());
    }

    [Theory]
    [InlineData(SchemaContract.Evolve)]
    [InlineData(SchemaContract.DiscardRow)]
    [InlineData(SchemaContract.DiscardValue)]
    public async Task Feed_WithANewElementElse_IsNotedOnceAndStored(SchemaContract contract)
    {
        await ReadFeedAsync(SchemaContract.Evolve, Before);

        var load = await ReadFeedAsync(contract, Before + After);
        var next = await ReadFeedAsync(SchemaContract.Freeze, Before + After);

        Assert.Equal(["documents: the answer's field 'media:thumbnail' is new."], load.Notes);
        Assert.Equal((LoadHealth.Ok, 0L), (load.Health, load.Quarantined));
        Assert.Equal((LoadHealth.Ok, 0), (next.Health, next.Notes.Count));
        Assert.Equal(["A", "B"], await TitlesAsync());
    }

    [Theory]
    [InlineData(SchemaContract.Evolve)]
    [InlineData(SchemaContract.Freeze)]
    public async Task Feed_ThatLosesAnElement_IsNoted(SchemaContract contract)
    {
        await ReadFeedAsync(SchemaContract.Evolve, Before);

        var load = await ReadFeedAsync(contract, "<item><title>A</title><link>https://example.org/a</link></item>");

        Assert.Equal(["No document has 'categories' any more, which all had.", "documents: the answer's field 'category' is gone, which every answer had."], load.Notes);
    }

    [Theory]
    [InlineData(SchemaContract.DiscardRow, "A", "row https://example.org/b 'summary' of documents is filled for the first time.")]
    [InlineData(SchemaContract.DiscardValue, "A,B", "value https://example.org/b 'summary' of documents is filled for the first time.")]
    public async Task Feed_WithANewElementThatFillsAColumn_IsKeptOutByTheContract(SchemaContract contract, string titles, string reason)
    {
        await ReadFeedAsync(SchemaContract.Evolve, Before);

        var load = await ReadFeedAsync(
            contract, Before + "<item><title>B</title><link>https://example.org/b</link><category>c</category><description>Text</description></item>");

        Assert.Contains("documents: the answer's field 'description' is new.", load.Notes);
        Assert.Equal(titles.Split(','), await TitlesAsync());
        Assert.Contains(reason, (await QuarantineAsync()).Select(entry => $"{entry.Kind} {entry.Where} {entry.Reason}"));
    }

    [Fact]
    public async Task Feed_EntryThatIsNone_IsInQuarantineWithItsTextAndWithoutItsAuthor()
    {
        await ReadFeedAsync(SchemaContract.Evolve, Before + Silent);

        var entry = Assert.Single(await QuarantineAsync());
        Assert.Equal(("rejected", "item 2", "It has neither title, link, id nor text."), (entry.Kind, entry.Where, entry.Reason));
        Assert.Equal("<item><note>Vad är detta?</note></item>", entry.Item?.GetString());
    }

    [Fact]
    public async Task Rows_WithANewMemberUnderFreeze_AreRefused_AndABadOneIsInQuarantine()
    {
        await ReadRowsAsync(SchemaContract.Evolve, "");

        var load = await ReadRowsAsync(SchemaContract.Freeze, ",\"scale\":\"0\"");
        var evolved = await ReadRowsAsync(SchemaContract.Evolve, ",\"scale\":\"0\"");

        Assert.Contains("wdi: the answer's field 'scale' is new; look at it", load.Message, StringComparison.Ordinal);
        Assert.Equal(["wdi: the answer's field 'scale' is new."], evolved.Notes);
        Assert.Contains("\"value\":\"many\"", Assert.Single(await QuarantineAsync()).Item?.GetString(), StringComparison.Ordinal);
    }

    private Task<LoadResult> ReadFeedAsync(SchemaContract contract, string items) => ReadAsync<PolicyFeedsPlugin>(
        "feed", new FeedOptions { Url = new Uri(FeedUrl) }, FeedUrl, contract,
        $"<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>F</title>{items}</channel></rss>");

    private Task<LoadResult> ReadRowsAsync(SchemaContract contract, string more)
    {
        string Row(int year, string value) => $$"""{"indicator":{"id":"I"},"countryiso3code":"SWE","date":"{{year}}","value":{{value}},"unit":""{{more}}}""";
        return ReadAsync<PartnerIndicatorsPlugin>(
            "worldbank", new WorldBankOptions { Indicators = ["I"], Countries = ["SWE"] }, "https://api.worldbank.org/*", contract,
            $$"""[{"page":1,"pages":1},[{{Row(2024, "1.5")}},{{Row(2025, more.Length == 0 ? "\"many\"" : "2")}}]]""");
    }

    private async Task<LoadResult> ReadAsync<TPlugin>(string part, object options, string url, SchemaContract contract, string answer) where TPlugin : IPlugin, new()
    {
        var map = Path.Combine(folder, "map.json");
        await File.WriteAllTextAsync(Path.Combine(folder, "answer"), answer, Token);
        await File.WriteAllTextAsync(map, JsonSerializer.Serialize(new { asOf = "2026-09-05T05:00:00Z", answers = new[] { new { url, file = "answer" } } }), Token);
        var source = SourceCase.Of<TPlugin>(part, options, () => new ReplayTransport()).Create();
        return Assert.Single(await new IngestStep(store, Input.Replay(ReplayMap.Read(map)), NullLoggerFactory.Instance)
            .RunAsync([new ReadySource("s", "Test", "1.0.0", source, null) { Contract = contract }], null, null, Token));
    }

    private async Task<IEnumerable<string>> TitlesAsync() =>
        (await store.Tables.QueryAsync("SELECT title FROM documents ORDER BY title"))["title"].Values.Cast<string>();

    private async Task<IReadOnlyList<QuarantineEntry>> QuarantineAsync() => (await store.QuarantineAsync("s", 20, Token)).Newest;
}
