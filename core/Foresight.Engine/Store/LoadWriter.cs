using System.Collections.Concurrent;
using Foresight.Engine.Store.Batches;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Contracts;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Merge;
using Foresight.Engine.Store.Quarantine;
using Foresight.Sdk;

namespace Foresight.Engine.Store;

/// <summary>
/// One load of one source entry: its answers and batches, and at the end its row in <c>loads</c>. Used by one caller at a time;
/// commits run while the caller reads the next batch, so a fault of one shows at the next call.
/// </summary>
public sealed class LoadWriter : IAsyncDisposable
{
    private const int MostRejections = 200;

    private readonly StoreWriter store;
    private readonly LoadStart start;
    private readonly ConcurrentDictionary<int, AnswerRow> answers = [];
    private readonly LoadMergers mergers;
    private readonly ShapeGuard shapes;
    private readonly QuarantineWriter quarantine;
    private readonly List<Rejection> rejections = [];
    private List<(TableShape Table, KeyedBlock Block)> pending = [];
    private Task commit = Task.CompletedTask;
    private TableShape? table;
    private Cursor? held;
    private AppendCounts counts = new(0, 0, 0);
    private int batches;
    private long read;
    private long rejected;
    private long retired;
    private IReadOnlyList<string> notes = [];
    private bool broken;
    private bool finished;

    internal LoadWriter(StoreWriter store, LoadStart start, string loadId, DateTimeOffset startedAt)
    {
        (this.store, this.start, LoadId, StartedAt) = (store, start, loadId, startedAt);
        mergers = new(store, start, loadId);
        shapes = new(store.Log, start);
        quarantine = new(store.Log.Folder, start.Source, loadId);
    }

    /// <summary>The load's id: sorts by time, unique in the store.</summary>
    public string LoadId { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The source's cursor when it ended; null before, and where it has none.</summary>
    public Cursor? EndCursor { get; private set; }

    /// <summary>Whether there were answers, and each said that nothing had changed.</summary>
    public bool NothingModified => !answers.IsEmpty && answers.Values.All(answer => answer.NotModified || answer.Status == 304);

    /// <summary>What the source warned of: the first of the load's notes.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <summary>Notes an answer; its raw file is already written. May be called while a batch is stored: sources may ask ahead.</summary>
    public void AddAnswer(AnswerRow answer)
    {
        if (!answers.TryAdd(answer.Number, answer))
        {
            throw new ArgumentException($"Load {LoadId} has two answers with the number {answer.Number}.", nameof(answer));
        }
    }

    /// <summary>The number of the last answer to an address; null where it was not asked for.</summary>
    public int? AnswerOf(Uri address) =>
        answers.Values.Where(answer => answer.Url == address.AbsoluteUri).Select(answer => (int?)answer.Number).Max();

    /// <summary>Stores a batch and its cursor in one commit (small batches may be joined; the last ones are committed at the end).</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="answer">The number of the answer that it came from; 0 for none.</param>
    /// <param name="cancellationToken">Stops before the commit, never in it.</param>
    /// <exception cref="ArgumentException">The batch breaks a rule; the message says which row and why. Nothing of it is stored.</exception>
    /// <exception cref="SourceException">It has another shape than before, and the contract is freeze. Nothing of it is stored.</exception>
    public async Task AppendAsync(RecordBatch batch, int answer, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(finished, this);
        if (broken)
        {
            throw new InvalidOperationException($"Load {LoadId} cannot go on after a commit that failed; finish it as failed.");
        }

        if (answer != 0 && !answers.ContainsKey(answer))
        {
            throw new ArgumentException($"Load {LoadId} has no answer number {answer}; add the answer before its batches.");
        }

        var check = await shapes.CheckAsync(batch);
        var (shape, block) = check.Batch switch
        {
            DocumentBatch documents => (StoreShapes.Documents, DocumentBlocks.Of(
                documents, LoadId, answers.GetValueOrDefault(answer)?.FetchedAt ?? StartedAt, answers.GetValueOrDefault(answer)?.Sha256)),
            ObservationBatch observations => (StoreShapes.Observations, ObservationBlocks.Of(observations, LoadId, answer)),
            RegisterBatch register => (StoreShapes.Registers, RegisterBlocks.Of(
                register, LoadId, answers.GetValueOrDefault(answer)?.FetchedAt ?? StartedAt, answers.GetValueOrDefault(answer)?.Sha256)),
            CodeListBatch codes => (StoreShapes.Codes, CodeBlocks.Of(codes, LoadId)),
            _ => throw new ArgumentException($"A source yields documents, observations, registers or lists of codes, not {batch.GetType().Name}."),
        };
        if (shape != StoreShapes.Codes && (table ??= shape) != shape)
        {
            throw new ArgumentException($"{start.Source} yields {table!.Name} and {shape.Name}; a source entry yields one of the two.");
        }

        block = check.KeptOut.Count == 0 ? block : block with { Came = [.. block.Came, .. check.KeptOut.Select(ItemIdentity.Of)] };
        if (batch.EndsSnapshot && !start.KeepsCursor)
        {
            mergers.End(shape, block.Dataset);
        }

        batches++;
        var rows = batch switch { DocumentBatch documents => documents.Documents.Count, ObservationBatch observations => observations.Count, _ => block.Block.Count };
        read += rows;
        mergers.Came(shape, block.Dataset, rows + batch.Rejections.Count);
        rejected += batch.Rejections.Count;
        rejections.AddRange(batch.Rejections.Take(MostRejections - rejections.Count));
        quarantine.Add([.. batch.Rejections.Select(QuarantineItem.Of), .. check.Discarded], answer, answers.GetValueOrDefault(answer)?.Path);
        pending.Add((shape, block with { Next = CursorAfter(block) }));
        if (pending.Sum(waiting => waiting.Block.Block.Count) >= ParquetFileWriter.GroupRows)
        {
            await CommitAsync(cancellationToken);
        }
    }

    /// <summary>Commits what is pending and writes the load's row.</summary>
    public async Task<LoadResult> FinishAsync(LoadHealth health, string message, CancellationToken cancellationToken, Fault? fault = null)
    {
        ObjectDisposedException.ThrowIf(finished, this);
        await CommitAsync(cancellationToken);
        await DoneAsync();
        using (await store.BeginAsync(cancellationToken))
        {
            shapes.Finish(whole: health is not LoadHealth.Failed);
            notes = [.. Warnings, .. shapes.Notes];
            notes = quarantine.Again == 0 ? notes : [.. notes, $"Items that the contract kept out and that are in quarantine already: {quarantine.Again}."];
            if (health is not LoadHealth.Failed && mergers.AnyEnded && !broken)
            {
                var outcome = await mergers.RetireAsync(held, cancellationToken);
                (retired, notes) = (outcome.Retired, [.. notes, .. outcome.Notes]);
                (health, message, fault) = outcome.Shrunk is { } shrunk ? (LoadHealth.Failed, shrunk, Fault.Shrunk) : (health, message, fault);
            }

            if (!answers.IsEmpty)
            {
                await store.AddAsync(store.Log[StoreShapes.Answers], start.Source, LoadId, [.. answers.Values.OrderBy(answer => answer.Number).Select(AnswerValues)]);
            }

            await store.AddAsync(store.Log[StoreShapes.Loads], start.Source, LoadId, [LoadValues(health, fault, message)]);
        }

        finished = true;
        return new(start.Source, LoadId, health, message, answers.Count, batches, read, counts, rejected) { Fault = fault, Retired = retired, Quarantined = quarantine.Count, Notes = notes };
    }

    /// <summary>Ends a load that was not finished: what was committed stays, the rest was never there.</summary>
    public async ValueTask DisposeAsync()
    {
        finished = true;
        pending = [];
        await commit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Once a full answer has ended its cursor waits for the rows that it retires: both are one commit, when the load ends well.</summary>
    private Cursor? CursorAfter(KeyedBlock block)
    {
        if (start.KeepsCursor || !mergers.AnyEnded)
        {
            return start.KeepsCursor ? null : block.Next;
        }

        held = block.Next ?? held;
        return null;
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        await DoneAsync();
        if (pending.Count > 0 && !broken)
        {
            var (blocks, items) = (pending, quarantine.Take());
            pending = [];
            commit = Task.Run(() => CommitAsync(blocks, items, cancellationToken), CancellationToken.None);
        }
    }

    /// <summary>Waits for the commit under way. A fault is told once; nothing is committed after it, for the cursor would pass lost rows.</summary>
    private async Task DoneAsync()
    {
        try
        {
            await commit;
        }
        catch
        {
            (broken, pending, commit) = (true, [], Task.CompletedTask);
            throw;
        }
    }

    /// <summary>Codes first and without a cursor: the newest one goes with the last rows, so that it never passes rows that are still to come.</summary>
    private async Task CommitAsync(IReadOnlyList<(TableShape Table, KeyedBlock Block)> blocks, Action items, CancellationToken cancellationToken)
    {
        mergers.FreeMemory(blocks.Select(waiting => (waiting.Table, waiting.Block.Dataset)).ToHashSet());
        var cursor = blocks.LastOrDefault(waiting => waiting.Block.Next is not null).Block?.Next;
        var byTable = blocks.GroupBy(waiting => waiting.Table, waiting => waiting.Block).OrderBy(group => group.Key != StoreShapes.Codes).ToList();
        using (await store.BeginAsync(cancellationToken))
        {
            // Within the lock: who takes it for the first time removes what others left half written.
            items();
            foreach (var group in byTable)
            {
                KeyedBlock[] its = group == byTable[^1]
                    ? [.. group.SkipLast(1), group.Last() with { Next = cursor }] : [.. group.Select(block => block with { Next = null })];
                var added = await store.MergeAsync(store.Log[group.Key], start.Source, LoadId, its, mergers.For(group.Key, its), cancellationToken);
                counts = counts.Plus(added.Added, added.Revised, added.Unchanged);
            }
        }
    }

    private Dictionary<string, object?> AnswerValues(AnswerRow answer) => new()
    {
        ["_load_id"] = LoadId,
        ["_answer"] = answer.Number,
        ["url"] = answer.Url,
        ["status"] = answer.Status,
        ["not_modified"] = answer.NotModified,
        ["content_type"] = answer.ContentType,
        ["fetched_at"] = Instants.ToStored(answer.FetchedAt),
        ["bytes"] = answer.Bytes,
        ["sha256"] = answer.Sha256,
        ["path"] = answer.Path,
    };

    private Dictionary<string, object?> LoadValues(LoadHealth health, Fault? fault, string message) => new()
    {
        ["_load_id"] = LoadId,
        ["started_at"] = Instants.ToStored(StartedAt),
        ["finished_at"] = Instants.ToStored((FinishedAt = start.Again?.FinishedAt ?? store.Clock.GetUtcNow()).Value),
        ["health"] = health switch { LoadHealth.Ok => "ok", LoadHealth.Empty => "empty", LoadHealth.NotModified => "not-modified", _ => "failed" },
        ["code"] = fault?.ToCode(),
        ["message"] = message,
        ["answers"] = (long)answers.Count,
        ["batches"] = (long)batches,
        ["rows_read"] = read,
        ["rows_added"] = counts.Added,
        ["rows_revised"] = counts.Revised,
        ["rows_unchanged"] = counts.Unchanged,
        ["rows_rejected"] = rejected,
        ["rows_retired"] = retired,
        ["rows_quarantined"] = quarantine.Count,
        ["cursor"] = (EndCursor = store.Log.CursorOf(start.Source))?.Value,
        ["plugin"] = start.Plugin,
        ["plugin_version"] = start.PluginVersion,
        ["rejections"] = rejections.Select(rejection => $"{rejection.Where}: {rejection.Reason}").ToArray(),
        ["notes"] = notes.ToArray(),
    };
}
