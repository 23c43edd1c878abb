using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>Health, checks and cursors as the command shows them.</summary>
public sealed class SourcesTests
{
    private const string Riksdagen = """
        {"dokumentlista":{"@traffar":"1","@sida":"1","@sidor":"1","dokument":[
        {"id":"HD01KU1","dok_id":"HD01KU1","doktyp":"bet","typ":"bet","titel":"Ett betänkande","datum":"2026-09-01","publicerad":"2026-09-01 08:00:00","systemdatum":"2026-09-01 08:00:00","dokument_url_html":"//data.riksdagen.se/dokument/HD01KU1"}]}}
        """;

    [Fact]
    public async Task Sources_OfOneReadOneFailingAndOneNew_SayEachStateWithItsCode()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Source("borta", "feed", "url: https://feeds.example.org/borta").Write();
        await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        workspace.Source("ny", "feed", "url: https://feeds.example.org/ny").Write();

        var sources = (await ForesightCommand.JsonAsync(["sources", .. workspace.Options])).EnumerateArray().ToDictionary(source => source.GetProperty("id").GetString()!);
        var text = await ForesightCommand.RunAsync(["sources", .. workspace.Options]);

        Assert.Equal(("ok", 1), (sources["prov"].GetProperty("health").GetString(), sources["prov"].GetProperty("rows").GetInt32()));
        Assert.Equal("failed", sources["borta"].GetProperty("health").GetString());
        Assert.StartsWith("2026-09-05T05:00:00", sources["borta"].GetProperty("since").GetString(), StringComparison.Ordinal);
        Assert.NotNull(sources["borta"].GetProperty("code").GetString());
        Assert.Equal("never-read", sources["ny"].GetProperty("health").GetString());
        Assert.Contains("borta: ", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_WhereTheExpectedPeriodHasPassed_SayTheyAreSilentSinceTheNewestRecord()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Write();
        var policy = Path.Combine(workspace.Data, "policies", "test.yaml");
        await File.WriteAllTextAsync(policy, (await File.ReadAllTextAsync(policy, TestContext.Current.CancellationToken))
            .Replace("producer: Test,", "producer: Test, expectEvery: 0.12:00:00,", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);

        var source = Assert.Single((await ForesightCommand.JsonAsync(["sources", .. workspace.Options])).EnumerateArray());

        Assert.Equal(("silent", "silent"), (source.GetProperty("health").GetString(), source.GetProperty("code").GetString()));
        Assert.StartsWith("2026-09-04T07:28:08", source.GetProperty("since").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("2026-09-04T19:28:08", source.GetProperty("nextExpected").GetString(), StringComparison.Ordinal);
        Assert.Equal("Nothing new since 2026-09-04, although something is expected every 12 hours.", source.GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task SourcesCheck_OfOneThatAnswersAndOneThatDoesNot_SaysASentenceEachAndEndsWith1()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Source("borta", "feed", "url: https://feeds.example.org/borta").Write();

        var both = await ForesightCommand.RunAsync(["sources", "check", .. workspace.Options]);
        var one = await ForesightCommand.RunAsync(["sources", "check", "--source", "prov", .. workspace.Options]);

        Assert.True(both.ExitCode == 1, both.ToString());
        Assert.Contains("prov: works: ", both.Out, StringComparison.Ordinal);
        Assert.Contains("borta: does not work: ", both.Out, StringComparison.Ordinal);
        Assert.True(one.ExitCode == 0, one.ToString());
        Assert.Single(one.Out.Trim().Split('\n'));
    }

    [Fact]
    public async Task CursorReset_ForgetsTheCursorAndTheNextRunAddsNothing()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "bet.json");
        await File.WriteAllTextAsync(file, Riksdagen, TestContext.Current.CancellationToken);
        using var workspace = new TestWorkspace();
        workspace.Source("riksdagen", "riksdagen", "").Answer("https://data.riksdagen.se/*", file, "application/json").Write();
        var ingest = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        Assert.True(ingest.ExitCode == 0, ingest.ToString());

        var before = await ForesightCommand.JsonAsync(["cursor", "show", "riksdagen", .. workspace.Options]);
        var reset = await ForesightCommand.RunAsync(["cursor", "reset", "riksdagen", .. workspace.Options]);
        var after = await ForesightCommand.JsonAsync(["cursor", "show", .. workspace.Options]);
        var again = await ForesightCommand.JsonAsync(["cursor", "reset", "riksdagen", .. workspace.Options]);
        var loads = await ForesightCommand.JsonAsync(["ingest", .. workspace.Options]);
        var verify = await ForesightCommand.RunAsync(["store", "verify", .. workspace.Options]);

        var cursor = before[0].GetProperty("cursor").GetString()!;
        Assert.Equal($"riksdagen: the cursor {cursor} is forgotten; the next run reads all that the source gives.", reset.Out.Trim());
        Assert.Null(after[0].GetProperty("cursor").GetString());
        Assert.False(again.GetProperty("reset").GetBoolean());
        Assert.Equal((0, 1), (loads[0].GetProperty("rows").GetProperty("added").GetInt32(), loads[0].GetProperty("rows").GetProperty("unchanged").GetInt32()));
        Assert.True(verify.ExitCode == 0, verify.ToString());
    }

    [Theory]
    [InlineData("--since needs --source", "--since", "2026-01-01")]
    [InlineData("--until needs --since", "--source", "prov", "--until", "2026-01-01")]
    [InlineData("is no day", "--source", "prov", "--since", "january")]
    [InlineData("must be before --until 2026-01-01", "--source", "prov", "--since", "2026-01-01", "--until", "2026-01-01")]
    [InlineData("The source prov cannot be asked for days of the past", "--source", "prov", "--since", "2026-01-01", "--until", "2026-02-01")]
    [InlineData("The policy has no source 'annan'", "--source", "annan")]
    public async Task Ingest_OfDaysThatCannotBeRead_SaysWhyInASentenceAndDoesNothing(string sentence, params string[] args)
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Write();

        var result = await ForesightCommand.RunAsync(["ingest", .. args, .. workspace.Options]);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains(sentence, Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(workspace.Store, "loads")));
    }

    private static async Task<TestWorkspace> WithFeedAsync(TemporaryFolder folder)
    {
        var feed = Path.Combine(folder.Path, "feed.xml");
        await File.WriteAllTextAsync(feed, """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Prov</title><link>https://example.org</link><description>x</description>
            <item><title>Ett exempel</title><link>https://example.org/1</link><guid>https://example.org/1</guid><pubDate>Fri, 04 Sep 2026 07:28:08 GMT</pubDate></item>
            </channel></rss>
            """, TestContext.Current.CancellationToken);
        return new TestWorkspace().Source("prov", "feed", "url: https://feeds.example.org/prov")
            .Answer("https://feeds.example.org/prov", feed, "application/rss+xml");
    }
}
