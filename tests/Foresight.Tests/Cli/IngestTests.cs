using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

public sealed class IngestTests
{
    private const string Feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Prov</title><link>https://example.org</link><description>x</description>
        <item><title>Ett exempel</title><link>https://example.org/1</link><guid>https://example.org/1</guid><pubDate>Fri, 04 Sep 2026 07:28:08 GMT</pubDate></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Ingest_WithOneUnansweredSource_EndsWith1AndKeepsTheOthers()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Source("tyst", "feed", "url: https://feeds.example.org/tyst").Write();

        var result = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        var again = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("tyst", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing new.", again.Out, StringComparison.Ordinal);
        Assert.Single(await workspace.QueryAsync("SELECT title FROM documents"));
    }

    [Fact]
    public async Task Ingest_OfASourceThatTheMapLeavesOut_ReadsTheOthersAndNamesIt()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Source("levande", "feed", "url: https://feeds.example.org/levande").LeaveOut("levande").LeaveOut("unknown").Write();

        var result = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        var asked = await ForesightCommand.RunAsync(["ingest", "--source", "levande", .. workspace.Options]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("Not read, for only their live sources have answers: levande.", result.Out, StringComparison.Ordinal);
        Assert.True(asked.ExitCode == 2, asked.ToString());
        Assert.Contains("hold no answer of 'levande'", asked.Error, StringComparison.Ordinal);
        Assert.Single(await workspace.QueryAsync("SELECT _source FROM loads"));
    }

    [Fact]
    public async Task Run_WithOneUnansweredSource_TellsItsFailureOnce()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Source("tyst", "feed", "url: https://feeds.example.org/tyst").Write();

        var result = await ForesightCommand.RunAsync(["run", .. workspace.Options]);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Single(result.Out.Split('\n'), line => line.Contains("https://feeds.example.org/tyst", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ingest_OfNothingNew_EndsWith3WhereThatIsAskedFor()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Write();

        var first = await ForesightCommand.RunAsync(["ingest", "--fail-if-nothing-new", .. workspace.Options]);
        var second = await ForesightCommand.RunAsync(["ingest", "--fail-if-nothing-new", .. workspace.Options]);

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(second.ExitCode == 3, second.ToString());
    }

    [Fact]
    public async Task Ingest_OfAnItemWithADateThatIsNone_SaysSo()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Write();
        var feed = Path.Combine(folder.Path, "feed.xml");
        await File.WriteAllTextAsync(feed, Feed.Replace("Fri, 04 Sep 2026 07:28:08 GMT", "snart", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var result = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("prov: Item 1 of https://feeds.example.org/prov: ", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_AfterAnIngest_GiveTheNewestDayInIsoForm()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Write();
        await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);

        var sources = await ForesightCommand.JsonAsync(["sources", .. workspace.Options]);

        Assert.Equal("2026-09-04", Assert.Single(sources.EnumerateArray()).GetProperty("newest").GetString());
    }

    [Fact]
    public async Task Ingest_AfterAnInterruptedAnswer_RemovesItsHalfWrittenFile()
    {
        using var folder = new TemporaryFolder();
        using var workspace = await WithFeedAsync(folder);
        workspace.Write();
        var day = Directory.CreateDirectory(Path.Combine(workspace.Store, "raw", "prov", "2026", "09", "04")).FullName;
        var half = Path.Combine(day, ".20260904T050000Z-0001-prov-0001.part");
        await File.WriteAllTextAsync(half, "half", TestContext.Current.CancellationToken);

        var result = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.False(File.Exists(half));
    }

    private static async Task<TestWorkspace> WithFeedAsync(TemporaryFolder folder)
    {
        var feed = Path.Combine(folder.Path, "feed.xml");
        await File.WriteAllTextAsync(feed, Feed, TestContext.Current.CancellationToken);
        return new TestWorkspace().Source("prov", "feed", "url: https://feeds.example.org/prov")
            .Answer("https://feeds.example.org/prov", feed, "application/rss+xml");
    }
}
