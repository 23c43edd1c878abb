using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Tests.Fetch;

/// <summary>Asking only whether something changed.</summary>
public sealed class KnownTests : IDisposable
{
    private readonly FetchRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("ETag", "W/\"a-b\"", "If-None-Match")]
    [InlineData("ETag", "not quoted, odd", "If-None-Match")]
    [InlineData("Last-Modified", "Fri, 04 Sep 2026 05:00:00 GMT", "If-Modified-Since")]
    public async Task Answer_ThatHasNotChanged_IsReadFromTheKeptOneAndTold(string validator, string value, string condition)
    {
        run.Server.On("/", LoopbackReply.Text("a A", (validator, value)) with { When = request => request.Header(condition) is null },
            LoopbackReply.Of(304) with { When = request => request.Header(condition) == value });
        await run.AskAsync(run.Server.Url("/"));
        run.Clock.Advance(TimeSpan.FromHours(1));

        var (second, source) = await run.AskAsync(run.Server.Url("/"));
        var (third, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal([LoadHealth.NotModified, LoadHealth.NotModified], new[] { second.Health, third.Health });
        Assert.Equal(["a A"], source.Texts);
        Assert.Equal(new AppendCounts(0, 0, 1), second.Rows);
        Assert.Single(run.RawFiles("*.bin"));
        Assert.Equal(3, run.RawFiles("*.meta.json").Count);
        Assert.Empty(await run.Store.VerifyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Etag_BesideADate_GoesAlone()
    {
        run.Server.On("/", LoopbackReply.Text("a A", ("ETag", "\"1\""), ("Last-Modified", "Fri, 04 Sep 2026 05:00:00 GMT")));
        await run.AskAsync(run.Server.Url("/"));

        await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(("\"1\"", null), (run.Server.Requests[1].Header("If-None-Match"), run.Server.Requests[1].Header("If-Modified-Since")));
    }

    [Fact]
    public async Task Load_ThatFailed_IsFollowedByAFullOne()
    {
        run.Server.On("/", LoopbackReply.Text("a A", ("ETag", "\"1\"")) with { When = request => request.Header("If-None-Match") is null }, LoopbackReply.Of(304))
            .On("/more", LoopbackReply.Text("b B"), LoopbackReply.Of(500), LoopbackReply.Text("b B"));
        var urls = new[] { run.Server.Url("/"), run.Server.Url("/more") };
        await run.AskAsync(urls);
        var (failed, _) = await run.AskAsync(urls);

        var (after, _) = await run.AskAsync(urls);

        Assert.Equal([LoadHealth.Failed, LoadHealth.Ok], new[] { failed.Health, after.Health });
        Assert.Equal([null, "\"1\"", null], run.Server.Requests.Where(request => request.PathAndQuery == "/").Select(request => request.Header("If-None-Match")));
    }

    [Fact]
    public async Task KeptAnswer_ThatIsGoneOrDamaged_IsAskedForInFull()
    {
        run.Server.On("/", LoopbackReply.Text("a A", ("ETag", "\"1\"")));
        await run.AskAsync(run.Server.Url("/"));
        await File.WriteAllTextAsync(Assert.Single(run.RawFiles("*.bin")), "a B", TestContext.Current.CancellationToken);

        var (_, source) = await run.AskAsync(run.Server.Url("/"));

        Assert.Null(run.Server.Requests[1].Header("If-None-Match"));
        Assert.Equal(["a A"], source.Texts);
    }

    [Fact]
    public async Task Questions_ThatDifferInAnything_GetTheirOwnAnswers()
    {
        run.Server.On("/*", LoopbackReply.Text("a A", ("ETag", "\"1\"")));
        var asked = new AskingSource(
            () => new HttpRequestMessage(HttpMethod.Get, run.Server.Url("/?p=1")),
            () => new HttpRequestMessage(HttpMethod.Get, run.Server.Url("/?p=2")),
            () => new HttpRequestMessage(HttpMethod.Get, run.Server.Url("/?p=1")) { Headers = { { "Accept-Language", "sv" } } },
            () => new HttpRequestMessage(HttpMethod.Post, run.Server.Url("/?p=1")) { Content = new StringContent("x") });

        await run.RunAsync(asked);
        await run.RunAsync(asked);

        Assert.All(run.Server.Requests.Take(4), request => Assert.Null(request.Header("If-None-Match")));
        Assert.Equal(["\"1\"", "\"1\"", "\"1\"", null], run.Server.Requests.Skip(4).Select(request => request.Header("If-None-Match")));
    }

    [Fact]
    public async Task Validators_OfARedirectedAnswer_AreShownToTheAddressThatGaveThem()
    {
        run.Server.On("/", LoopbackReply.Of(302, ("Location", "/one")), LoopbackReply.Of(302, ("Location", "/one")), LoopbackReply.Of(302, ("Location", "/two")))
            .On("/*e", LoopbackReply.Text("a A", ("ETag", "\"1\""))).On("/two", LoopbackReply.Text("b B"));
        await run.AskAsync(run.Server.Url("/"));
        await run.AskAsync(run.Server.Url("/"));

        await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(["/ ", "/one ", "/ ", "/one \"1\"", "/ ", "/two "], run.Server.Requests.Select(request => $"{request.PathAndQuery} {request.Header("If-None-Match")}"));
    }

    [Theory]
    [InlineData("max-age=3600", null, 3599, true)]
    [InlineData("max-age=3600", null, 3601, false)]
    [InlineData("max-age=3600, no-cache", null, 1, false)]
    [InlineData("max-age=99999999", null, 86399, true)]
    [InlineData("max-age=99999999", null, 86401, false)]
    [InlineData("max-age=60", 3600, 3599, true)]
    [InlineData(null, 3600, 3599, true)]
    [InlineData(null, 3600, 3601, false)]
    [InlineData("max-age=3600", null, -10, false)]
    public async Task Answer_ThatSaysHowLongItHolds_IsNotAskedForBeforeThen(string? rules, int? timeToLive, int seconds, bool holds)
    {
        run.Server.On("/", rules is null ? LoopbackReply.Text("a A") : LoopbackReply.Text("a A", ("Cache-Control", rules)));
        var source = new AskingSource(run.Server.Url("/")) { TimeToLive = timeToLive is { } time ? TimeSpan.FromSeconds(time) : null };
        await run.RunAsync(source);
        MoveClock(seconds);

        var again = await run.RunAsync(source);

        Assert.Equal(holds ? 1 : 2, run.Server.Requests.Count);
        Assert.Equal(holds ? LoadHealth.NotModified : LoadHealth.Ok, again.Health);
    }

    [Fact]
    public async Task Backfill_OfAnswersThatHold_AsksInFull()
    {
        run.Server.On("/", LoopbackReply.Text("a A", ("Cache-Control", "max-age=3600"), ("ETag", "\"1\"")));
        await run.AskAsync(run.Server.Url("/"));
        run.Backfill = new DayRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1));

        var (past, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(LoadHealth.Ok, past.Health);
        Assert.Equal([null, null], run.Server.Requests.Select(request => request.Header("If-None-Match")));
    }

    [Fact]
    public async Task CursorReset_BeforeAnswersThatHold_AsksInFullOnce()
    {
        run.Server.On("/", LoopbackReply.Text("a A", ("Cache-Control", "max-age=1"), ("ETag", "\"1\"")));
        await run.AskAsync(run.Server.Url("/"));
        await run.Store.ResetCursorAsync("s", TestContext.Current.CancellationToken);

        await run.AskAsync(run.Server.Url("/"));
        run.Clock.Advance(TimeSpan.FromSeconds(2));
        await run.AskAsync(run.Server.Url("/"));

        Assert.Equal([null, null, "\"1\""], run.Server.Requests.Select(request => request.Header("If-None-Match")));
    }

    [Fact]
    public async Task Refresh_OfAnAnswerThatHolds_AsksInFull()
    {
        run.Server.On("/", LoopbackReply.Text("a A", ("Cache-Control", "max-age=3600"), ("ETag", "\"1\"")), LoopbackReply.Text("a B"));
        await run.AskAsync(run.Server.Url("/"));
        run.Refresh = true;

        await run.AskAsync(run.Server.Url("/"));

        Assert.Null(run.Server.Requests[1].Header("If-None-Match"));
        Assert.Equal(["B"], await run.TitlesAsync());
    }

    [Fact]
    public async Task Known_OfMoreRequestsThanAllowed_KeepsTheLatest()
    {
        run.Limits = run.Limits with { Known = 2 };
        run.Server.On("/*", LoopbackReply.Text("a A", ("ETag", "\"1\"")));
        foreach (var path in new[] { "/1", "/2", "/3" })
        {
            await run.AskAsync(run.Server.Url(path));
            run.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await run.AskAsync(run.Server.Url("/1"), run.Server.Url("/2"), run.Server.Url("/3"));

        Assert.Equal([null, "\"1\"", "\"1\""], run.Server.Requests.Skip(3).Select(request => request.Header("If-None-Match")));
    }

    [Fact]
    public async Task Known_OfManySources_AreBoundedEach()
    {
        run.Limits = run.Limits with { Known = 1 };
        run.Server.On("/*", LoopbackReply.Text("a A", ("ETag", "\"1\"")));
        IReadOnlyList<(string, ISource)> both = [("one", new AskingSource(run.Server.Url("/1"))), ("two", new AskingSource(run.Server.Url("/2")))];
        await run.RunAsync(both, run.Clock, TestContext.Current.CancellationToken);

        await run.RunAsync(both, run.Clock, TestContext.Current.CancellationToken);

        Assert.Equal(["\"1\"", "\"1\""], run.Server.Requests.Skip(2).Select(request => request.Header("If-None-Match")));
    }

    [Theory]
    [InlineData(179, "\"1\"")]
    [InlineData(181, null)]
    public async Task Known_OfARequestThatIsMadeNoMore_IsForgotten(int days, string? validator)
    {
        run.Server.On("/*", LoopbackReply.Text("a A", ("ETag", "\"1\"")));
        await run.AskAsync(run.Server.Url("/1"));
        run.Clock.Advance(TimeSpan.FromDays(days));
        await run.AskAsync(run.Server.Url("/2"));

        await run.AskAsync(run.Server.Url("/1"));

        Assert.Equal(validator, run.Server.Requests[2].Header("If-None-Match"));
    }

    private void MoveClock(int seconds)
    {
        if (seconds < 0)
        {
            run.Clock.AdjustTime(run.Clock.GetUtcNow().AddSeconds(seconds));
        }
        else
        {
            run.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }
    }
}
