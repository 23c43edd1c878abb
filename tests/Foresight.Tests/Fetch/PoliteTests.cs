using Foresight.Engine.Fetch;
using Foresight.Engine.Fetch.Polite;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Fetch;

public sealed class PoliteTests : IDisposable
{
    private static readonly Uri Host = new("https://api.example.org/a");

    private readonly FetchRun run = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 9, 5, 5, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Gate_OfAHostThatTwoSourcesAsk_LeavesThePauseBetweenThem()
    {
        using var gates = Gates();
        (await gates.EnterAsync(Host, Token)).Dispose();

        var second = gates.EnterAsync(new Uri("https://API.example.org/other"), Token);
        var elsewhere = gates.EnterAsync(new Uri("https://example.com/"), Token);
        var early = second.IsCompleted;
        clock.Advance(TimeSpan.FromMilliseconds(502));

        (await second).Dispose();
        Assert.False(early);
        Assert.True(elsewhere.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(100, 0, 101)]
    [InlineData(2000, 0, 2001)]
    [InlineData(100, 3000, 3001)]
    public async Task Gate_OfAPacedHost_GoesByTheSourceUnlessThePolicyIsSlower(int pace, int policy, int due)
    {
        using var gates = Gates((Host.Host, TimeSpan.FromMilliseconds(policy)));
        gates.Pace(Host, TimeSpan.FromMilliseconds(pace));
        (await gates.EnterAsync(Host, Token)).Dispose();

        var second = gates.EnterAsync(Host, Token);
        clock.Advance(TimeSpan.FromMilliseconds(due - 2));
        var early = second.IsCompleted;
        clock.Advance(TimeSpan.FromMilliseconds(2));

        (await second).Dispose();
        Assert.False(early);
    }

    [Fact]
    public async Task Gate_WithItsPlacesTaken_LetsInTheNextWhenOneLeaves()
    {
        using var gates = Gates();
        gates.Pace(Host, TimeSpan.Zero);
        var first = await gates.EnterAsync(Host, Token);
        using var second = await gates.EnterAsync(Host, Token);
        var third = gates.EnterAsync(Host, Token);
        var early = third.IsCompleted;

        first.Dispose();

        (await third).Dispose();
        Assert.False(early);
    }

    [Fact]
    public async Task Gate_WhoseWaiterIsCancelled_IsFreeForTheNext()
    {
        using var gates = Gates();
        (await gates.EnterAsync(Host, Token)).Dispose();
        using var stop = new CancellationTokenSource();
        var waiting = gates.EnterAsync(Host, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var one = await gates.EnterAsync(Host, Token);
    }

    [Fact]
    public async Task Answer_429WithoutAndWithATime_IsAskedForAgain()
    {
        run.Limits = run.Limits with { Retries = 3 };
        run.Server.On("/", LoopbackReply.Of(429), LoopbackReply.Of(503, ("Retry-After", "0")), LoopbackReply.Of(500), LoopbackReply.Text("a A"));

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(LoadHealth.Ok, result.Health);
        Assert.Equal(4, run.Server.Requests.Count);
    }

    [Fact]
    public async Task Connection_ThatIsNotMadeInTime_IsTriedAgain()
    {
        using var handler = new LateConnection();
        using var http = new HttpMessageInvoker(Tries.All(run.Limits with { Retries = 3 }, TimeProvider.System, handler));
        using var request = new HttpRequestMessage(HttpMethod.Get, Host);

        using var response = await http.SendAsync(request, Token);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(2, handler.Asked);
    }

    [Fact]
    public async Task Answer_ToAPost_IsAskedForAgainWithItsBody()
    {
        run.Limits = run.Limits with { Retries = 1 };
        run.Server.On("/", LoopbackReply.Of(503), LoopbackReply.Text("a A"));

        var result = await run.RunAsync(new AskingSource(() => new HttpRequestMessage(HttpMethod.Post, run.Server.Url("/")) { Content = new StringContent("{\"q\":1}") }));

        Assert.Equal(LoadHealth.Ok, result.Health);
        Assert.Equal(["{\"q\":1}", "{\"q\":1}"], run.Server.Requests.Select(request => request.Body));
    }

    [Theory]
    [InlineData("7200", 7200)]
    [InlineData("Sat, 05 Sep 2026 07:00:00 GMT", 7200)]
    [InlineData("9999999", 86400)]
    public async Task Host_ThatWantsALongWait_IsLeftAloneUntilThenAndNotLongerThanADay(string retryAfter, int seconds)
    {
        run.Limits = run.Limits with { Retries = 3 };
        run.Server.On("/", LoopbackReply.Of(429, ("Retry-After", retryAfter)), LoopbackReply.Text("a A"));

        var (first, _) = await run.AskAsync(run.Server.Url("/"));
        run.Clock.Advance(TimeSpan.FromSeconds(seconds - 70));
        var (second, _) = await run.AskAsync(run.Server.Url("/"));
        var asked = run.Server.Requests.Count;
        run.Clock.Advance(TimeSpan.FromSeconds(71));
        var (third, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal([Fault.TooManyRequests, Fault.TooManyRequests, null], new[] { first.Fault, second.Fault, third.Fault });
        Assert.Contains("asked us to wait until", second.Message, StringComparison.Ordinal);
        Assert.Equal(1, asked);
        Assert.Equal(LoadHealth.Ok, third.Health);
    }

    [Fact]
    public async Task Host_ThatTellsTwoRunsOfDifferentWaits_IsLeftAloneForTheLonger()
    {
        run.Server.On("/long", LoopbackReply.Of(429, ("Retry-After", "18000")));
        run.Server.On("/short", _ =>
        {
            // Another run is told of five hours while this one waits for its answer.
            run.RunAsync([("other", new AskingSource(run.Server.Url("/long")))], run.Clock, Token).GetAwaiter().GetResult();
            return LoopbackReply.Of(429, ("Retry-After", "7200"));
        });
        await run.AskAsync(run.Server.Url("/short"));
        run.Clock.Advance(TimeSpan.FromHours(3));

        var (later, _) = await run.AskAsync(run.Server.Url("/short"));

        Assert.Contains("asked us to wait until", later.Message, StringComparison.Ordinal);
        Assert.Equal(2, run.Server.Requests.Count);
    }

    [Fact]
    public async Task Hosts_ThatTellManyProgramsAtOnce_AreAllRemembered()
    {
        var file = Path.Combine(run.Folder, "raw", "hosts.json");
        var urls = Enumerable.Range(0, 40).Select(i => new Uri($"https://host{i}.example.org/")).ToList();
        var programs = urls.ConvertAll(_ => new HostGates(new Dictionary<string, TimeSpan>(), run.Limits, run.Clock, file));

        await Task.WhenAll(urls.Zip(programs, (url, program) => Task.Run(() => program.HoldOffAsync(url, TimeSpan.FromHours(1), Token), Token)));

        using var next = new HostGates(new Dictionary<string, TimeSpan>(), run.Limits, run.Clock, file);
        foreach (var url in urls)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => next.EnterAsync(url, Token));
        }

        programs.ForEach(program => program.Dispose());
    }

    [Fact]
    public async Task Source_ThatAlwaysFails_IsAskedAtEveryRun()
    {
        run.Server.On("/", LoopbackReply.Of(500));

        for (var i = 0; i < 5; i++)
        {
            await run.AskAsync(run.Server.Url("/"));
        }

        Assert.Equal(5, run.Server.Requests.Count);
    }

    [Fact]
    public async Task Run_StoppedWhileAHostIsSilent_EndsAtOnceAndSaysSo()
    {
        using var stop = new CancellationTokenSource();
        run.Server.On("/", new LoopbackReply { Silent = true, When = _ => { stop.CancelAfter(TimeSpan.FromMilliseconds(1)); return true; } });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync([("s", new AskingSource(run.Server.Url("/")))], TimeProvider.System, stop.Token));

        Assert.Equal(["cancelled"], (await run.Store.Tables.QueryAsync("SELECT code FROM loads"))["code"].Values);
        Assert.Empty(run.RawFiles("*.part"));
    }

    private HostGates Gates(params (string Host, TimeSpan Pause)[] pauses) =>
        new(pauses.ToDictionary(pair => pair.Host, pair => pair.Pause), new FetchLimits(), clock, file: null);

    /// <summary>Is late the first time, in the way in which the sockets tell it.</summary>
    private sealed class LateConnection : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            ++Asked > 1 ? Task.FromResult(new HttpResponseMessage()) : throw new TaskCanceledException("The operation was canceled.", new TimeoutException("A connection could not be established."));
    }
}
