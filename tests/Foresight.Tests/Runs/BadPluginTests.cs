using System.Text.Json;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>A bad plugin is reported, and the run goes on without it.</summary>
public sealed class BadPluginTests
{
    private const string Feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Prov</title><link>https://example.org</link><description>x</description>
        <item><title>Ett exempel</title><link>https://example.org/1</link><guid>https://example.org/1</guid><pubDate>Fri, 04 Sep 2026 07:28:08 GMT</pubDate></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Run_WithOneThrowingAndOneTooNewPlugin_GoesOnAndTheBriefSaysWhatIsMissing()
    {
        using var folder = new TemporaryFolder();
        using var workspace = new TestWorkspace();
        var plugins = FixturePlugins.Only(folder.Path, "Fixture.SourceThrows", "Fixture.NewerSdk");
        var feed = Path.Combine(folder.Path, "feed.xml");
        await File.WriteAllTextAsync(feed, Feed, TestContext.Current.CancellationToken);
        workspace.Source("prov", "feed", "url: https://feeds.example.org/prov")
            .Answer("https://feeds.example.org/prov", feed, "application/rss+xml")
            .Source("trasig", "throws-midway")
            .Write("""
                bodies:
                  - { id: board, name: { sv: Styrelsen, en: The board }, kind: executive-board }
                audiences:
                  - { id: board, name: { sv: Styrelsen, en: The board }, body: board, cadence: quarterly }
                briefs:
                  - { id: board, audience: board, title: { sv: Brev, en: Brief }, template: board, languages: [sv], findings: 5, headlineCharts: 0, charts: [] }
                """);

        var run = await ForesightCommand.RunAsync(["run", .. workspace.Options, "--plugins", plugins, "--json"]);

        Assert.True(run.ExitCode == 1, run.ToString());
        var report = JsonDocument.Parse(run.Out).RootElement;
        var loads = report.GetProperty("loads").EnumerateArray().ToDictionary(load => load.GetProperty("source").GetString()!);
        Assert.Equal("ok", loads["prov"].GetProperty("health").GetString());
        Assert.Equal("failed", loads["trasig"].GetProperty("health").GetString());
        Assert.Contains(report.GetProperty("failures").EnumerateArray(), failure => failure.GetString()!.Contains("Fixture.NewerSdk", StringComparison.Ordinal));
        var page = await File.ReadAllTextAsync(
            report.GetProperty("briefs")[0].GetProperty("result").GetProperty("htmlFile").GetString()!, TestContext.Current.CancellationToken);
        Assert.Contains("Fixture.NewerSdk", page, StringComparison.Ordinal);
        Assert.Contains("trasig", page, StringComparison.Ordinal);
    }
}
