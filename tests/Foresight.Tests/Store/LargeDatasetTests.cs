using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>A dataset of which a load knows a part only: nothing is lost, doubled or read over and over.</summary>
public sealed class LargeDatasetTests : IDisposable
{
    /// <summary>As many rows as make a commit.</summary>
    private const int RowsOfCommit = 100_000;

    private static readonly LoadStart Start = new("t", "Test", "1.0.0") { MostKnownRows = RowsOfCommit };

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Figures_ThatComeAgain_AreKnownInEveryPart()
    {
        ObservationBatch[] batches = [Rows("AT", 1), Rows("BE", 1), Rows("CY", 1), Rows("DE", 1)];
        var first = await folder.LoadAsync(Start, batches);

        var again = await folder.LoadAsync(folder.Open(), Start, [.. batches[..2], Rows("CY", 2), batches[3]]);

        Assert.Equal([new AppendCounts(4 * RowsOfCommit, 0, 0), new AppendCounts(0, RowsOfCommit, 3 * RowsOfCommit)], [first.Rows, again.Rows]);
        Assert.Equal(["AT 100000 1 1", "BE 100000 1 1", "CY 100000 2 2", "DE 100000 1 1"], await LatestAsync());
        Assert.DoesNotContain(await folder.VerifyAsync(), IsOfTables);
    }

    [Fact]
    public async Task Load_ThatStoppedInTheMiddle_GoesOnWithoutDoubling()
    {
        await using (var stopped = folder.Store.BeginLoad(Start))
        {
            await stopped.AppendAsync(Rows("AT", 1), 0, TestContext.Current.CancellationToken);
            await stopped.AppendAsync(Rows("BE", 1), 0, TestContext.Current.CancellationToken);
        }

        var whole = await folder.LoadAsync(folder.Open(), Start, Rows("AT", 1), Rows("BE", 1), Rows("CY", 1));

        Assert.Equal(new AppendCounts(RowsOfCommit, 0, 2 * RowsOfCommit), whole.Rows);
        Assert.Equal(["AT 100000 1 1", "BE 100000 1 1", "CY 100000 1 1"], await LatestAsync());
    }

    /// <summary>Each area's rows end in the midst of a commit, so that its part meets files that the load has written.</summary>
    [Fact]
    public async Task Load_OfALargeDataset_DoesNotReadItsOwnFilesAgain()
    {
        using var store = TableStore.Open(folder.Folder, new SpoilingClock(folder.Folder));
        string[] areas = ["AT", "AT BE", "BE", "BE CY", "CY"];

        var load = await folder.LoadAsync(
            store, Start, [.. areas.Select((area, i) => Rows(row => row < RowsOfCommit / 2 ? area[..2] : area[^2..], 1, i * RowsOfCommit))]);

        Assert.Equal(new AppendCounts(5 * RowsOfCommit, 0, 0), load.Rows);
    }

    /// <summary>Every batch reaches over all areas, so that no part is smaller than the dataset.</summary>
    [Fact]
    public async Task Rows_InNoOrder_AreKnownAllTheSame()
    {
        ObservationBatch[] batches = [.. Enumerable.Range(0, 4).Select(part => Rows(row => row % 2 == 0 ? "AT" : $"U{(char)('Z' - part)}", 1, part * RowsOfCommit))];
        await folder.LoadAsync(Start, batches);

        var again = await folder.LoadAsync(Start, [.. batches.Reverse()]);

        Assert.Equal(new AppendCounts(0, 0, 4 * RowsOfCommit), again.Rows);
        Assert.DoesNotContain(await folder.VerifyAsync(), IsOfTables);
    }

    [Fact]
    public async Task Batch_WithoutRows_MovesTheCursor()
    {
        await folder.LoadAsync(Start, Rows("AT", 1), Rows("BE", 1));

        var empty = await folder.LoadAsync(Start, new ObservationBatchBuilder("d", Dimension.RefArea, Dimension.Product).Build(new Cursor("2")));

        Assert.Equal((new AppendCounts(0, 0, 0), new Cursor("2")), (empty.Rows, folder.Store.CursorOf("t")!.Value));
        Assert.Equal(["AT 100000 1 1", "BE 100000 1 1"], await LatestAsync());
    }

    [Fact]
    public async Task Rows_WithoutPlace_AreKnownBesideThoseWithOne()
    {
        await folder.LoadAsync(Start, Rows("AT", 1), Rows(row => row < 10 ? null : "BE", 1));

        var again = await folder.LoadAsync(Start, Rows("AT", 1), Rows(row => row < 10 ? null : "BE", 1));

        Assert.Equal(new AppendCounts(0, 0, 2 * RowsOfCommit), again.Rows);
    }

    [Fact]
    public async Task FullAnswer_OfALargeDataset_RetiresNothingAndSaysSo()
    {
        await folder.LoadAsync(Start, Rows("AT", 1), Rows("BE", 1));

        var load = await folder.LoadAsync(Start with { MayShrinkBy = 0.5 }, Rows("AT", 1), Rows("CY", 1), Some.AllFigures("d"));

        Assert.Equal((LoadHealth.Ok, 0L), (load.Health, load.Retired));
        Assert.StartsWith("Nothing of d was retired: it is large", Assert.Single(load.Notes), StringComparison.Ordinal);
        Assert.Equal(["AT 100000 1 1", "BE 100000 1 1", "CY 100000 1 1"], await LatestAsync());
    }

    [Theory]
    [InlineData(0.6, LoadHealth.Failed)]
    [InlineData(0.7, LoadHealth.Ok)]
    public async Task FullAnswer_ThatLacksMostOfALargeDataset_IsToldAsShrunk(double mayShrinkBy, LoadHealth health)
    {
        await folder.LoadAsync(Start, Rows("AT", 1), Rows("BE", 1), Rows("CY", 1));
        var before = folder.Store.CursorOf("t");

        var load = await folder.LoadAsync(Start with { MayShrinkBy = mayShrinkBy }, Rows("AT", 2), Some.AllFigures("d"));

        Assert.Equal((health, health is LoadHealth.Failed ? Fault.Shrunk : null), (load.Health, load.Fault));
        Assert.Equal(health is LoadHealth.Failed, load.Message.Contains("at least 200000 of the 300000 rows known of d (66.7 %)", StringComparison.Ordinal));
        Assert.Equal((before, 0L), (folder.Store.CursorOf("t"), load.Retired));
        Assert.Equal(["AT 100000 2 2", "BE 100000 1 1", "CY 100000 1 1"], await LatestAsync());
    }

    /// <summary>What is rejected was there.</summary>
    [Fact]
    public async Task FullAnswer_OfALargeDatasetWithRejections_IsNotToldAsShrunk()
    {
        await folder.LoadAsync(Start, Rows("AT", 1), Rows("BE", 1));
        var rejected = new ObservationBatchBuilder("d", Dimension.RefArea, Dimension.Product).Build(rejections: [.. Enumerable.Range(0, RowsOfCommit).Select(line => new Rejection($"line {line}", "It cannot be read."))]);

        var load = await folder.LoadAsync(Start, Rows("AT", 1), rejected, Some.AllFigures("d"));

        Assert.Equal(LoadHealth.Ok, load.Health);
    }

    /// <summary>The part grows over an area of which some rows were retired while the dataset was small enough to be known as a whole.</summary>
    [Fact]
    public async Task Rows_ThatWereRetired_ComeBackAsRevisionsOfAGrownPart()
    {
        ObservationBatch[] batches = [Rows("AT", 1), Rows(_ => "BE", 1), Rows(_ => "BE", 1, RowsOfCommit)];
        await folder.LoadAsync("t", batches);
        var retiring = await folder.LoadAsync(Start with { MostKnownRows = 1_000_000, MayShrinkBy = 1 }, [.. batches[..2], Some.AllFigures("d")]);

        var back = await folder.LoadAsync(Start, batches);

        Assert.Equal((RowsOfCommit, new AppendCounts(0, RowsOfCommit, 2 * RowsOfCommit)), (retiring.Retired, back.Rows));
        Assert.Equal(["AT 100000 1 1", "BE 200000 1 2"], await LatestAsync());
        Assert.DoesNotContain(await folder.VerifyAsync(), IsOfTables);
    }

    private static bool IsOfTables(string fault) => !fault.StartsWith("The raw answer", StringComparison.Ordinal);

    private static ObservationBatch Rows(string area, double value) => Rows(_ => area, value);

    private static ObservationBatch Rows(Func<int, string?> areaOf, double value, int from = 0)
    {
        var builder = new ObservationBatchBuilder("d", Dimension.RefArea, Dimension.Product);
        for (var row = 0; row < RowsOfCommit; row++)
        {
            builder.Add(Period.Year(2024), value, null, Presence.Present, areaOf(row), $"P{from + row}");
        }

        return builder.Build();
    }

    private async Task<string[]> LatestAsync()
    {
        var table = await folder.Store.Tables.QueryAsync("SELECT ref_area, count(*), min(value)::INT, max(_revision) FROM observations GROUP BY ref_area ORDER BY ref_area");
        return [.. table.Rows.Select(row => string.Join(' ', table.Columns.Select(column => row[column.Name])))];
    }

    /// <summary>Asked for the time, as before each commit, it spoils every data file that is there.</summary>
    private sealed class SpoilingClock(string folder) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories))
            {
                File.WriteAllText(file, "spoiled");
            }

            return new(2026, 9, 5, 5, 0, 0, TimeSpan.Zero);
        }
    }
}
