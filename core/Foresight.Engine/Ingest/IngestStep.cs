using Foresight.Engine.Fetch;
using Foresight.Engine.Store;
using Foresight.Engine.Store.Files;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Ingest;

/// <summary>A source entry ready to be read, or the sentence that says why it cannot be.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Plugin">The plugin's id.</param>
/// <param name="PluginVersion">Its version.</param>
/// <param name="Source">The source; null where the plugin could not give it.</param>
/// <param name="Problem">Why there is no source.</param>
public sealed record ReadySource(string Id, string Plugin, string PluginVersion, ISource? Source, string? Problem);

/// <summary>How far a source has come.</summary>
/// <param name="Source">The entry's id.</param>
/// <param name="Answers">Answers so far.</param>
/// <param name="Rows">Rows read so far.</param>
/// <param name="Result">How it ended; null while it runs.</param>
public sealed record IngestProgress(string Source, int Answers, long Rows, LoadResult? Result);

/// <summary>Reads every source entry into the store: side by side, each with a load of its own, none stopping another.</summary>
public sealed class IngestStep(TableStore store, Input input, ILoggerFactory loggers)
{
    private const int SideBySide = 4;

    /// <summary>Reads the sources.</summary>
    /// <returns>One result per source, in the order given.</returns>
    public async Task<IReadOnlyList<LoadResult>> RunAsync(
        IReadOnlyList<ReadySource> sources, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var results = new LoadResult[sources.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, sources.Count), options, async (i, token) =>
        {
            results[i] = await ReadAsync(sources[i], progress, token);
            progress?.Report(new IngestProgress(sources[i].Id, results[i].Answers, results[i].Read, results[i]));
        });
        return results;
    }

    private async Task<LoadResult> ReadAsync(ReadySource entry, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        await using var load = store.BeginLoad(new LoadStart(entry.Id, entry.Plugin, entry.PluginVersion));
        if (entry.Source is null)
        {
            return await load.FinishAsync(LoadHealth.Failed, entry.Problem ?? "the plugin offers no such source", cancellationToken);
        }

        RawAnswers.RemoveHalfWritten(store.Folder, entry.Id);
        var raw = new RawAnswers(store.Folder, entry.Id, load, input.Clock);
        using var http = new HttpClient(new KeepingHandler(raw, input.CreateHandler())) { Timeout = Timeout.InfiniteTimeSpan };
        var context = new SourceContext(store.CursorOf(entry.Id), http, input.Clock, loggers.CreateLogger(entry.Id));
        var rows = 0L;
        try
        {
            await foreach (var batch in entry.Source.ReadAsync(context, cancellationToken).WithCancellation(cancellationToken))
            {
                rows += RowsOf(batch);
                await AppendAsync(load, batch, raw.Newest, cancellationToken);
                progress?.Report(new IngestProgress(entry.Id, raw.Newest, rows, null));
            }

            return rows > 0
                ? await load.FinishAsync(LoadHealth.Ok, "", cancellationToken)
                : await load.FinishAsync(LoadHealth.Empty, raw.Newest == 0 ? "it asked for nothing" : "its answer held no record", cancellationToken);
        }
        // One of the few places that catch: a plugin's code may throw anything, and what it yielded before is kept.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return await FinishFailedAsync(load, Sentence(e), cancellationToken);
        }
    }

    private static async Task AppendAsync(LoadWriter load, RecordBatch batch, int answer, CancellationToken cancellationToken)
    {
        try
        {
            await load.AppendAsync(batch, answer, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new SourceException($"the plugin yielded what the store refuses: {e.Message}", Recovery.Stop, e);
        }
    }

    // Batches that still wait may bring a fault of their own: then it is told too, and the load is finished without them. A store
    // that cannot be written concerns every source.
    private static async Task<LoadResult> FinishFailedAsync(LoadWriter load, string sentence, CancellationToken cancellationToken)
    {
        try
        {
            return await load.FinishAsync(LoadHealth.Failed, sentence, cancellationToken);
        }
        catch (Exception e) when (e is not (IOException or OperationCanceledException))
        {
            return await load.FinishAsync(LoadHealth.Failed, $"{sentence}; {Sentence(e)}", cancellationToken);
        }
    }

    private static long RowsOf(RecordBatch batch) => batch switch
    {
        DocumentBatch documents => documents.Documents.Count,
        ObservationBatch observations => observations.Count,
        _ => 0,
    };

    private static string Sentence(Exception e) => e switch
    {
        SourceException or DamagedFileException => e.Message,
        HttpRequestException => $"the source could not be reached: {e.Message}",
        TimeoutException or OperationCanceledException => "the source did not answer in time; it is tried again at the next run",
        _ => $"the plugin failed with {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}",
    };
}
