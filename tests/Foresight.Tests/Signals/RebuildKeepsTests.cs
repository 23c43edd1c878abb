using System.Text.Json;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Runs;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Signals;

/// <summary>What is in no raw answer outlives a rebuild: what the analyses of then found, what people said, which alerts fired.</summary>
public sealed class RebuildKeepsTests
{
    private const string Feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Prov</title><link>https://example.org</link><description>x</description>
        <item><title>Ett exempel</title><link>https://example.org/1</link><guid>https://example.org/1</guid><pubDate>Fri, 04 Sep 2026 07:28:08 GMT</pubDate></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Rebuild_OfAStoreWithSignalsRatingsGatheringsAndAlerts_KeepsEveryRow()
    {
        var token = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var feed = Path.Combine(folder.Path, "feed.xml");
        await File.WriteAllTextAsync(feed, Feed, token);
        using var workspace = new TestWorkspace().Source("prov", "feed", "url: https://feeds.example.org/prov").Answer("https://feeds.example.org/prov", feed, "application/rss+xml").Write();
        Assert.Equal(0, (await ForesightCommand.RunAsync(["ingest", .. workspace.Options])).ExitCode);
        using (var store = TableStore.Open(workspace.Store, TimeProvider.System))
        {
            var at = new DateTimeOffset(2026, 9, 5, 5, 0, 0, TimeSpan.Zero);
            await store.AppendSignalsAsync([new("findings", at, true, "h1", Some.Signal("a"), "1"), new("findings", at.AddDays(1), false, "h1", Some.Signal("a"), "1")], token);
            await store.AppendRatingsAsync([new("findings", "a", "AB", at) { Impact = 4, Horizon = Horizon.FiveToTenYears, Level = SignalLevel.Trend, Confirms = false, Note = "nej", ContentHash = "h1" }], token);
            await store.AppendGatheringsAsync(
                [new("raised/x", at, "AB", true, SignalLevel.Trend, new LocalText("X", "X"), "h") { Steep = Steep.Social, Members = ["findings:a", "findings:b"], MemberHashes = ["h1", "h2"], Note = "n" }], token);
            await store.AppendAlertsAsync(
                [new("exports", "exports/1", at, "fired", "watch") { Value = 1.5, Period = "2026-08", Sentence = new LocalText("sv", "en"), RuleHash = "r", Evidence = Some.Signal("a").Evidence }], token);
        }

        var before = await RowsAsync(workspace);

        var rebuilt = await ForesightCommand.RunAsync(["ingest", "--from-raw", .. workspace.Options]);

        Assert.True(rebuilt.ExitCode == 0, rebuilt.ToString());
        Assert.Equal(5, before.Count);
        Assert.Equal(before, await RowsAsync(workspace));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(TestWorkspace workspace)
    {
        var rows = new List<JsonElement>();
        foreach (var view in new[] { "signals", "ratings", "gatherings", "alerts" })
            rows.AddRange(await workspace.QueryAsync($"SELECT * FROM {view} ORDER BY ALL"));
        return [.. rows.Select(row => row.GetRawText())];
    }
}
