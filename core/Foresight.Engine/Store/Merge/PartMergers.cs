using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Merge;

/// <summary>
/// Knows of a large dataset only the part that is being written, so that memory does not grow with the dataset: sources give their
/// rows by period and place, as their files are sorted. A part grows with what comes next to it until it is large, then another
/// begins. Where a source jumps about, parts would be read again and again: then it is known as a whole after all.
/// </summary>
/// <param name="table">The table of observations.</param>
/// <param name="partition">The dataset.</param>
/// <param name="mostWhole">A dataset of no more rows is known as a whole; a part grows to a third of them.</param>
internal sealed class PartMergers(TableLog table, IReadOnlyDictionary<string, string> partition, long mostWhole)
{
    /// <summary>How often all of a dataset may be read for its parts.</summary>
    private const int MostReadings = 3;

    private RowRange? range;
    private Merger? current;
    private long reread;
    private bool jumps;

    /// <summary>How many rows the part has.</summary>
    public long Count => current?.Count ?? 0;

    /// <summary>The merger of the part that holds the blocks of one commit; null where the dataset is to be known as a whole.</summary>
    public Merger? Of(IEnumerable<ColumnBlock> blocks)
    {
        var files = table.Latest.Files.Where(file => file.Partition[ColumnName.Current] == "true" && partition.All(pair => file.Partition[pair.Key] == pair.Value)).ToList();
        var rows = files.Sum(file => file.Rows);
        if (jumps || rows <= mostWhole)
        {
            return null;
        }

        if (RowRange.Of([.. blocks]) is not { } asked)
        {
            return new Merger(table, ObservationIdentity.Instance, partition, RowRange.Nothing);
        }

        long RowsIn(RowRange part) => files.Where(part.Meets).Sum(file => file.Rows);
        var met = RowsIn(asked);
        if (current is not null && range is not null)
        {
            var wider = range.Contains(asked) ? range : range.Union(asked);
            var known = RowsIn(wider);
            if (known <= Math.Max(mostWhole / 3, 2 * met))
            {
                reread += Math.Max(0, known - Count);
                if (wider != range)
                {
                    current.Widen(range = wider);
                }

                return current;
            }
        }

        reread += met;
        if (reread > MostReadings * rows)
        {
            jumps = true;
            Forget();
            return null;
        }

        (range, current) = (asked, new Merger(table, ObservationIdentity.Instance, partition, asked));
        return current;
    }

    public void Forget() => (range, current) = (null, null);
}
