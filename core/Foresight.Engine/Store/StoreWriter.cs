using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;
using Foresight.Engine.Store.Merge;
using Foresight.Engine.Store.Quarantine;
using Foresight.Sdk;

namespace Foresight.Engine.Store;

/// <summary>The one way by which rows come into the store: under its lock, commit by commit.</summary>
internal sealed class StoreWriter(StoreLog log, StoreLock storeLock, TimeProvider clock)
{
    private bool tidied;

    public StoreLog Log => log;

    public TimeProvider Clock => clock;

    /// <summary>Takes the lock and sees what others have written; dispose what it gives to let others in.</summary>
    public async Task<IDisposable> BeginAsync(CancellationToken cancellationToken)
    {
        var held = await storeLock.AcquireAsync(cancellationToken);
        try
        {
            log.Refresh();
            if (!tidied)
            {
                foreach (var table in log.Tables)
                {
                    table.RemoveOrphans();
                    if (table.Latest.Version < 0)
                    {
                        table.Append(Info("CREATE TABLE") with { StoreVersion = 0 }, [], []);
                    }
                    else if (table.LacksColumns())
                    {
                        table.Append(Info("ADD COLUMNS"), [], []);
                    }
                }

                foreach (var file in QuarantineFiles.HalfWritten(log.Folder))
                {
                    File.Delete(file);
                }

                tidied = true;
            }

            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Merges blocks of one source into one table and commits them, in as few commits as can be: a block that revises rows of the
    /// same commit begins another. The caller holds the lock.
    /// </summary>
    public async Task<AppendCounts> MergeAsync(
        TableLog table, string source, string? loadId, IReadOnlyList<KeyedBlock> blocks, Func<KeyedBlock, Merger> mergerOf, CancellationToken cancellationToken)
    {
        var counts = new AppendCounts(0, 0, 0);
        for (var next = 0; next < blocks.Count;)
        {
            var first = next;
            var sessions = new Dictionary<Merger, MergeSession>();
            try
            {
                while (next < blocks.Count)
                {
                    var merger = mergerOf(blocks[next]);
                    if (!sessions.TryGetValue(merger, out var session))
                    {
                        await merger.PrepareAsync(cancellationToken);
                        sessions.Add(merger, session = new(merger));
                    }

                    if (!session.TryTake(blocks[next]))
                    {
                        break;
                    }

                    next++;
                }

                cancellationToken.ThrowIfCancellationRequested();
                foreach (var session in sessions.Values)
                {
                    await session.WriteAsync();
                }

                var (added, revised, unchanged) =
                    (sessions.Values.Sum(s => s.Added), sessions.Values.Sum(s => s.Revised), sessions.Values.Sum(s => s.Unchanged));
                var cursor = blocks.Skip(first).Take(next - first).LastOrDefault(block => block.Next is not null)?.Next;
                if (added + revised > 0 || (cursor is not null && cursor != log.CursorOf(source)))
                {
                    var info = Info(revised > 0 ? "MERGE" : "WRITE") with
                    {
                        Source = source,
                        LoadId = loadId,
                        Cursor = cursor?.Value,
                        Batch = loadId is null ? null : log.LastBatchOf(source) + next - first,
                        RowsAdded = added,
                        RowsRevised = revised,
                        RowsUnchanged = unchanged,
                    };
                    table.Append(info, [.. sessions.Values.SelectMany(s => s.Adds)], [.. sessions.Values.SelectMany(s => s.Removes)]);
                    foreach (var merger in sessions.Keys)
                    {
                        merger.Committed(table.Latest.Version);
                    }
                }

                counts = counts.Plus(added, revised, unchanged);
            }
            catch
            {
                foreach (var merger in sessions.Keys)
                {
                    merger.Forget();
                }

                throw;
            }
        }

        return counts;
    }

    /// <summary>Retires the rows that a load has not brought, in one commit with the cursor. The caller holds the lock.</summary>
    public async Task<long> RetireAsync(
        TableLog table, string source, string loadId, IReadOnlyList<Merger> mergers, Cursor? cursor, CancellationToken cancellationToken)
    {
        var sessions = new List<RetireSession>();
        foreach (var merger in mergers)
        {
            await merger.PrepareAsync(cancellationToken);
            sessions.Add(new(merger, loadId));
            await sessions[^1].WriteAsync();
            merger.Forget(); // One at a time: the indexes of many datasets would not fit.
        }

        var retired = sessions.Sum(session => session.Retired);
        if (retired > 0 || (cursor is not null && cursor != log.CursorOf(source)))
        {
            var info = Info("RETIRE") with
            {
                Source = source,
                LoadId = loadId,
                Cursor = cursor?.Value,
                Batch = log.LastBatchOf(source) + 1,
                RowsRetired = retired,
            };
            table.Append(info, [.. sessions.SelectMany(session => session.Adds)], [.. sessions.SelectMany(session => session.Removes)]);
        }

        return retired;
    }

    /// <summary>Adds rows that are never revised, in one commit. The caller holds the lock.</summary>
    public async Task AddAsync(TableLog table, string source, string? loadId, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
    {
        var partition = new Dictionary<string, string> { [Columns.ColumnName.Source] = source };
        var file = await DataFile.WriteAsync(table, partition, Columns.ColumnBlock.OfRows(table.Shape, rows));
        table.Append(Info("WRITE") with { Source = source, LoadId = loadId, RowsAdded = rows.Count }, [file], []);
    }

    /// <summary>Joins the small files of every table. The caller holds the lock.</summary>
    public async Task<IReadOnlyList<CompactedTable>> CompactAsync(CancellationToken cancellationToken)
    {
        var compacted = new List<CompactedTable>();
        foreach (var table in log.Tables)
        {
            if (await new Compaction(table).RunAsync(Info(CommitInfo.Compact), cancellationToken) is { } joined)
            {
                compacted.Add(joined);
            }
        }

        return compacted;
    }

    /// <summary>Forgets a source entry's cursor. The caller holds the lock.</summary>
    public void ResetCursor(string source) =>
        log[Columns.StoreShapes.Loads].Append(Info(CommitInfo.CursorReset) with { Source = source }, [], []);

    private CommitInfo Info(string operation)
    {
        var (version, timestamp) = log.Next(clock);
        return new() { Operation = operation, StoreVersion = version, Timestamp = timestamp };
    }
}
