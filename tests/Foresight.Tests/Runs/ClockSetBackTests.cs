using Foresight.Engine;
using Foresight.Engine.Fetch;
using Foresight.Engine.Store;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>The machine's clock is set back by days between runs of the shipped sources.</summary>
public sealed class ClockSetBackTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 9, 5, 5, 0, 0, TimeSpan.Zero);

    private readonly LoopbackServer server = new();
    private readonly SetClock clock = new();
    private int round;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Ingest_WithTheClockSetBack_ReadsTheSameAndKeepsTheOrder()
    {
        server.On("/feed", new LoopbackReply { BodyOf = _ => ChangingSources.Feed(round), Headers = new Dictionary<string, string> { ["Cache-Control"] = "max-age=86400" } })
            .On("/table.px", new LoopbackReply { BodyOf = _ => ChangingSources.Px(round) })
            .On("/dokumentlista/*", new LoopbackReply { BodyOf = request => ChangingSources.Riksdagen(round, request.PathAndQuery, server.Url("/", "localhost"), 25) });
        using var steady = Workspace();
        using var jumping = Workspace();
        using var steadily = Open(steady);
        using var jumpingly = Open(jumping);
        var cursors = new List<string>();
        foreach (var days in (int[])[0, -10, -3, -20, 2])
        {
            clock.Set(Start.AddDays(2 * round));
            await ReadAsync(steadily);
            clock.Set(Start.AddDays(days));
            await ReadAsync(jumpingly);
            cursors.Add(jumpingly.Store.CursorOf("list")?.Value ?? "");
            round++;
        }

        var loads = await StoredRows.TextsAsync(jumpingly.Store, "SELECT _load_id AS row FROM loads ORDER BY CAST(split_part(_load_id, '-', 2) AS INTEGER)");
        var states = await SourceStates.ReadAsync(jumpingly, "en", Token);

        Assert.Equal(await StoredRows.AllAsync(steadily.Store), await StoredRows.AllAsync(jumpingly.Store));
        Assert.Equal(15, loads.Distinct().Count());
        Assert.Equal(loads.Order(StringComparer.Ordinal), loads);
        Assert.Equal(cursors.Order(StringComparer.Ordinal), cursors);
        Assert.All(states, state => Assert.Equal("Ok", state.Health.ToString()));
        await StoredRows.AssertWholeAsync(jumping.Store);
    }

    [Fact]
    public async Task Health_OfASourceThatFailsAfterTheClockWasSetBack_IsThatOfItsLastLoad()
    {
        server.On("/feed", new LoopbackReply { BodyOf = _ => ChangingSources.Feed(round) });
        using var workspace = new TestWorkspace().Source("feed", "feed", $"url: '{server.Url("/feed")}'").Write("fetching: { privateHosts: [127.0.0.1] }");
        using var session = Open(workspace);
        await ReadAsync(session);
        clock.Set(Start.AddDays(-10));
        server.On("/feed", LoopbackReply.Of(404));
        await new Pipeline(session, NullLoggerFactory.Instance).IngestAsync(null, null, null, Token);

        var state = Assert.Single(await SourceStates.ReadAsync(session, "en", Token));

        Assert.Equal(("Ailing", "not-found"), (state.Health.ToString(), state.Code));
    }

    [Fact]
    public async Task Host_ThatAskedForAnHourBeforeTheClockWasSetBack_IsAskedAgain()
    {
        server.On("/feed", LoopbackReply.Of(429, ("Retry-After", "86000")), new LoopbackReply { BodyOf = _ => ChangingSources.Feed(round) });
        using var workspace = new TestWorkspace().Source("feed", "feed", $"url: '{server.Url("/feed")}'").Write("fetching: { privateHosts: [127.0.0.1] }");
        using var session = Open(workspace);
        var pipeline = new Pipeline(session, NullLoggerFactory.Instance);
        var stormy = Assert.Single(await pipeline.IngestAsync(null, null, null, Token));
        clock.Set(Start.AddDays(-2));

        var later = Assert.Single(await pipeline.IngestAsync(null, null, null, Token));

        Assert.Equal((LoadHealth.Failed, LoadHealth.Ok), (stormy.Health, later.Health));
    }

    private static async Task ReadAsync(Session session)
    {
        var pipeline = new Pipeline(session, NullLoggerFactory.Instance);
        Assert.All(await pipeline.IngestAsync(null, null, null, Token), load => Assert.True(load.Health is LoadHealth.Ok, load.ToString()));
        Assert.Null(await pipeline.StoriesAsync(Token));
    }

    private TestWorkspace Workspace() => new TestWorkspace()
        .Source("feed", "feed", $"url: '{server.Url("/feed")}'")
        .Source("list", "riksdagen", $"baseUrl: '{server.Url("/", "localhost")}', documentTypes: [prop], pageSize: 25, maxPages: 40, lagDays: 20")
        .Source("table", "px", $"url: '{server.Url("/table.px")}'")
        .Write("fetching: { privateHosts: [127.0.0.1, localhost] }");

    private Session Open(TestWorkspace workspace) => Session.Open(new SessionOptions
    {
        Workspace = new Workspace(workspace.Data),
        Policy = "test",
        Input = Input.Live(clock, new FetchLimits { Pause = TimeSpan.Zero, FirstWait = TimeSpan.Zero, Retries = 0 }),
        PluginFolders = [ForesightCommand.Plugins],
        StoreFolder = workspace.Store,
    });

    /// <summary>A clock that somebody sets while timers, which the sources' own pace needs, go on.</summary>
    private sealed class SetClock : TimeProvider
    {
        private DateTimeOffset time = Start;
        private long set = System.GetTimestamp();

        public void Set(DateTimeOffset to) => (time, set) = (to, GetTimestamp());

        public override DateTimeOffset GetUtcNow() => time + GetElapsedTime(set);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
