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
    private readonly SortedSet<int> touched = [];

    public long Added { get; private set; }

    public long Revised => revising.Count;

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
            if (existed && entry.Content == given.Contents[i])
            {
                Unchanged++;
                continue;
            }

            if (existed)
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

    /// <summary>Parts the files that hold superseded rows: those rows go to the history, the others to a latest file again.</summary>
    private async Task SupersedeAsync(DataFile current)
    {
        await using var history = await DataFile.CreateAsync(merger.Table, merger.Partition(current: false));
        foreach (var number in touched)
        {
            var old = merger.FileOf(number);
            if (old.Rows > ParquetFileWriter.GroupRows / 2)
            {
                // A large file keeps a file of its own: joined with others it would only grow.
                await using var own = await DataFile.CreateAsync(merger.Table, merger.Partition(current: true));
                var ownNumber = merger.Reserve();
                await PartAsync(old, own, ownNumber, history);
                if (own.Rows > 0)
                {
                    Adds.Add(await own.CompleteAsync());
                    merger.Place(ownNumber, Adds[^1]);
                }
            }
            else
            {
                await PartAsync(old, current, newFile, history);
            }

            Removes.Add(new(old.Path, old.Partition, old.Size));
            merger.Place(number, null);
        }

        if (history.Rows != revising.Count)
        {
            throw new InvalidOperationException(
                $"{revising.Count} rows of {merger.Table.Shape.Name} are revised, but {history.Rows} were found; run 'foresight store verify'.");
        }

        Adds.Add(await history.CompleteAsync());
    }

    private async Task PartAsync(AddFile old, DataFile survivors, int survivorsNumber, DataFile history)
    {
        await foreach (var block in ParquetFileReader.ReadAsync(merger.PathOf(old), merger.Table.Shape.FileColumns, CancellationToken.None))
        {
            var (identities, _) = merger.Identity.Compute(block);
            var (kept, superseded) = (new List<int>(), new List<int>());
            for (var i = 0; i < identities.Length; i++)
            {
                if (revising.TryGetValue(identities[i], out var by))
                {
                    merger.Identity.Carry(fresh[by.Block], by.Row, block, i);
                    superseded.Add(i);
                }
                else
                {
                    merger.Index.GetOrAdd(identities[i], out _).File = survivorsNumber;
                    kept.Add(i);
                }
            }

            await survivors.AddAsync(block.Select([.. kept]));
            await history.AddAsync(block.Select([.. superseded]));
        }
    }
}
