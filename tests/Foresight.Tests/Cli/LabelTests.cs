using System.Text.Json;
using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>Labelling by the real command, without a terminal.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class LabelTests : IDisposable
{
    private const string Feed = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Prov</title><link>https://feeds.example.org/</link><description>Prov</description>
        <item><guid>n1</guid><title>Ny park vid ån</title><link>https://feeds.example.org/n1</link><description>Växter och fåglar.</description><pubDate>Fri, 04 Sep 2026 08:00:00 GMT</pubDate></item>
        <item><guid>n2</guid><title>Nytt avtal om tåg</title><link>https://feeds.example.org/n2</link><description>Fler avgångar.</description><pubDate>Fri, 04 Sep 2026 09:00:00 GMT</pubDate></item>
        </channel></rss>
        """;

    private readonly SampleRun _run;
    private readonly TemporaryFolder _folder = new();
    private readonly TestWorkspace _workspace = new();

    public LabelTests(SampleRun run) => _run = run;

    [Fact]
    public async Task Label_FromAScript_IsStoredAndShown()
    {
        await IngestAsync();

        var ab = await ForesightCommand.RunAsync(["classify", "label", "prov/n1", "--labels", "nature", "--as", "ab", "--note", "park", .. _workspace.Options]);
        var cd = await ForesightCommand.RunAsync(["classify", "label", "n1", "n2", "--labels", "none", "--as", "CD", .. _workspace.Options]);
        var verdicts = await ForesightCommand.JsonAsync(["classify", "verdicts", .. _workspace.Options]);
        var text = await ForesightCommand.RunAsync(["classify", "verdicts", .. _workspace.Options]);

        Assert.Equal((0, "1 verdict recorded.\n"), (ab.ExitCode, ab.Out));
        Assert.Equal((0, "2 verdicts recorded.\n"), (cd.ExitCode, cd.Out));
        Assert.Equal(3, verdicts.GetProperty("verdicts").GetInt32());
        Assert.Equal("prov/n1", verdicts.GetProperty("disagreements")[0].GetProperty("id").GetString());
        Assert.Contains("      AB: nature (park)", text.Out, StringComparison.Ordinal);
        Assert.Contains("they agree on 0 (0 %)", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Label_FromASheetWithAFault_EndsWith2AndStoresNothing()
    {
        await IngestAsync();
        var sheet = Write("sheet.csv", "id,labels\nprov/n1,nature\nprov/n2,sea\n");

        var result = await ForesightCommand.RunAsync(["classify", "label", "--from", sheet, "--as", "AB", .. _workspace.Options]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.StartsWith($"{sheet}:3: the label 'sea' is unknown", result.Error, StringComparison.Ordinal);
        Assert.Empty(await _workspace.QueryAsync("SELECT * FROM verdicts"));
    }

    // What people said is in no raw answer: a rebuild lost it.
    [Fact]
    public async Task Rebuild_OfAStoreWithVerdicts_KeepsThem()
    {
        await IngestAsync();
        await ForesightCommand.RunAsync(["classify", "label", "prov/n1", "--labels", "nature", "--as", "AB", .. _workspace.Options]);
        var before = await _workspace.QueryAsync("SELECT * FROM verdicts");

        var rebuilt = await ForesightCommand.RunAsync(["ingest", "--from-raw", .. _workspace.Options]);

        Assert.True(rebuilt.ExitCode == 0, rebuilt.ToString());
        Assert.Equal(before.Single().GetRawText(), (await _workspace.QueryAsync("SELECT * FROM verdicts")).Single().GetRawText());
    }

    [Fact]
    public async Task Queue_OnSamples_IsTheSameTwiceAndSaysWhy()
    {
        string[] options = ["--samples", "--policy", "vanersborg", "--store", _run.Store];

        var first = await ForesightCommand.RunAsync(["classify", "queue", "--count", "12", "--json", .. options]);
        var second = await ForesightCommand.RunAsync(["classify", "queue", "--count", "12", "--json", .. options]);

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Equal(first.Out, second.Out);
        var items = JsonDocument.Parse(first.Out).RootElement.EnumerateArray().ToList();
        Assert.Equal(12, items.Count);
        Assert.Equal(6, items.Select(item => item.GetProperty("area").GetString()).Distinct().Count());
        Assert.Equal(["en", "sv"], items.Select(item => item.GetProperty("language").GetString()!).Distinct().Order());
        Assert.All(items, item => Assert.Matches("^(just|likely|nearly|perhaps|hardly) [a-z-]+ \\([.0-9]+, from [.0-9]+\\); (.* old|new today); (Swedish|English)$", item.GetProperty("why").GetString()!));
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    private async Task IngestAsync()
    {
        _workspace.Source("prov", "feed", "url: https://feeds.example.org/prov").Answer("https://feeds.example.org/prov", Write("feed.xml", Feed), "application/rss+xml").Write();
        var run = await ForesightCommand.RunAsync(["ingest", .. _workspace.Options]);
        Assert.True(run.ExitCode == 0, run.ToString());
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(_folder.Path, name);
        File.WriteAllText(file, content);
        return file;
    }
}
