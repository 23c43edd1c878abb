using System.Text.Json;
using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>What a source passes over without failing stands in its load.</summary>
public sealed class NotesTests : IDisposable
{
    private const string AtMaxPages = "Kolada has more than the 1 pages that are read of data/kpi/N1/municipality/1487: raise maxPages.";
    private const string TotalNotReached = "api.tech.ec.europa.eu speaks of 7 open rows and gave 1.";

    private readonly TemporaryFolder folder = new();
    private readonly TestWorkspace workspace = new();

    public void Dispose()
    {
        workspace.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Loads_OfSearchesThatWereCutShort_SayWhatIsMissing()
    {
        await WriteAsync();

        var run = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(
            [("calls", "ok", TotalNotReached), ("figures", "ok", AtMaxPages)],
            (await workspace.QueryAsync("SELECT _source, health, unnest(notes) AS note FROM loads ORDER BY ALL")).Select(row => (Text(row, "_source"), Text(row, "health"), Text(row, "note"))));
        Assert.Single(run.ToString().Split('\n'), line => line == $"figures: {AtMaxPages}");
        Assert.Contains($"figures: {AtMaxPages}", (await ForesightCommand.RunAsync(["sources", .. workspace.Options])).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loads_MadeAgainFromRaw_SayTheSame()
    {
        await WriteAsync();
        await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        var before = await workspace.QueryAsync("SELECT * FROM loads ORDER BY ALL");
        var again = Path.Combine(folder.Path, "again");

        var rebuilt = await ForesightCommand.RunAsync(["ingest", "--from-raw", "--into", again, .. workspace.Options]);

        Assert.True(rebuilt.ExitCode == 0, rebuilt.ToString());
        Assert.Equal(
            before.Select(row => row.GetRawText()),
            (await ForesightCommand.JsonAsync(["query", "SELECT * FROM loads ORDER BY ALL", .. workspace.Options.SkipLast(1), again])).EnumerateArray().Select(row => row.GetRawText()));
    }

    // One page that names another, and one search that finds more rows than it ever gives.
    private async Task WriteAsync()
    {
        var (figures, calls) = (Path.Combine(folder.Path, "kolada.json"), Path.Combine(folder.Path, "sedia.json"));
        await File.WriteAllTextAsync(
            figures,
            """{"values":[{"kpi":"N1","municipality":"1487","period":2024,"values":[{"gender":"T","value":1}]}],"next_url":"https://api.kolada.se/v3/data/kpi/N1/municipality/1487?page=2"}""",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            calls,
            """{"apiVersion":"2.146","totalResults":7,"database":"SEDIA","results":[{"reference":"1TOPICSen","language":"en","database":"SEDIA","metadata":{"identifier":["LIFE-2027"],"title":["Water"],"type":["1"],"status":["31094502"]}}]}""",
            TestContext.Current.CancellationToken);
        workspace
            .Source("figures", "kolada", "kpis: [N1], municipalities: ['1487'], maxPages: 1").Answer("https://api.kolada.se/*", figures, "application/json")
            .Source("calls", "sedia", "states: [open]").Answer("https://api.tech.ec.europa.eu/*", calls, "application/json")
            .Write();
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
