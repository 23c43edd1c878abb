using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Merge;

/// <summary>Parts files of latest rows: some rows leave for a file of the history, the others go to a latest file again.</summary>
internal sealed class FileParting(Merger merger, List<AddFile> adds, List<RemoveFile> removes)
{
    /// <summary>Parts the files.</summary>
    /// <param name="numbers">The files' numbers.</param>
    /// <param name="survivors">Where rows that stay go, unless their file is a large one.</param>
    /// <param name="survivorsNumber">That file's number.</param>
    /// <param name="leaving">Where the others go.</param>
    /// <param name="leaves">Whether a row of that identity leaves: the block and the row in it.</param>
    /// <param name="marked">What becomes of rows that leave; null leaves them as they are.</param>
    public async Task RunAsync(
        IEnumerable<int> numbers, DataFile survivors, int survivorsNumber, DataFile leaving,
        Func<UInt128, ColumnBlock, int, bool> leaves, Func<ColumnBlock, ColumnBlock>? marked = null)
    {
        foreach (var number in numbers)
        {
            var old = merger.FileOf(number);
            if (old.Rows > ParquetFileWriter.GroupRows / 2)
            {
                // A large file keeps a file of its own: joined with others it would only grow.
                await using var own = await DataFile.CreateAsync(merger.Table, merger.Partition(current: true));
                var ownNumber = merger.Reserve();
                await PartAsync(old, own, ownNumber);
                if (own.Rows > 0)
                {
                    adds.Add(await own.CompleteAsync());
                    merger.Place(ownNumber, adds[^1]);
                }
            }
            else
            {
                await PartAsync(old, survivors, survivorsNumber);
            }

            removes.Add(new(old.Path, old.Partition, old.Size));
            merger.Place(number, null);
        }

        async Task PartAsync(AddFile old, DataFile staying, int stayingNumber)
        {
            await foreach (var block in ParquetFileReader.ReadAsync(merger.PathOf(old), merger.Table.Shape.FileColumns, CancellationToken.None))
            {
                var (identities, _) = merger.Identity.Compute(block);
                var (kept, left) = (new List<int>(), new List<int>());
                for (var i = 0; i < identities.Length; i++)
                {
                    if (leaves(identities[i], block, i))
                    {
                        left.Add(i);
                    }
                    else
                    {
                        merger.Index.GetOrAdd(identities[i], out _).File = stayingNumber;
                        kept.Add(i);
                    }
                }

                await staying.AddAsync(block.Select([.. kept]));
                var leavingRows = block.Select([.. left]);
                await leaving.AddAsync(marked is null ? leavingRows : marked(leavingRows));
            }
        }
    }
}
