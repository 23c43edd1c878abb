using Foresight.Engine.Store.Batches;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Differences;
using Foresight.Engine.Store.Log;
using Foresight.Engine.Store.Merge;
using Foresight.Engine.Store.Quarantine;
using Foresight.Engine.Store.Queries;
using Foresight.Sdk;

namespace Foresight.Engine.Store;

/// <summary>The store: Delta tables of Parquet files, asked by DuckDB (docs/store.md).</summary>
public sealed class TableStore : IDisposable
{
    private readonly StoreLog log;
    private readonly StoreLock storeLock;
    private readonly StoreWriter writer;
    private readonly LoadNumbers numbers;
    private readonly StoreTables tables;
    private readonly TimeProvider clock;

    private TableStore(string folder, TimeProvider clock)
    {
        Folder = folder;
        this.clock = clock;
        log = new(folder);
        storeLock = new(folder);
        writer = new(log, storeLock, clock);
        numbers = new(log);
        tables = new(log, storeVersion: null);
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The tables as they are now; sees every commit at the next query.</summary>
    public ITables Tables => tables;

    /// <summary>The newest version of the store; 0 where nothing was written.</summary>
    public long Version
    {
        get
        {
            log.Refresh();
            return log.Version;
        }
    }

    /// <summary>Opens a store, creating it where there is none.</summary>
    public static TableStore Open(string folder, TimeProvider clock)
    {
        var full = Path.GetFullPath(folder);
        Directory.CreateDirectory(full);
        var store = new TableStore(full, clock);
        store.log.Refresh();
        return store;
    }

    /// <summary>The tables as they were: <c>v12</c> or <c>12</c> (store version) or <c>2026-09-01</c> (end of that day, UTC) or an ISO instant.</summary>
    /// <exception cref="ArgumentException">There is no such version; the message says which there are.</exception>
    public ITables At(string version)
    {
        log.Refresh();
        return new StoreTables(log, log.VersionOf(version));
    }

    /// <summary>How a table's latest rows differ between two states of the store.</summary>
    /// <exception cref="ArgumentException">There is no such table, version or source; the message says which there are.</exception>
    /// <exception cref="InvalidDataException">Data files of one of the states are gone.</exception>
    public Task<TableDifferences> DiffAsync(DifferenceQuestion question, CancellationToken cancellationToken)
    {
        var shape = DifferenceShape.Of(question.Table);
        log.Refresh();
        var (from, to) = (log.VersionOf(question.From), question.To is null ? log.Version : log.VersionOf(question.To));
        return from <= to
            ? new Comparison(log, shape, tables).RunAsync(from, to, question.Source, question.Limit, cancellationToken)
            : throw new ArgumentException($"v{from} is later than v{to}; give the earlier state first.");
    }

    /// <summary>The cursor of a source entry, from the newest commit that has one.</summary>
    public Cursor? CursorOf(string source)
    {
        log.Refresh();
        return log.CursorOf(source);
    }

    /// <summary>A source entry's cursor and when it last moved or was reset; null where it never had one.</summary>
    public CursorMove? CursorMoveOf(string source)
    {
        log.Refresh();
        return log.CursorMoveOf(source) is { } info
            ? new(info.Cursor is { } text ? new Cursor(text) : null, DateTimeOffset.FromUnixTimeMilliseconds(info.Timestamp), info.LoadId)
            : null;
    }

    /// <summary>Forgets a source entry's cursor, as a commit: the next load reads from the start, and earlier versions still have it.</summary>
    /// <returns>The cursor that was forgotten; null where there was none, and nothing was written.</returns>
    public async Task<Cursor?> ResetCursorAsync(string source, CancellationToken cancellationToken)
    {
        using (await writer.BeginAsync(cancellationToken))
        {
            if (log.CursorOf(source) is not { } known)
            {
                return null;
            }

            writer.ResetCursor(source);
            return known;
        }
    }

    /// <summary>Begins a load of one source entry. Several may be under way at once, also in several threads.</summary>
    public LoadWriter BeginLoad(LoadStart start)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(start.Source);
        if (start.Again is { } again)
        {
            return new(writer, start, again.LoadId, again.StartedAt);
        }

        var now = clock.GetUtcNow();
        return new(writer, start, numbers.NextId(now, start.Source), now);
    }

    /// <summary>
    /// Stores verdicts. A verdict that repeats the latest one on the same document revision and area by the same model and policy adds
    /// nothing; any other supersedes it.
    /// </summary>
    /// <param name="rows">The verdicts.</param>
    /// <param name="tags">What the same documents are about beside the areas, one row each.</param>
    /// <param name="cancellationToken">Stops between commits.</param>
    /// <returns>What became of the verdicts.</returns>
    public async Task<AppendCounts> AppendClassificationsAsync(
        IReadOnlyList<ClassificationRow> rows, IReadOnlyList<TagRow> tags, CancellationToken cancellationToken)
    {
        var areas = rows.GroupBy(row => row.Source).Select(group => (group.Key, Block: ClassificationBlocks.Of([.. group]))).ToArray();
        var others = tags.GroupBy(row => row.Source).Select(group => (group.Key, Block: TagBlocks.Of([.. group]))).ToArray();
        using (await writer.BeginAsync(cancellationToken))
        {
            // Tags go first: a document with verdicts is done with, and one without is judged again.
            await MergeVerdictsAsync(log[StoreShapes.Tags], VerdictIdentity.OfTags, others, cancellationToken);
            return await MergeVerdictsAsync(log[StoreShapes.Classifications], VerdictIdentity.OfClassifications, areas, cancellationToken);
        }
    }

    /// <summary>Stores what people said of documents. Nothing that was said is ever changed; a later verdict of the same person counts in place of the earlier.</summary>
    public Task AppendPersonVerdictsAsync(IReadOnlyList<PersonVerdictRow> rows, CancellationToken cancellationToken) =>
        AddAsync(StoreShapes.Verdicts, rows, row => row.Source, PersonVerdictBlocks.Row, cancellationToken);

    /// <summary>Stores how models err. What is known of a model is never changed.</summary>
    public Task AppendModelsAsync(IReadOnlyList<ModelErrorRow> rows, CancellationToken cancellationToken) =>
        AddAsync(StoreShapes.Models, rows, row => row.Classifier, ModelBlocks.Row, cancellationToken);

    /// <summary>Stores versions of signals. None is ever changed; the latest version of a signal counts.</summary>
    public Task AppendSignalsAsync(IReadOnlyList<SignalRow> rows, CancellationToken cancellationToken) =>
        AddAsync(StoreShapes.Signals, rows, row => row.Analysis, SignalBlocks.Row, cancellationToken);

    /// <summary>Stores what people say of signals. Every rating is kept; a person's latest on a signal counts.</summary>
    public Task AppendRatingsAsync(IReadOnlyList<RatingRow> rows, CancellationToken cancellationToken) =>
        AddAsync(StoreShapes.Ratings, rows, row => row.Analysis, SignalBlocks.Row, cancellationToken);

    /// <summary>Stores what people do about signals. Nothing of it is ever changed; a signal's latest step counts.</summary>
    public Task AppendStepsAsync(IReadOnlyList<StepRow> rows, CancellationToken cancellationToken) =>
        AddAsync(StoreShapes.Steps, rows, row => row.Analysis, StepBlocks.Row, cancellationToken);

    /// <summary>Stores what people gathered. No version is ever changed; the latest of a gathering counts.</summary>
    public Task AppendGatheringsAsync(IReadOnlyList<GatheringRow> rows, CancellationToken cancellationToken) =>
        AddAsync(StoreShapes.Gatherings, rows, _ => GatheringRow.People, SignalBlocks.Row, cancellationToken);

    /// <summary>Stores what happened to alerts. Nothing of it is ever changed.</summary>
    public Task AppendAlertsAsync(IReadOnlyList<AlertRow> rows, CancellationToken cancellationToken) =>
        AddAsync(StoreShapes.Alerts, rows, row => row.Rule, SignalBlocks.Row, cancellationToken);

    private async Task AddAsync<T>(
        TableShape table, IReadOnlyList<T> rows, Func<T, string> sourceOf, Func<T, IReadOnlyDictionary<string, object?>> columnsOf, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        using (await writer.BeginAsync(cancellationToken))
        {
            foreach (var source in rows.GroupBy(sourceOf))
                await writer.AddAsync(log[table], source.Key, loadId: null, [.. source.Select(columnsOf)]);
        }
    }

    private async Task<AppendCounts> MergeVerdictsAsync(
        TableLog table, VerdictIdentity identity, IEnumerable<(string Source, KeyedBlock Block)> sources, CancellationToken cancellationToken)
    {
        var counts = new AppendCounts(0, 0, 0);
        foreach (var (source, block) in sources)
        {
            var merger = new Merger(table, identity, new Dictionary<string, string> { [ColumnName.Source] = source });
            var added = await writer.MergeAsync(table, source, loadId: null, [block], _ => merger, cancellationToken);
            counts = counts.Plus(added.Added, added.Revised, added.Unchanged);
        }

        return counts;
    }

    /// <summary>The version of the table <c>stories</c>, for <see cref="AppendStoriesAsync"/>.</summary>
    public long StoriesVersion()
    {
        log.Refresh();
        return log[StoreShapes.Stories].Latest.Version;
    }

    /// <summary>Stores which documents belong to which stories. A document's story is never changed.</summary>
    /// <param name="rows">Documents that have none yet.</param>
    /// <param name="version">The version of the table from which that was known.</param>
    /// <param name="cancellationToken">Stops before a commit.</param>
    /// <returns>False, and nothing stored, where another program has stored stories since.</returns>
    public async Task<bool> AppendStoriesAsync(IReadOnlyList<StoryRow> rows, long version, CancellationToken cancellationToken)
    {
        using (await writer.BeginAsync(cancellationToken))
        {
            var table = log[StoreShapes.Stories];
            // The table itself may have been created by taking the lock.
            if (table.Latest.Version > Math.Max(version, 0))
            {
                return false;
            }

            foreach (var source in rows.GroupBy(row => row.Source))
            {
                await writer.AddAsync(table, source.Key, loadId: null, [.. source.Select(StoryBlocks.Row)]);
            }

            return true;
        }
    }

    /// <summary>Writes a query's answer to a Parquet file, whole or not at all.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="file">The file; an earlier one is replaced.</param>
    /// <param name="version">As for <see cref="At"/>; null for the tables as they are.</param>
    /// <param name="cancellationToken">Stops before the query runs.</param>
    /// <exception cref="InvalidOperationException">The query is wrong; the message says where.</exception>
    public async Task ExportParquetAsync(string sql, string file, string? version = null, CancellationToken cancellationToken = default)
    {
        using var asked = new StoreTables(log, version is null ? null : log.VersionOf(version));
        await asked.ExportAsync(sql, file, cancellationToken);
    }

    /// <summary>What did not fit and was kept out of the tables, of one source entry or of all; at most so many items in full.</summary>
    public Task<QuarantineContent> QuarantineAsync(string? source, int limit, CancellationToken cancellationToken) =>
        QuarantineReader.ReadAsync(Folder, source, limit, cancellationToken);

    /// <summary>Joins small files, which many small loads leave and every question pays for. No row changes; earlier versions keep their files.</summary>
    public async Task<IReadOnlyList<CompactedTable>> CompactAsync(CancellationToken cancellationToken)
    {
        using (await writer.BeginAsync(cancellationToken))
        {
            return await writer.CompactAsync(cancellationToken);
        }
    }

    /// <summary>Checks logs, files, statistics and hashes; one sentence per fault, none when all is well.</summary>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) => Verify.StoreVerifier.RunAsync(Folder, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        tables.Dispose();
        storeLock.Dispose();
    }
}
