using Foresight.Tests.Runs;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Xunit;

namespace Foresight.Tests.Notebooks;

/// <summary>Labelling from a notebook, whose assembly is referred to by its path.</summary>
public sealed class DeskLabelTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task LabelAsync_OfADocument_IsInTheVerdictsAndRefusesWhatTheCommandRefuses()
    {
        var feed = Path.Combine(_folder.Path, "feed.xml");
        await File.WriteAllTextAsync(feed, """
            <rss version="2.0"><channel><title>Prov</title><link>https://feeds.example.org/</link><description>Prov</description>
            <item><guid>n1</guid><title>Ny park</title><link>https://feeds.example.org/n1</link><description>Fåglar.</description></item></channel></rss>
            """, TestContext.Current.CancellationToken);
        _workspace.Source("prov", "feed", "url: https://feeds.example.org/prov").Answer("https://feeds.example.org/prov", feed, "application/rss+xml").Write();
        var live = Path.Combine(_workspace.Data, "store", "test", "live");
        var run = await ForesightCommand.RunAsync(["ingest", .. _workspace.Options.SkipLast(1), live]);
        Assert.True(run.ExitCode == 0, run.ToString());

        var shown = await CSharpScript.EvaluateAsync<string[]>($$"""
            #r "../artifacts/bin/Foresight.Notebooks/debug/Foresight.Notebooks.dll"
            var desk = Desk.Open(policy: "test", data: @"{{_workspace.Data}}");
            await desk.LabelAsync("prov/n1", "none", "AB");
            await desk.LabelAsync("prov/n1", "nature", "ab", "park");
            var refused = "";
            try { await desk.LabelAsync("prov/n1", "sea", "a@example.org"); } catch (Exception e) { refused = e.Message; }
            var verdicts = await desk.VerdictsAsync();
            var queue = await desk.QueueAsync(5);
            var said = (await desk.AgreementAsync()).Verdicts;
            desk.Dispose();
            return new[] { verdicts.ToString(), refused, queue.ToString(), said.ToString() };
            """, ScriptOptions.Default.WithImports("System", "System.Threading.Tasks", "Foresight.Notebooks").WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(Repository.Path("notebooks"))), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("prov/n1  Ny park  AB      nature  park", shown[0], StringComparison.Ordinal);
        Assert.DoesNotContain("none", shown[0], StringComparison.Ordinal);
        Assert.Contains("the label 'sea' is unknown", shown[1], StringComparison.Ordinal);
        Assert.StartsWith("id  title  why", shown[2], StringComparison.Ordinal);
        Assert.Equal("2", shown[3]);
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }
}
