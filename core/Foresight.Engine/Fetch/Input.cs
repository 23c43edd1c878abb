using Foresight.Sdk;

namespace Foresight.Engine.Fetch;

/// <summary>Where answers come from in a run: the live sources, or files.</summary>
public abstract class Input
{
    private Input(string storeName) => StoreName = storeName;

    /// <summary>The store's name below <c>data/store/&lt;policy&gt;</c>: live, samples or replay.</summary>
    public string StoreName { get; }

    /// <summary>The clock of the run.</summary>
    public abstract TimeProvider Clock { get; }

    /// <summary>The banner of a brief made from it, where its texts are no real ones.</summary>
    public virtual LocalText? Illustrative => null;

    /// <summary>Makes the way out for one load.</summary>
    internal abstract HttpMessageHandler CreateHandler();

    /// <summary>The live sources.</summary>
    public static Input Live(TimeProvider clock) => new LiveInput(clock);

    /// <summary>The answers of a map, at the map's own date.</summary>
    public static Input Replay(ReplayMap map, string storeName = "replay") => new ReplayInput(map, storeName);

    private sealed class LiveInput(TimeProvider clock) : Input("live")
    {
        public override TimeProvider Clock => clock;

        internal override HttpMessageHandler CreateHandler() => LiveHandler.Create();
    }

    private sealed class ReplayInput(ReplayMap map, string storeName) : Input(storeName)
    {
        public override TimeProvider Clock { get; } = new SnapshotClock(map.AsOf);

        public override LocalText? Illustrative => map.Illustrative;

        internal override HttpMessageHandler CreateHandler() => new ReplayHandler(map);
    }

    /// <summary>A clock that stands at a snapshot's date; timers run by the machine's.</summary>
    private sealed class SnapshotClock(DateTimeOffset asOf) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => asOf;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
