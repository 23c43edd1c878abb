using Foresight.Engine.Fetch.Files;
using Foresight.Engine.Fetch.Guard;
using Foresight.Engine.Fetch.Known;
using Foresight.Engine.Fetch.Polite;
using Foresight.Engine.Fetch.Raw;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;

namespace Foresight.Engine.Fetch;

/// <summary>
/// The way to the real sources. A request goes through, in this order: kept (and its fault named), known, hops, all tries, turn,
/// spool, one try, guard, sockets (docs/fetching.md).
/// </summary>
internal sealed class LiveOutlet : Outlet
{
    private readonly string? storeFolder;
    private readonly bool refresh;
    private readonly FetchLimits limits;
    private readonly TimeProvider clock;
    private readonly HostGates gates;
    private readonly HttpMessageHandler way;
    private readonly string run = Guid.NewGuid().ToString("n");

    /// <param name="storeFolder">The store's folder; null where nothing is kept.</param>
    /// <param name="rules">The policy's rules.</param>
    /// <param name="refresh">Whether everything is asked for in full.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="clock">The clock, also of all waits.</param>
    /// <param name="lead">Leads requests elsewhere just before the sockets; null for nowhere.</param>
    public LiveOutlet(
        string? storeFolder, FetchingRules rules, bool refresh, FetchLimits limits, TimeProvider clock, Func<HttpMessageHandler, HttpMessageHandler>? lead = null)
    {
        limits = limits with { Bytes = rules.Largest ?? limits.Bytes, Retries = rules.Tries - 1 ?? limits.Retries };
        (this.storeFolder, this.refresh, this.limits, this.clock) = (storeFolder, refresh, limits, clock);
        gates = new HostGates(rules.Pauses, limits, clock, storeFolder is null ? null : Path.Combine(storeFolder, "raw", "hosts.json"));
        var sockets = new GuardedSockets(rules.PrivateHosts, limits);
        var oneTry = Tries.One(limits, clock, new GuardHandler(sockets, lead?.Invoke(sockets.Create()) ?? sockets.Create()));
        var turn = new TurnHandler(gates, clock, new SpoolHandler(limits, clock, oneTry));
        way = new WorkspaceFiles(rules.Files, limits, clock, new HopsHandler(limits, Tries.All(limits, clock, turn)));
    }

    public override ILoadTransport Open(LoadWriter load, LoadOpening opening)
    {
        var known = new KnownAnswers(storeFolder!, opening.Source, opening.Since, limits, clock);
        return new KeepingTransport(storeFolder!, load, opening, run, new KnownHandler(known, refresh || opening.Backfill is not null, clock, way), known, limits, clock, gates.Pace);
    }

    public override HttpMessageHandler Unkept() => new UnkeptHandler(limits, way);

    public override void Dispose()
    {
        way.Dispose();
        gates.Dispose();
    }
}
