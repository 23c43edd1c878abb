using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>What a source cannot read is shown by <c>foresight quarantine</c>, as it stood in the answer.</summary>
public sealed class QuarantineRunTests : IDisposable
{
    private const string Url = "https://example.org/feed";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Quarantine_AfterAFeedWithAnEmptyEntry_ShowsItsText()
    {
        var feed = Path.Combine(folder.Path, "feed.xml");
        await File.WriteAllTextAsync(
            feed, "<rss version=\"2.0\"><channel><title>F</title><item><title>A</title></item><item><note>Vad är detta?</note></item></channel></rss>", TestContext.Current.CancellationToken);
        using var workspace = new TestWorkspace().Source("news", "feed", $"url: '{Url}'").Answer(Url, feed, "application/rss+xml").Write();

        var read = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        var all = await ForesightCommand.RunAsync(["quarantine", .. workspace.Options]);
        var one = await ForesightCommand.RunAsync(["quarantine", "--source", "news", .. workspace.Options]);

        Assert.Equal((0, 0, 0), (read.ExitCode, all.ExitCode, one.ExitCode));
        Assert.Matches(@"news +rejected +1 +\S+ +It has neither title, link, id nor text\.", all.Out);
        Assert.Contains("item 2: It has neither title, link, id nor text.", one.Out, StringComparison.Ordinal);
        Assert.Contains("  <item><note>Vad är detta?</note></item>", one.Out, StringComparison.Ordinal);
    }
}
