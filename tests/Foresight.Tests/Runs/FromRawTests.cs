using System.Text.Json;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>The real command makes the shipped samples' tables again from the raw answers alone.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class FromRawTests(SampleRun run)
{
    // What a run reads and derives; verdicts are given anew by `classify`.
    private static readonly string[] Views = ["documents_history", "observations_history", "codes_history", "loads", "answers", "stories"];

    [Fact]
    public async Task FromRaw_OfTheSampleRuns_GivesEveryTableRowForRow()
    {
        using var folder = new TemporaryFolder();
        var again = Path.Combine(folder.Path, "again");

        var rebuilt = await ForesightCommand.RunAsync("ingest", "--from-raw", "--into", again, "--samples", "--policy", "vanersborg", "--store", run.Store);

        Assert.True(rebuilt.ExitCode == 0, rebuilt.ToString());
        var (before, after) = (await RowsAsync(run.Store), await RowsAsync(again));
        Assert.Equal(before, after);
        Assert.All(before.Where(view => !view.StartsWith("codes", StringComparison.Ordinal)), view => Assert.DoesNotContain(": 0 rows", view, StringComparison.Ordinal));
    }

    private static async Task<string[]> RowsAsync(string store)
    {
        var sql = string.Join(" UNION ALL ", Views.Select(view => $"SELECT '{view}' AS name, count(*) AS n, CAST(sum(CAST(hash(v) AS HUGEINT)) AS VARCHAR) AS h FROM {view} v"));
        var rows = await ForesightCommand.JsonAsync("query", sql, "--samples", "--policy", "vanersborg", "--store", store);
        return [.. rows.EnumerateArray().Select(row => $"{Text(row, "name")}: {Text(row, "n")} rows, {Text(row, "h")}").Order(StringComparer.Ordinal)];
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();
}
