using Foresight.Engine.Fetch;
using Foresight.Engine.Fetch.Raw;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Ingest;

/// <summary>A source entry ready to be read, or the sentence that says why it cannot be.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Plugin">The plugin's id.</param>
/// <param name="PluginVersion">Its version.</param>
/// <param name="Source">The source; null where the plugin could not give it.</param>
/// <param name="Problem">Why there is no source.</param>
public sealed record ReadySource(string Id, string Plugin, string PluginVersion, ISource? Source, string? Problem)
{
    /// <summary>The policy's entry, from which the raw answers take their origin; null where there is none.</summary>
    public Entry? Entry { get; init; }

    /// <summary>What happens when its answers change their shape.</summary>
    public SchemaContract Contract { get; init; }

    /// <summary>The share of the known rows that a full answer may lose.</summary>
    public double MayShrinkBy { get; init; } = 0.3;
}

/// <summary>How far a source has come.</summary>
/// <param name="Source">The entry's id.</param>
/// <param name="Answers">Answers so far.</param>
/// <param name="Rows">Rows read so far.</param>
/// <param name="Result">How it ended; null while it runs.</param>
public sealed record IngestProgress(string Source, int Answers, long Rows, LoadResult? Result)
{
    /// <summary>Whether it waits for another process that reads the same source into the same store.</summary>
    public bool Waits { get; init; }
}

/// <summary>
/// Reads every source entry into the store: all side by side, each with a load of its own, none stopping or holding up another.
/// How often a host is asked is the way out's business.
/// </summary>
public sealed class IngestStep(TableStore store, Input input, ILoggerFactory loggers)
{
    /// <summary>The policy for which is read; sources that refer to it are given it.</summary>
    public Policy? Policy { get; init; }

    /// <summary>The policy's rules for the way out.</summary>
    public FetchingRules Rules { get; init; } = new();

    /// <summary>Whether everything is asked for in full, kept or not.</summary>
    public bool Refresh { get; init; }

    private const int LongestCursor = 4096;

    /// <summary>Reads the sources.</summary>
    /// <param name="sources">The entries.</param>
    /// <param name="backfill">Days of the past to read instead of what is new, without moving the cursor; null in an ordinary run.</param>
    /// <param name="progress">Told of every batch.</param>
    /// <param name="cancellationToken">Stops; what was read before is stored, and each load is ended as stopped.</param>
    /// <returns>One result per source, in the order given.</returns>
    /// <exception cref="IOException">The store could not be written, and nothing at all was stored.</exception>
    public async Task<IReadOnlyList<LoadResult>> RunAsync(
        IReadOnlyList<ReadySource> sources, DayRange? backfill, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        using var outlet = input.Open(store.Folder, Rules, Refresh);
        var ends = await Task.WhenAll(sources.Select(source => Task.Run(
            async () =>
            {
                var end = await ReadAsync(source, outlet, backfill, progress, cancellationToken);
                progress?.Report(new IngestProgress(source.Id, end.Result.Answers, end.Result.Read, end.Result));
                return end;
            },
            CancellationToken.None)));
        cancellationToken.ThrowIfCancellationRequested();
        return ends.Length > 0 && !ends.Any(end => end.IsStored)
            ? throw new IOException(ends[0].Result.Message)
            : [.. ends.Select(end => end.Result)];
    }

    private async Task<LoadEnd> ReadAsync(
        ReadySource entry, Outlet outlet, DayRange? backfill, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        IDisposable? turn = null;
        try
        {
            // A rebuild writes a store that nobody else knows.
            turn = outlet.Again is not null ? null
                : await SourceTurn.TakeAsync(store.Folder, entry.Id, () => progress?.Report(new IngestProgress(entry.Id, 0, 0, null) { Waits = true }), cancellationToken);
        }
        catch (Exception e) when (LoadFaults.IsUnwritable(e))
        {
            return LoadClosing.Lost(entry.Id, "", e);
        }

        using (turn)
        {
            return await ReadInTurnAsync(entry, outlet, backfill, progress, cancellationToken);
        }
    }

    private async Task<LoadEnd> ReadInTurnAsync(
        ReadySource entry, Outlet outlet, DayRange? backfill, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        LoadWriter begun;
        try
        {
            begun = store.BeginLoad(new LoadStart(entry.Id, entry.Plugin, entry.PluginVersion)
            {
                KeepsCursor = backfill is not null,
                Contract = entry.Contract,
                MayShrinkBy = entry.MayShrinkBy,
                Again = outlet.Again,
            });
        }
        catch (Exception e) when (LoadFaults.IsUnwritable(e))
        {
            return LoadClosing.Lost(entry.Id, "", e);
        }

        await using var load = begun;
        using var transport = outlet.Open(load, Opening.Of(entry, store.CursorOf(entry.Id), backfill));
        var end = await ReadAsync(entry, load, transport, backfill, progress, cancellationToken);
        try
        {
            transport.End(end.Result, load.FinishedAt ?? input.Clock.GetUtcNow());
        }
        catch (Exception e) when (LoadFaults.IsUnwritable(e))
        {
            loggers.CreateLogger(entry.Id).LogWarning(e, "The end of load {Load} could not be noted beside its raw answers.", load.LoadId);
        }

        return end;
    }

    private async Task<LoadEnd> ReadAsync(
        ReadySource entry, LoadWriter load, ILoadTransport transport, DayRange? backfill, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var warnings = new SourceWarnings(loggers.CreateLogger(entry.Id));
        var closing = new LoadClosing(load, entry.Id, warnings);
        var (rows, codes, batches) = (0L, 0L, 0);
        var isCodesOnly = true;
        try
        {
            RawAnswers.RemoveHalfWritten(store.Folder, entry.Id);
            transport.Begin();
            if (entry.Source is null)
            {
                return await closing.FailAsync(Fault.Options, entry.Problem ?? Opening.NoSource);
            }

            using var http = new HttpClient(transport.Handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
            var context = new SourceContext(transport.Since, http, input.Clock, warnings) { Backfill = backfill, Pace = transport.Pace, Policy = Policy };
            await foreach (var batch in entry.Source.ReadAsync(context, cancellationToken).WithCancellation(cancellationToken))
            {
                if (transport.StoppedAfter == batches++)
                {
                    break;
                }

                rows += RowsOf(batch);
                codes += batch is CodeListBatch list ? list.Codes.Count : 0;
                isCodesOnly &= batch is CodeListBatch;
                transport.Note(batch);
                await AppendAsync(load, batch, transport.Newest, cancellationToken);
                progress?.Report(new IngestProgress(entry.Id, transport.Newest, isCodesOnly ? codes : rows, null));
            }

            return transport.StoppedAfter is not null ? await closing.FailAsync(Fault.Cancelled, Opening.Stopped)
                : load.NothingModified ? await closing.EndAsync(LoadHealth.NotModified, "")
                // Labels beside no figure are no record; of a list of codes they are what was asked for.
                : rows > 0 || (isCodesOnly && codes > 0) ? await closing.EndAsync(LoadHealth.Ok, "")
                : await closing.EndAsync(LoadHealth.Empty, transport.Newest == 0 ? "it asked for nothing" : "its answer held no record");
        }
        // What a plugin throws once it was told to stop is no fault of its own.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            RawAnswers.RemoveHalfWritten(store.Folder, entry.Id);
            return await closing.FailAsync(Fault.Cancelled, Opening.Stopped);
        }
        catch (Exception) when (transport.IsCutOff)
        {
            return new LoadEnd(new LoadResult(entry.Id, load.LoadId, LoadHealth.Failed, Opening.Killed, transport.Newest, 0, rows, new AppendCounts(0, 0, 0), 0), IsStored: true);
        }
        // One of the few places that catch: a plugin's code may throw anything, and what it yielded before is kept.
        catch (Exception e)
        {
            // On a full disk what is left half written would keep the rest from being stored.
            RawAnswers.RemoveHalfWritten(store.Folder, entry.Id);
            return await closing.FailAsync(LoadFaults.Of(e), LoadFaults.Sentence(e));
        }
    }

    private static async Task AppendAsync(LoadWriter load, RecordBatch batch, int answer, CancellationToken cancellationToken)
    {
        if (batch.Next is { Value.Length: > LongestCursor and var length })
        {
            throw new SourceException(
                $"The plugin's cursor has {length} characters, and at most {LongestCursor} are kept: its state grows with what it reads; report it to the plugin's maker.",
                Recovery.Stop)
            { Fault = Fault.Plugin };
        }

        try
        {
            await load.AppendAsync(batch, batch.ReadFrom is { } address ? load.AnswerOf(address) ?? answer : answer, cancellationToken);
        }
        catch (Exception e) when (LoadFaults.IsUnwritable(e))
        {
            throw new UnwritableStoreException(e);
        }
        catch (ArgumentException e)
        {
            throw new SourceException($"the plugin yielded what the store refuses: {e.Message}", Recovery.Stop, e) { Fault = Fault.Plugin };
        }
    }

    private static long RowsOf(RecordBatch batch) => batch switch
    {
        DocumentBatch documents => documents.Documents.Count,
        ObservationBatch observations => observations.Count,
        RegisterBatch register => register.Rows.Count,
        _ => 0,
    };
}
