using Foresight.Engine.Store;
using Foresight.Engine.Store.Batches;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Log;
using Foresight.Engine.Store.Merge;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store.Merge;

internal sealed record MergeRow(string Dataset, string? Area, int Year, double? Value);

/// <summary>What happens before a commit.</summary>
internal enum MergeEvent
{
    None,

    /// <summary>Another program writes some of the same rows.</summary>
    OtherProgram,

    /// <summary>A commit of the same rows is stopped before it is there.</summary>
    Cancelled,

    Compaction,

    /// <summary>The source gives a batch without rows.</summary>
    EmptyBatch,
}

/// <summary>A load: commits of blocks of rows, and how many rows of a dataset it may know.</summary>
/// <param name="Commits">The rows.</param>
/// <param name="MostKnown">How many rows of a dataset it knows as a whole.</param>
/// <param name="Events">What happens before each commit.</param>
/// <param name="IsFull">Whether what it does not bring is retired; nothing happens between its commits then.</param>
internal sealed record MergeLoad(MergeRow[][][] Commits, long MostKnown, MergeEvent[] Events, bool IsFull)
{
    public override string ToString() =>
        $"most {MostKnown}{(IsFull ? ", full" : "")}: {string.Join("; ", Commits.Select((commit, i) => $"({Events[i]}) {string.Join(" / ", commit.Select(block => string.Join(", ", block.AsEnumerable())))}"))}";
}

/// <summary>Loads commit by commit into a store, and beside it into a plain dictionary.</summary>
internal sealed class MergeRun : IDisposable
{
    private const string Source = "s";

    private readonly StoreFolder folder = new();
    private readonly Dictionary<(string Dataset, string? Area, int Year), (List<double?> Values, HashSet<int> Retired)> model = [];
    private readonly List<StoreLock> locks = [];
    private int loads;

    public void Dispose()
    {
        locks.ForEach(its => its.Dispose());
        folder.Dispose();
    }

    public async Task LoadAsync(MergeLoad load)
    {
        var (writer, mergers) = Begin(load.IsFull ? 1000 : load.MostKnown);
        foreach (var (commit, before) in load.Commits.Zip(load.Events))
        {
            if (!load.IsFull)
            {
                await HappenAsync(before, writer, mergers, commit);
            }

            await CommitAsync(writer, mergers, commit);
        }

        if (load.IsFull)
        {
            await RetireAsync(writer, mergers, [.. load.Commits.SelectMany(commit => commit).SelectMany(block => block)]);
        }
    }

    public IReadOnlyList<string> Known() => [.. model.SelectMany(pair => pair.Value.Values.Select((value, i) =>
        $"{pair.Key.Dataset} {pair.Key.Area ?? "-"} {pair.Key.Year} {value} {i + 1} {i + 1 == pair.Value.Values.Count && !pair.Value.Retired.Contains(i)} {pair.Value.Retired.Contains(i)}"))
        .Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<string>> StoredAsync()
    {
        var rows = await folder.Store.Tables.QueryAsync(
            "SELECT dataset, coalesce(ref_area, '-'), period, value, _revision, _current, _retired_by IS NOT NULL FROM observations_history");
        return [.. rows.Rows.Select(row => string.Join(' ', rows.Columns.Select(column => row[column.Name]))).Order(StringComparer.Ordinal)];
    }

    public Task<IReadOnlyList<string>> VerifyAsync() => folder.VerifyAsync();

    /// <summary>As a program begins that has just started.</summary>
    private (StoreWriter Writer, LoadMergers Mergers) Begin(long mostKnown)
    {
        locks.Add(new(folder.Folder));
        var writer = new StoreWriter(new(folder.Folder), locks[^1], folder.Clock);
        var start = new LoadStart(Source, "Test", "1.0.0") { MostKnownRows = mostKnown, MayShrinkBy = 1 };
        return (writer, new(writer, start, $"load-{++loads}"));
    }

    private async Task HappenAsync(MergeEvent what, StoreWriter writer, LoadMergers mergers, MergeRow[][] commit)
    {
        switch (what)
        {
            case MergeEvent.OtherProgram:
                var other = Begin(1000);
                await CommitAsync(other.Writer, other.Mergers, [[.. commit[0].Select(row => row with { Value = 3 })]]);
                break;
            case MergeEvent.Cancelled:
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MergeAsync(writer, mergers, Blocks(commit), new(canceled: true)));
                break;
            case MergeEvent.EmptyBatch:
                Assert.Equal(new AppendCounts(0, 0, 0), await MergeAsync(writer, mergers, [[]], CancellationToken.None));
                break;
            case MergeEvent.Compaction:
                using (await writer.BeginAsync(CancellationToken.None))
                {
                    await writer.CompactAsync(CancellationToken.None);
                }

                break;
        }
    }

    private async Task CommitAsync(StoreWriter writer, LoadMergers mergers, MergeRow[][] commit)
    {
        var expected = new AppendCounts(0, 0, 0);
        foreach (var row in Blocks(commit).SelectMany(block => block))
        {
            expected = Take(row, expected);
        }

        Assert.Equal(expected, await MergeAsync(writer, mergers, Blocks(commit), CancellationToken.None));
    }

    /// <summary>A block has rows of one dataset, each once.</summary>
    private static List<MergeRow[]> Blocks(MergeRow[][] commit) => [.. commit.SelectMany(block => block
        .DistinctBy(row => (row.Dataset, row.Area, row.Year)).GroupBy(row => row.Dataset).OrderBy(group => group.Key).Select(group => group.ToArray()))];

    private async Task<AppendCounts> MergeAsync(StoreWriter writer, LoadMergers mergers, List<MergeRow[]> blocks, CancellationToken cancellationToken)
    {
        KeyedBlock[] keyed = [.. blocks.Select(rows => ObservationBlocks.Of(Batch(rows), $"load-{loads}", 0))];
        using (await writer.BeginAsync(CancellationToken.None))
        {
            return await writer.MergeAsync(
                writer.Log[StoreShapes.Observations], Source, $"load-{loads}", keyed, mergers.For(StoreShapes.Observations, keyed), cancellationToken);
        }
    }

    private static ObservationBatch Batch(MergeRow[] rows)
    {
        var builder = new ObservationBatchBuilder(rows.Length == 0 ? "d" : rows[0].Dataset, Dimension.RefArea);
        foreach (var row in rows)
        {
            builder.Add(Period.Year(row.Year), row.Value, null, Presence.Missing, row.Area);
        }

        return builder.Build();
    }

    private AppendCounts Take(MergeRow row, AppendCounts counts)
    {
        if (!model.TryGetValue((row.Dataset, row.Area, row.Year), out var known))
        {
            model.Add((row.Dataset, row.Area, row.Year), ([row.Value], []));
            return counts with { Added = counts.Added + 1 };
        }

        if (known.Values[^1] == row.Value && !known.Retired.Contains(known.Values.Count - 1))
        {
            return counts with { Unchanged = counts.Unchanged + 1 };
        }

        known.Values.Add(row.Value);
        return counts with { Revised = counts.Revised + 1 };
    }

    private async Task RetireAsync(StoreWriter writer, LoadMergers mergers, MergeRow[] brought)
    {
        var keys = brought.Select(row => (row.Dataset, row.Area, row.Year)).ToHashSet();
        var datasets = brought.Select(row => row.Dataset).ToHashSet();
        var gone = model.Where(pair => datasets.Contains(pair.Key.Dataset) && !keys.Contains(pair.Key) && !pair.Value.Retired.Contains(pair.Value.Values.Count - 1)).ToList();
        gone.ForEach(pair => pair.Value.Retired.Add(pair.Value.Values.Count - 1));
        foreach (var dataset in datasets)
        {
            mergers.End(StoreShapes.Observations, dataset);
        }

        using (await writer.BeginAsync(CancellationToken.None))
        {
            Assert.Equal(gone.Count, (await mergers.RetireAsync(null, CancellationToken.None)).Retired);
        }
    }
}
