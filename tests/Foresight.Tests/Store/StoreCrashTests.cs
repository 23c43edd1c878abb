using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

public sealed class StoreCrashTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_KilledBeforeItsLogEntry_IsAsIfItNeverWas()
    {
        await folder.LoadAsync("s", Some.Figures("d", new Cursor("1"), ("SE", 2024, 1)));
        var data = Directory.GetFiles(Path.Combine(folder.Folder, "observations"), "*.parquet", SearchOption.AllDirectories).Single();
        var orphan = Path.Combine(Path.GetDirectoryName(data)!, "part-orphan.parquet");
        var half = Path.Combine(Path.GetDirectoryName(data)!, "part-half.parquet.tmp");
        var log = Path.Combine(folder.Folder, "observations", "_delta_log", "00000000000000000002.json.tmp");
        File.Copy(data, orphan);
        await File.WriteAllTextAsync(half, "PAR1", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(log, "{\"commitInfo\":{\"time", TestContext.Current.CancellationToken);

        var again = folder.Open();
        var seen = await again.Tables.QueryAsync("SELECT value FROM observations");
        var added = await folder.LoadAsync(again, "s", Some.Figures("d", new Cursor("2"), ("SE", 2024, 1), ("SE", 2025, 2)));

        Assert.Equal([1.0], seen["value"].Values);
        Assert.Equal(new AppendCounts(1, 0, 1), added.Rows);
        Assert.All([orphan, half, log], file => Assert.False(File.Exists(file)));
        Assert.Equal(new Cursor("2"), again.CursorOf("s"));
    }

    [Fact]
    public async Task Load_NeverFinished_LeavesWholeCommitsOnly()
    {
        await using (var load = folder.Store.BeginLoad(new("s", "Test", "1.0.0")))
        {
            await load.AppendAsync(Large("d", "1", 0), 0, TestContext.Current.CancellationToken);
            await load.AppendAsync(Some.Figures("d", new Cursor("2"), ("SE", 2024, 1)), 0, TestContext.Current.CancellationToken);
        }

        var rows = await folder.Store.Tables.QueryAsync("SELECT count(*) AS n FROM observations");

        Assert.Equal(120_000L, rows["n"].Values[0]);
        Assert.Equal(new Cursor("1"), folder.Store.CursorOf("s"));
        Assert.Equal(0, (await folder.Store.Tables.QueryAsync("FROM loads")).RowCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")] // An earlier version's form.
    [InlineData(null)]
    public async Task LoadId_AfterTheNumbersWereLost_IsNotThatOfAKilledLoad(string? left)
    {
        var numbers = Path.Combine(folder.Folder, ".loads");
        string killed;
        await using (var load = folder.Store.BeginLoad(new("s", "Test", "1.0.0")))
        {
            killed = load.LoadId;
            await load.AppendAsync(Some.Documents([.. Enumerable.Range(0, 100_000).Select(i => Some.Document($"{i}"))]), 0, TestContext.Current.CancellationToken);
        }

        File.Delete(numbers);
        if (left is not null)
        {
            await File.WriteAllTextAsync(numbers, left, TestContext.Current.CancellationToken);
        }

        await using var next = folder.Open().BeginLoad(new("s", "Test", "1.0.0"));

        Assert.NotEqual(killed, next.LoadId);
    }

    [Fact]
    public async Task Load_LargeAndRevisedInPart_KeepsEveryRow()
    {
        await folder.LoadAsync("s", Large("d", "1", 0), Large("e", "2", 0));

        var second = await folder.LoadAsync("s", Large("d", "3", 10));

        Assert.Equal(new AppendCounts(0, 12_000, 108_000), second.Rows);
        var counts = await folder.Store.Tables.QueryAsync(
            "SELECT count(*) AS n, count(*) FILTER (_current) AS latest, sum(value) FILTER (_current) AS total FROM observations_history WHERE dataset = 'd'");
        Assert.Equal([132_000L, 120_000L], [counts["n"].Values[0], counts["latest"].Values[0]]);
        Assert.Equal(12_000.0, counts["total"].Values[0]);
    }

    [Fact]
    public async Task Writers_OfSeveralInstancesAtOnce_LoseNothing()
    {
        var writers = Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            var store = folder.Open();
            for (var year = 2000; year < 2005; year++)
            {
                // Half of them write the same source: what one has stored is known to the others.
                await folder.LoadAsync(store, i % 2 == 0 ? "shared" : $"own-{i}", Some.Figures("d", new Cursor($"{year}"), ("SE", year, i % 2 == 0 ? 0 : i)));
            }
        }));
        await Task.WhenAll(writers);

        var counts = await folder.Store.Tables.QueryAsync("SELECT _source, count(*) AS n FROM observations_history GROUP BY 1 ORDER BY 1");
        var loads = await folder.Store.Tables.QueryAsync("SELECT count(DISTINCT _load_id) AS n FROM loads");

        Assert.Equal(["own-1 5", "own-3 5", "own-5 5", "shared 5"], counts.Rows.Select(row => $"{row["_source"]} {row["n"]}"));
        Assert.Equal(30L, loads["n"].Values[0]);
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    /// <summary>120,000 rows; every tenth has the value 1 where <paramref name="step"/> is 10, all have 0 where it is 0.</summary>
    private static ObservationBatch Large(string dataset, string cursor, int step)
    {
        var builder = new ObservationBatchBuilder(dataset, Dimension.RefArea, Dimension.Product);
        for (var i = 0; i < 120_000; i++)
        {
            var value = step > 0 && i % step == 0 ? 1 : 0;
            builder.Add(Period.Month(2024, (i % 12) + 1), value, null, Presence.Present, $"A{i / 12 % 10}", $"P{i / 120}");
        }

        return builder.Build(new Cursor(cursor));
    }
}
