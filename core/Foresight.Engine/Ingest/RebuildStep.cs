using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Fetch.Rebuild;
using Foresight.Engine.Signals;
using Foresight.Engine.Store;
using Foresight.Engine.Stories;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Ingest;

/// <summary>What a rebuild did.</summary>
/// <param name="Folder">Where the rebuilt store lies.</param>
/// <param name="Before">Where the tables of before lie; null where they are still in their place.</param>
/// <param name="Loads">The loads, in their order.</param>
/// <param name="Problems">What could not be made again, one sentence each.</param>
public sealed record RebuildResult(string Folder, string? Before, IReadOnlyList<LoadResult> Loads, IReadOnlyList<string> Problems);

/// <summary>
/// Makes every load again from the raw answers alone: by the same sources through the same ingest, each load under its own id, at its
/// own times and with its own cursor. Into a folder beside, which takes the store's place only when everything could be made again.
/// </summary>
internal sealed class RebuildStep(string storeFolder, IReadOnlyList<ReadySource> sources, ILoggerFactory loggers)
{
    /// <summary>The policy of today; a source that refers to it reads by it.</summary>
    public Policy? Policy { get; init; }

    private readonly List<LoadResult> results = [];
    private readonly List<string> problems = [];

    /// <param name="only">Sources; null for all, and needed for a rebuild in place.</param>
    /// <param name="into">The folder to rebuild into, empty or new; null for the store's own place.</param>
    /// <param name="progress">Told of every batch.</param>
    /// <param name="cancellationToken">Stops between answers; the store is as it was.</param>
    /// <exception cref="IOException">A folder cannot be written, or is not empty.</exception>
    public async Task<RebuildResult> RunAsync(IReadOnlySet<string>? only, string? into, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var target = into is null ? storeFolder + ".rebuilt" : Path.GetFullPath(into);
        MakeEmpty(target, ours: into is null);
        var kept = KeptLoads.Read(storeFolder, only);
        problems.AddRange(kept.Problems);
        var clock = new RebuildClock();
        using (var store = TableStore.Open(target, clock))
        {
            foreach (var run in kept.Loads.GroupBy(load => load.Meta.Run))
            {
                foreach (var load in run)
                {
                    await RebuildAsync(load, store, clock, progress, cancellationToken);
                }

                // A run that was stopped or killed came to no stories; the next one gave them.
                if (run.All(load => load.Meta is { FinishedAt: not null, Fault: not Fault.Cancelled }))
                {
                    await new StoryStep(store).RunAsync(cancellationToken);
                }
            }

            await KeepSayingsAsync(store, only, cancellationToken);
        }

        if (KeptLoads.Read(storeFolder, only).Loads.Count != kept.Loads.Count)
        {
            problems.Add("Another program read sources into the store meanwhile; run this again when it is done.");
        }

        if (into is not null)
        {
            StoreSwap.CopyRaw(storeFolder, target);
        }

        return problems.Count > 0 || into is not null
            ? new RebuildResult(target, null, results, problems)
            : new RebuildResult(storeFolder, StoreSwap.Run(storeFolder, target), results, problems);
    }

    // What people said is in no answer, nor what the analyses of then found and which alerts fired: it is taken over.
    private async Task KeepSayingsAsync(TableStore store, IReadOnlySet<string>? only, CancellationToken cancellationToken)
    {
        using var before = TableStore.Open(storeFolder, new RebuildClock());
        var said = (await LatestVerdicts.AllAsync(before.Tables)).Where(row => only is null || only.Contains(row.Source)).ToList();
        if (said.Count > 0)
        {
            await store.AppendPersonVerdictsAsync(said, cancellationToken);
        }

        await store.AppendSignalsAsync([.. (await SignalVersion.AllAsync(before.Tables)).OrderBy(row => row.FoundAt)], cancellationToken);
        await store.AppendRatingsAsync(await StoredRatings.AllAsync(before.Tables), cancellationToken);
        await store.AppendStepsAsync(await StoredSteps.AllAsync(before.Tables), cancellationToken);
        await store.AppendGatheringsAsync(await StoredGatherings.AllAsync(before.Tables), cancellationToken);
        await store.AppendAlertsAsync(await StoredAlerts.AllAsync(before.Tables), cancellationToken);
    }

    private async Task RebuildAsync(KeptLoad load, TableStore store, RebuildClock clock, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var opening = load.Meta.Opening;
        if (sources.FirstOrDefault(source => source.Id == opening.Source) is not { } source)
        {
            problems.Add($"The policy has no source '{opening.Source}' any more, and its load {load.Meta.Load} cannot be made again; rebuild with the policy of then.");
            return;
        }

        clock.Set(load.Meta.StartedAt);
        if (opening.Since is null && store.CursorOf(opening.Source) is not null)
        {
            await store.ResetCursorAsync(opening.Source, cancellationToken);
        }

        // What a load was refused for then, it is refused for again; it is stored under the plugin of then, and by the rules of then.
        var then = source with
        {
            Plugin = opening.Plugin,
            PluginVersion = opening.PluginVersion,
            Source = opening.Problem is null ? source.Source : null,
            Problem = opening.Problem ?? source.Problem,
            Contract = opening.Contract,
            MayShrinkBy = opening.MayShrinkBy,
        };
        var outlet = new RebuildOutlet(storeFolder, load, source.PluginVersion, clock);
        var step = new IngestStep(store, new RebuildInput(outlet, clock), loggers) { Policy = Policy };
        results.AddRange(await step.RunAsync([then], opening.Backfill, progress, cancellationToken));
        if (outlet.Problem is { } problem)
        {
            problems.Add(problem);
        }
        else if (source.Source is null && opening.Problem is null)
        {
            problems.Add($"The load {load.Meta.Load} cannot be made again: {source.Problem}");
        }
    }

    private void MakeEmpty(string folder, bool ours)
    {
        if (ours && Directory.Exists(Path.Combine(folder, "raw")))
        {
            throw new IOException(
                $"{folder} holds raw answers: a rebuild was killed while it took the store's place, and its tables are whole; rename it to {Path.GetFileName(storeFolder)}, or move its folder raw back to where it was, and run this again.");
        }

        if (ours && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException($"The folder {folder} is not empty; name a new one.");
        }
    }
}
