using Foresight.Engine.Store;
using Xunit;

namespace Foresight.Tests.Store;

public sealed class CompactionTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Compact_SmallFiles_AreJoinedAndNoRowChanges()
    {
        for (var year = 2000; year < 2006; year++)
        {
            await folder.LoadAsync("t", Some.Figures("d", ("SE", year, 1), ("NO", 2000, year < 2003 ? 1 : 2)));
        }

        var then = folder.Store.Version;
        var before = await HistoryAsync();

        var compacted = await folder.Store.CompactAsync(TestContext.Current.CancellationToken);
        var again = await folder.Store.CompactAsync(TestContext.Current.CancellationToken);

        Assert.Equal([new("observations", 5, 1), new("loads", 6, 1), new CompactedTable("answers", 6, 1)], compacted);
        Assert.Empty(again);
        Assert.Equal(before, await HistoryAsync());
        var differences = await folder.Store.DiffAsync(new("observations", $"v{then}"), TestContext.Current.CancellationToken);
        Assert.Equal((0L, 0L, 0L), (differences.Added, differences.Revised, differences.Retired));
        Assert.Equal(2L, (await folder.Store.At("v1").QueryAsync("SELECT count(*) FILTER (value = 1) AS n FROM observations"))["n"].Values[0]);
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compact_SaysInTheLogThatNoDataChange()
    {
        for (var year = 2000; year < 2005; year++)
        {
            await folder.LoadAsync("t", Some.Figures("d", ("SE", year, 1)));
        }

        await folder.Store.CompactAsync(TestContext.Current.CancellationToken);

        var newest = Directory.GetFiles(Path.Combine(folder.Folder, "observations", "_delta_log"), "*.json").Order(StringComparer.Ordinal).Last();
        var lines = await File.ReadAllLinesAsync(newest, TestContext.Current.CancellationToken);
        Assert.Equal(6, lines.Count(line => line.Contains("\"dataChange\":false", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Compact_CutOff_LeavesTheStoreWhole()
    {
        for (var year = 2000; year < 2005; year++)
        {
            await folder.LoadAsync("t", Some.Figures("d", ("SE", year, 1)));
        }

        var before = await HistoryAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folder.Store.CompactAsync(new CancellationToken(canceled: true)));
        var compacted = await folder.Open().CompactAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(compacted);
        Assert.Equal(before, await HistoryAsync());
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compact_WhileAFullAnswerIsRead_RetiresWhatItWould()
    {
        for (var year = 2000; year < 2006; year++)
        {
            await folder.LoadAsync("t", Some.Figures("d", ("SE", year, 1)));
        }

        await using var load = folder.Store.BeginLoad(new LoadStart("t", "Test", "1.0.0"));
        await load.AppendAsync(Some.Figures("d", ("SE", 2000, 1), ("SE", 2001, 2), ("SE", 2002, 1)), 0, TestContext.Current.CancellationToken);
        await folder.Open().CompactAsync(TestContext.Current.CancellationToken);
        await load.AppendAsync(Some.AllFigures("d", ("SE", 2003, 1), ("SE", 2004, 3)), 0, TestContext.Current.CancellationToken);

        var result = await load.FinishAsync(LoadHealth.Ok, "", TestContext.Current.CancellationToken);

        Assert.Equal((1L, new AppendCounts(0, 2, 3)), (result.Retired, result.Rows));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> HistoryAsync()
    {
        var table = await folder.Store.Tables.QueryAsync("SELECT * EXCLUDE (dims) FROM observations_history ORDER BY ALL");
        return [.. table.Rows.Select(row => string.Join(' ', table.Columns.Select(column => row[column.Name])))];
    }
}
