using System.Text.Json;
using Foresight.Sdk.Testing;
using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>The real command against a server of our own: what it asks, keeps, says and makes again.</summary>
public sealed class LiveTests : IDisposable
{
    private const string Feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Prov</title><link>https://example.org</link><description>x</description>
        <item><title>Ett exempel</title><link>https://example.org/1</link><guid>https://example.org/1</guid><pubDate>Fri, 04 Sep 2026 07:28:08 GMT</pubDate></item>
        </channel></rss>
        """;

    private readonly LoopbackServer server = new();
    private readonly TestWorkspace workspace = new();

    private string[] Options => ["--data", workspace.Data, "--policy", "test", "--store", workspace.Store];

    public void Dispose()
    {
        server.Dispose();
        workspace.Dispose();
    }

    [Fact]
    public async Task Sources_AfterAnAnswerThatHasNotChanged_SayNotModifiedAndRefreshAsksInFull()
    {
        server.On("/feed", Changing());
        Write("fetching: { privateHosts: [127.0.0.1] }");
        var first = await ForesightCommand.RunAsync(["ingest", .. Options]);

        var second = await ForesightCommand.RunAsync(["ingest", .. Options]);
        var source = Assert.Single((await ForesightCommand.JsonAsync(["sources", .. Options])).EnumerateArray());
        var refreshed = await ForesightCommand.RunAsync(["ingest", "--refresh", .. Options]);

        Assert.True((first.ExitCode, second.ExitCode, refreshed.ExitCode) == (0, 0, 0), $"{first}{second}{refreshed}");
        Assert.Equal("not-modified", source.GetProperty("health").GetString());
        Assert.Equal([null, "\"1\"", null], server.Requests.Select(request => request.Header("If-None-Match")));
    }

    [Fact]
    public async Task FromRaw_InPlace_AsksNobodyAndGivesTheSameTables()
    {
        const string Sql = "SELECT 'd', _load_id, _item_id, CAST(_fetched_at AS VARCHAR) FROM documents_history UNION ALL SELECT 'l', _load_id, health, CAST(finished_at AS VARCHAR) FROM loads ORDER BY ALL";
        server.On("/feed", Changing()).On("/gone", LoopbackReply.Of(404));
        workspace.Source("borta", "feed", $"url: {server.Url("/gone")}");
        Write("fetching: { privateHosts: [127.0.0.1] }");
        await ForesightCommand.RunAsync(["ingest", .. Options]);
        await ForesightCommand.RunAsync(["ingest", .. Options]);
        var (asked, before) = (server.Requests.Count, await ForesightCommand.RunAsync(["query", Sql, "--csv", .. Options]));

        var rebuilt = await ForesightCommand.RunAsync(["ingest", "--from-raw", .. Options]);

        Assert.True(rebuilt.ExitCode == 0, rebuilt.ToString());
        Assert.Equal(asked, server.Requests.Count);
        Assert.Equal(before.Out, (await ForesightCommand.RunAsync(["query", Sql, "--csv", .. Options])).Out);
        Assert.True(Directory.Exists(Path.Combine(workspace.Store + ".before", "documents")));
        Assert.Equal(0, (await ForesightCommand.RunAsync(["store", "verify", .. Options])).ExitCode);
    }

    [Fact]
    public async Task Ingest_FromAPrivateHostThatThePolicyDoesNotName_FailsWithItsSentence()
    {
        server.On("/feed", LoopbackReply.Text(Feed));
        Write("");

        var loads = JsonDocument.Parse((await ForesightCommand.RunAsync(["ingest", "--json", .. Options])).Out).RootElement;

        Assert.Equal("failed", loads[0].GetProperty("health").GetString());
        Assert.Contains("fetching.privateHosts", loads[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static LoopbackReply[] Changing() =>
    [
        LoopbackReply.Of(304) with { When = request => request.Header("If-None-Match") == "\"1\"" },
        LoopbackReply.Text(Feed, ("Content-Type", "application/rss+xml"), ("ETag", "\"1\"")) with { When = _ => true },
    ];

    private void Write(string more) => workspace.Source("prov", "feed", $"url: {server.Url("/feed")}").Write(more);
}
