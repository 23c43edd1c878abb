using Foresight.Engine.Fetch.Raw;
using Foresight.Engine.Store;

namespace Foresight.Engine.Fetch.Rebuild;

/// <summary>The way to the raw answers of one load.</summary>
internal sealed class RebuildOutlet(string storeFolder, KeptLoad kept, string pluginVersion, RebuildClock clock) : Outlet
{
    private RebuildTransport? transport;

    public override EarlierLoad Again { get; } = new(kept.Meta.Load, kept.Meta.StartedAt, kept.Meta.FinishedAt);

    /// <summary>Why the load could not be made again as it was; null where it was.</summary>
    public string? Problem => transport?.Problem;

    public override ILoadTransport Open(LoadWriter load, LoadOpening opening) => transport = new RebuildTransport(storeFolder, kept, load, opening with { PluginVersion = pluginVersion }, clock);

    public override HttpMessageHandler Unkept() => throw new NotSupportedException("A rebuild asks nobody.");

    public override void Dispose()
    {
    }
}
