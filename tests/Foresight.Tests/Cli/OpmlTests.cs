using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

public sealed class OpmlTests
{
    private const string List = """
        <opml version="2.0"><body><outline text="Mapp">
          <outline text="Nytt: från &quot;hamnen&quot;" xmlUrl="https://example.com/feed" htmlUrl="https://example.com/" language="sv"/>
          <outline xmlUrl="https://example.org/known/"/>
        </outline></body></opml>
        """;

    [Fact]
    public async Task Import_Appended_IsInThePolicyOnceAndComesOutAgain()
    {
        using var workspace = new TestWorkspace().Source("known", "feed", "url: https://example.org/known").Write("\n# What follows stays where it is.\nanalyses: []");
        var file = Path.Combine(workspace.Data, "feeds.opml");
        await File.WriteAllTextAsync(file, List, TestContext.Current.CancellationToken);

        var first = await ForesightCommand.RunAsync("sources", "opml", "import", file, "--append", "--data", workspace.Data);
        var again = await ForesightCommand.RunAsync("sources", "opml", "import", file, "--append", "--data", workspace.Data);
        var export = await ForesightCommand.RunAsync("sources", "opml", "export", "--data", workspace.Data);

        Assert.Equal((0, 0, 0), (first.ExitCode, again.ExitCode, export.ExitCode));
        Assert.Contains("2 of 2 feeds are in the policy already", again.Error, StringComparison.Ordinal);
        var policy = await File.ReadAllTextAsync(Path.Combine(workspace.Data, "policies", "test.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("  - id: nytt-fran-hamnen\n    use: feed\n", policy, StringComparison.Ordinal);
        Assert.EndsWith("# What follows stays where it is.\nanalyses: []\n", policy, StringComparison.Ordinal);
        Assert.Contains("text=\"Nytt: från &quot;hamnen&quot;\"", export.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfWhatIsNoOpml_EndsWith2AndChangesNothing()
    {
        using var workspace = new TestWorkspace().Source("known", "feed", "url: https://example.org/known").Write();
        var policy = Path.Combine(workspace.Data, "policies", "test.yaml");
        var before = await File.ReadAllTextAsync(policy, TestContext.Current.CancellationToken);
        var file = Path.Combine(workspace.Data, "feeds.opml");
        await File.WriteAllTextAsync(file, "<rss/>", TestContext.Current.CancellationToken);

        var result = await ForesightCommand.RunAsync("sources", "opml", "import", file, "--append", "--data", workspace.Data);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("it is no OPML", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(policy, TestContext.Current.CancellationToken));
    }
}
