using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Merge;

/// <summary>The rows of one partition that go into one commit.</summary>
internal sealed class MergeSession(Merger merger)
{
    private readonly int newFile = merger.Reserve();
    private readonly List<ColumnBlock> fresh = [];
    private readonly Dictionary<UInt128, (int Block, int Row)> revising = [];
    private readonly Dictionary<UInt128, (int Block, int Row, int File)> returning = [];
    private readonly SortedSet<int> touched = [];

    public long Added { get; private set; }

    /// <summary>Rows of another content, and those that come back after they were retired.</summary>
    public long Revised => revising.Count + returning.Count;

    public long Unchanged { get; private set; }

    public List<AddFile> Adds { get; } = [];

    public List<RemoveFile> Removes { get; } = [];

    /// <summary>Takes the rows in; false, and nothing taken, where one of them revises a row of this same commit.</summary>
    public bool TryTake(KeyedBlock given)
    {
        if (fresh.Count > 0 && RevisesOwn(given))
        {
            return false;
        }

        var rows = new int[given.Block.Count];
        var count = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i % IdentityIndex.WarmRows == 0)
            {
                merger.Index.Warm(given.Identities, i);
            }

            ref var entry = ref merger.Index.GetOrAdd(given.Identities[i], out var existed);
            entry.Seen = true;
            if (existed && !entry.Retired && entry.Content == given.Contents[i])
            {
                Unchanged++;
                continue;
            }

            if (existed && entry.Retired)
            {
                returning.Add(given.Identities[i], (fresh.Count, count, entry.File));
                entry.Retired = false;
            }
            else if (existed)
            {
                revising.Add(given.Identities[i], (fresh.Count, count));
                touched.Add(entry.File);
            }
            else
            {
                Added++;
            }

            (entry.Content, entry.File) = (given.Contents[i], newFile);
            rows[count++] = i;
        }

        foreach (var identity in given.Came)
        {
            merger.Index.MarkSeen(identity);
        }

        if (count > 0)
        {
            fresh.Add(given.Block.Select(rows.AsSpan(0, count)));
        }

        return true;
    }

    /// <summary>Writes the data files; the log does not know them yet.</summary>
    public async Task WriteAsync()
    {
        if (fresh.Count == 0)
        {
            return;
        }

        await CarryReturningAsync();
        await using var current = await DataFile.CreateAsync(merger.Table, merger.Partition(current: true));
        if (touched.Count > 0)
        {
            await SupersedeAsync(current);
        }

        foreach (var block in fresh)
        {
            await current.AddAsync(block);
        }

        Adds.Add(await current.CompleteAsync());
        merger.Place(newFile, Adds[^1]);
    }

    private bool RevisesOwn(KeyedBlock given)
    {
        for (var i = 0; i < given.Identities.Length; i++)
        {
            if (merger.Index.Find(given.Identities[i]) is { } known && known.File == newFile && known.Content != given.Contents[i])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Rows that come back go on from the revision that was retired; that one stays where it is.</summary>
    private async Task CarryReturningAsync()
    {
        var carried = 0;
        foreach (var number in returning.Values.Select(by => by.File).Distinct().Order())
        {
            await foreach (var block in ParquetFileReader.ReadAsync(
                merger.PathOf(merger.FileOf(number)), merger.Table.Shape.FileColumns, CancellationToken.None))
            {
                var (identities, _) = merger.Identity.Compute(block);
                for (var i = 0; i < identities.Length; i++)
                {
                    if (returning.TryGetValue(identities[i], out var by) && by.File == number)
                    {
                        merger.Identity.Carry(fresh[by.Block], by.Row, block, i);
                        carried++;
                    }
                }
            }
        }

        if (carried != returning.Count)
        {
            throw new InvalidOperationException(
                $"{returning.Count} retired rows of {merger.Table.Shape.Name} come back, but {carried} were found; run 'foresight store verify'.");
        }
    }

    /// <summary>Parts the files that hold superseded rows: those rows go to the history, the others to a latest file again.</summary>
    private async Task SupersedeAsync(DataFile current)
    {
        await using var history = await DataFile.CreateAsync(merger.Table, merger.Partition(current: false));
        var parting = new FileParting(merger, Adds, Removes);
        await parting.RunAsync(touched, current, newFile, history, (identity, block, row) =>
        {
            if (!revising.TryGetValue(identity, out var by))
            {
                return false;
            }

            merger.Identity.Carry(fresh[by.Block], by.Row, block, row);
            return true;
        });
        if (history.Rows != revising.Count)
        {
            throw new InvalidOperationException(
                $"{revising.Count} rows of {merger.Table.Shape.Name} are revised, but {history.Rows} were found; run 'foresight store verify'.");
        }

        Adds.Add(await history.CompleteAsync());
    }
}
