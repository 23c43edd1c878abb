using Foresight.Engine.Analyse;
using Foresight.Engine.Store;

namespace Foresight.Engine.Signals;

/// <summary>What the register has learnt from a run of the analyses.</summary>
/// <param name="New">Signals that were never found before, or are found again.</param>
/// <param name="Changed">Signals that say something else than before.</param>
/// <param name="Gone">Signals that were found before and are no longer.</param>
public sealed record Recorded(int New, int Changed, int Gone);

/// <summary>
/// Keeps what the analyses find, a row for each version: one is added where a signal is new, says something else, or is no longer found by an analysis that
/// ran to its end. A run over the same tables adds nothing.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="analyses">The ids of the policy's analyses.</param>
/// <param name="policyVersion">The policy's version.</param>
/// <param name="clock">The clock; of a replay it stands still.</param>
public sealed class SignalRegister(TableStore store, IReadOnlyCollection<string> analyses, string policyVersion, TimeProvider clock)
{
    /// <summary>Records what was found.</summary>
    public async Task<Recorded> RecordAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var known = (await SignalVersion.LatestAsync(store.Tables).ConfigureAwait(false)).ToDictionary(row => (row.Analysis, row.Signal.Id));
        var now = clock.GetUtcNow();
        var rows = new List<SignalRow>();
        var found = new HashSet<(string, string)>();
        var (added, changed) = (0, 0);
        foreach (var (analysis, signal) in findings.Runs.SelectMany(run => run.Signals.Select(signal => (run.Analysis, signal))))
        {
            found.Add((analysis, signal.Id));
            var (hash, before) = (SignalHash.Of(signal), known.GetValueOrDefault((analysis, signal.Id)));
            if (before is { Found: true } && before.ContentHash == hash)
                continue;
            (added, changed) = before is { Found: true } ? (added, changed + 1) : (added + 1, changed);
            rows.Add(new SignalRow(analysis, Later(now, before?.FoundAt), Found: true, hash, signal, policyVersion));
        }

        // Of an analysis that failed nobody knows; one that the policy no longer has finds nothing more.
        var told = findings.Runs.Select(run => run.Analysis).ToHashSet(StringComparer.Ordinal);
        var gone = known.Values.Where(row => row.Found && !found.Contains((row.Analysis, row.Signal.Id)) && (told.Contains(row.Analysis) || !analyses.Contains(row.Analysis))).ToList();
        rows.AddRange(gone.Select(row => row with { FoundAt = Later(now, row.FoundAt), Found = false, PolicyVersion = policyVersion }));
        await store.AppendSignalsAsync(rows, cancellationToken).ConfigureAwait(false);
        return new Recorded(added, changed, gone.Count);
    }

    // The latest version counts, so two must never be of one instant: the clock of a replay stands still, and others may be set back.
    internal static DateTimeOffset Later(DateTimeOffset now, DateTimeOffset? before) => before >= now ? before.Value.AddTicks(TimeSpan.TicksPerMicrosecond) : now;
}
