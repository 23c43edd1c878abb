using Foresight.Engine.Fetch.Files;
using Foresight.Engine.Fetch.Raw;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;

namespace Foresight.Engine.Fetch;

/// <summary>The way to the files of a map: what comes is kept and unpacked as from a real source, and nobody waits. Files of the workspace are asked for where they lie.</summary>
internal sealed class MapOutlet(string storeFolder, ReplayMap map, FetchingRules rules, FetchLimits limits, TimeProvider clock) : Outlet
{
    private readonly WorkspaceFiles way = new(rules.Files, limits, clock, new SpoolHandler(limits, clock, new ReplayHandler(map)));
    private readonly string run = Guid.NewGuid().ToString("n");

    public override ILoadTransport Open(LoadWriter load, LoadOpening opening) =>
        new KeepingTransport(storeFolder, load, opening, run, way, known: null, limits, clock, (_, _) => { });

    public override HttpMessageHandler Unkept() => new UnkeptHandler(limits, way);

    public override void Dispose() => way.Dispose();
}
