using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Merge;

/// <summary>The rows of one partition that a full answer no longer had: they leave the latest view, marked with the load that found so.</summary>
internal sealed class RetireSession(Merger merger, string loadId)
{
    public List<AddFile> Adds { get; } = [];

    public List<RemoveFile> Removes { get; } = [];

    public long Retired { get; private set; }

    /// <summary>Writes the data files; the log does not know them yet.</summary>
    public async Task WriteAsync()
    {
        var missing = merger.Index.Where(Merger.IsMissing).ToHashSet();
        if (missing.Count == 0)
        {
            return;
        }

        var touched = new SortedSet<int>(missing.Select(identity => merger.Index.Find(identity)!.Value.File));
        var newFile = merger.Reserve();
        await using var current = await DataFile.CreateAsync(merger.Table, merger.Partition(current: true));
        await using var history = await DataFile.CreateAsync(merger.Table, merger.Partition(current: false));
        await new FileParting(merger, Adds, Removes).RunAsync(
            touched, current, newFile, history, (identity, _, _) => missing.Contains(identity),
            rows => rows.With(ColumnName.RetiredBy, TextColumn.Constant(loadId, rows.Count)));
        if (history.Rows != missing.Count)
        {
            throw new InvalidOperationException(
                $"{missing.Count} rows of {merger.Table.Shape.Name} are to be retired, but {history.Rows} were found; run 'foresight store verify'.");
        }

        if (current.Rows > 0)
        {
            Adds.Add(await current.CompleteAsync());
            merger.Place(newFile, Adds[^1]);
        }

        Adds.Add(await history.CompleteAsync());
        Retired = history.Rows;
    }
}
