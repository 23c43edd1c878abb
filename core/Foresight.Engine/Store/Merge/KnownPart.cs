using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Merge;

/// <summary>
/// Which part of a dataset its merger has to know for the next commit. A large one is not known as a whole: a part grows with what is
/// asked of it until it is large, then it becomes what is asked. What a load has just read or written is not read again. Where a
/// source jumps about, parts would be read again and again: then the dataset is known as a whole after all.
/// </summary>
/// <param name="merger">The dataset's merger.</param>
/// <param name="mostWhole">A dataset of no more rows is known as a whole; a part grows to a third of them.</param>
internal sealed class KnownPart(Merger merger, long mostWhole)
{
    /// <summary>How often all of a dataset may be read for its parts.</summary>
    private const int MostReadings = 3;

    private long read;
    private bool jumps;

    /// <summary>The merger, told of what is to come.</summary>
    public Merger For(IEnumerable<ColumnBlock> blocks)
    {
        merger.TurnTo(RangeFor([.. blocks]));
        return merger;
    }

    private RowRange? RangeFor(IReadOnlyList<ColumnBlock> blocks)
    {
        var rows = merger.RowsIn(null);
        if (jumps || rows <= mostWhole)
        {
            return null;
        }

        if (RowRange.Of(blocks) is not { } asked)
        {
            return merger.Range ?? RowRange.Nothing;
        }

        var wider = merger.Range is { } known && known != RowRange.Nothing ? known.Union(asked) : asked;
        var range = merger.RowsIn(wider) <= Math.Max(mostWhole / 3, 2 * merger.RowsIn(asked)) ? wider : asked;
        read += merger.RowsToRead(range);
        jumps = read > MostReadings * rows;
        return jumps ? null : range;
    }
}
