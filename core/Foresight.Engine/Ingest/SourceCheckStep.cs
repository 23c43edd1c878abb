using Foresight.Engine.Fetch;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Ingest;

/// <summary>What a source said when it was asked whether it can work.</summary>
/// <param name="Source">The entry's id.</param>
/// <param name="Works">Whether it can.</param>
/// <param name="Sentence">One sentence.</param>
/// <param name="Code">The fault's code where it failed; null otherwise.</param>
public sealed record CheckedSource(string Source, bool Works, string Sentence, string? Code);

/// <summary>Asks each source whether it can work, side by side. Nothing is stored, no answer is kept.</summary>
internal sealed class SourceCheckStep(TableStore store, Input input, PolicyFile policy, ILoggerFactory loggers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<IReadOnlyList<CheckedSource>> RunAsync(IReadOnlyList<ReadySource> sources, CancellationToken cancellationToken)
    {
        using var outlet = input.Open(store.Folder, policy.Fetching, refresh: true);
        return await Task.WhenAll(sources.Select(source => Task.Run(() => CheckAsync(source, outlet, cancellationToken), CancellationToken.None)));
    }

    private async Task<CheckedSource> CheckAsync(ReadySource entry, Outlet outlet, CancellationToken cancellationToken)
    {
        if (entry.Source is null)
        {
            return new CheckedSource(entry.Id, false, entry.Problem ?? "the plugin offers no such source", Fault.Options.ToCode());
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var http = new HttpClient(outlet.Unkept()) { Timeout = Timeout.InfiniteTimeSpan };
            var context = new SourceContext(store.CursorOf(entry.Id), http, input.Clock, loggers.CreateLogger(entry.Id)) { Policy = policy.Policy };
            var check = await entry.Source.CheckAsync(context, patience.Token);
            return new CheckedSource(entry.Id, check.Works, check.Sentence, null);
        }
        // A plugin's code may throw anything; the others are still asked.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new CheckedSource(entry.Id, false, LoadFaults.Sentence(e), LoadFaults.Of(e).ToCode());
        }
    }
}
