using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch;

/// <summary>Where answers come from in a run: the live sources, or files.</summary>
public abstract class Input
{
    private protected Input(string storeName) => StoreName = storeName;

    /// <summary>The store's name below <c>data/store/&lt;policy&gt;</c>: live, samples or replay.</summary>
    public string StoreName { get; }

    /// <summary>The clock of the run.</summary>
    public abstract TimeProvider Clock { get; }

    /// <summary>The banner of a brief made from it, where its texts are no real ones.</summary>
    public virtual LocalText? Illustrative => null;

    /// <summary>The ids of source entries that it has no answers of; a session has no such entries.</summary>
    public virtual IReadOnlySet<string> LeftOut => new HashSet<string>();

    /// <summary>Opens the way out for one run.</summary>
    /// <param name="storeFolder">The store's folder.</param>
    /// <param name="rules">The policy's rules.</param>
    /// <param name="refresh">Whether everything is asked for in full, kept or not.</param>
    internal abstract Outlet Open(string storeFolder, FetchingRules rules, bool refresh);

    /// <summary>The live sources.</summary>
    public static Input Live(TimeProvider clock) => Live(clock, new FetchLimits());

    /// <param name="clock">The clock, also of all waits.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="lead">Leads requests elsewhere just before the sockets, as a test does that has a server of its own; null for nowhere.</param>
    internal static Input Live(TimeProvider clock, FetchLimits limits, Func<HttpMessageHandler, HttpMessageHandler>? lead = null) => new LiveInput(clock, limits, lead);

    /// <summary>The answers of a map, at the map's own date.</summary>
    public static Input Replay(ReplayMap map, string storeName = "replay") => new ReplayInput(map, storeName);

    private sealed class LiveInput(TimeProvider clock, FetchLimits limits, Func<HttpMessageHandler, HttpMessageHandler>? lead) : Input("live")
    {
        public override TimeProvider Clock => clock;

        internal override Outlet Open(string storeFolder, FetchingRules rules, bool refresh) =>
            new LiveOutlet(storeFolder, rules, refresh, limits, clock, lead);
    }

    private sealed class ReplayInput(ReplayMap map, string storeName) : Input(storeName)
    {
        public override TimeProvider Clock { get; } = new SnapshotClock(map.AsOf);

        public override LocalText? Illustrative => map.Illustrative;

        public override IReadOnlySet<string> LeftOut => map.LeftOut;

        internal override Outlet Open(string storeFolder, FetchingRules rules, bool refresh) => new MapOutlet(storeFolder, map, rules, new FetchLimits(), Clock);
    }

    /// <summary>A clock that stands at a snapshot's date; timers run by the machine's.</summary>
    private sealed class SnapshotClock(DateTimeOffset asOf) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => asOf;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
