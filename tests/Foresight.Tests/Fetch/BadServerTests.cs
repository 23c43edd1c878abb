using System.Text.Json;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Tests.Fetch;

/// <summary>Servers that do not do what servers should: each becomes a fault and a sentence, and no row.</summary>
public sealed class BadServerTests : IDisposable
{
    private static readonly byte[] Rows = [.. Enumerable.Repeat("a A\n"u8.ToArray(), 1000).SelectMany(row => row)];

    private readonly FetchRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Body_ThatEndsEarly_IsBrokenAndKeptAsSuch()
    {
        run.Server.On("/", LoopbackReply.Bytes(Rows) with { CutAfter = 100 });

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal((LoadHealth.Failed, Fault.Broken), (result.Health, result.Fault));
        using var meta = JsonDocument.Parse(await File.ReadAllTextAsync(Assert.Single(run.RawFiles("*.meta.json")), TestContext.Current.CancellationToken));
        Assert.Equal("broken", meta.RootElement.GetProperty("fault").GetProperty("fault").GetString());
        Assert.Equal(result.Message, meta.RootElement.GetProperty("fault").GetProperty("sentence").GetString());
        Assert.Empty(run.RawFiles("*.part"));
        Assert.Empty(await run.TitlesAsync());
    }

    [Fact]
    public async Task Body_WithLessThanItsStatedLength_IsBroken()
    {
        run.Server.On("/", LoopbackReply.Bytes(Rows, ("Content-Length", "5000")));

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(Fault.Broken, result.Fault);
    }

    [Fact]
    public async Task Body_InChunksThatIsCutOff_IsBroken()
    {
        run.Server.On("/", LoopbackReply.Bytes(Rows) with { CutAfter = 100, Chunked = true });

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(Fault.Broken, result.Fault);
    }

    [Fact]
    public async Task Body_ThatBreaksOffOnce_IsAskedForAgain()
    {
        run.Limits = run.Limits with { Retries = 2 };
        run.Server.On("/", LoopbackReply.Bytes(Rows) with { CutAfter = 100 }, LoopbackReply.Text("a A"));

        var (result, source) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(LoadHealth.Ok, result.Health);
        Assert.Equal(["a A"], source.Texts);
    }

    [Fact]
    public async Task Body_WithoutEnd_IsTooBig()
    {
        run.Limits = run.Limits with { Bytes = 100_000 };
        run.Server.On("/", LoopbackReply.Bytes(Rows) with { Endless = true });

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(Fault.TooBig, result.Fault);
        Assert.Empty(run.RawFiles("*.part"));
    }

    [Fact]
    public async Task Body_ThatStalls_TimesOut()
    {
        run.Limits = run.Limits with { Stall = TimeSpan.FromMilliseconds(100) };
        run.Server.On("/", LoopbackReply.Bytes(Rows) with { Silent = true });

        var result = await run.RunAsync(new AskingSource(run.Server.Url("/")), TimeProvider.System);

        Assert.Equal(Fault.TimedOut, result.Fault);
        Assert.Contains("stalled", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_ThatNeverAnswers_TimesOut()
    {
        run.Limits = run.Limits with { Try = TimeSpan.FromMilliseconds(100) };
        run.Server.On("/", new LoopbackReply { Silent = true });

        var result = await run.RunAsync(new AskingSource(run.Server.Url("/")), TimeProvider.System);

        Assert.Equal(Fault.TimedOut, result.Fault);
        Assert.Contains("did not answer", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsUnreachable()
    {
        using var gone = new LoopbackServer();
        var url = gone.Url("/");
        gone.Dispose();

        var (result, _) = await run.AskAsync(url);

        Assert.Equal(Fault.Unreachable, result.Fault);
    }

    [Theory]
    [InlineData(202, "", Fault.BotWall)]
    [InlineData(202, "<html><body>Checking your browser</body></html>", Fault.BotWall)]
    [InlineData(200, "<!DOCTYPE html><html><body>Sorry</body></html>", Fault.WebPage)]
    [InlineData(200, "<error/>", Fault.Malformed)]
    [InlineData(200, "", Fault.NoContent)]
    [InlineData(404, "{}", Fault.NotFound)]
    [InlineData(403, "{}", Fault.Refused)]
    [InlineData(502, "{}", Fault.ServerFault)]
    public async Task Answer_ThatIsNotTheData_IsAFaultOfItsOwn(int status, string body, Fault expected)
    {
        run.Server.On("/", LoopbackReply.Text(body) with { Status = status });

        var result = await run.RunAsync(new AskingSource(run.Server.Url("/")) { Expected = Expected.Json });

        Assert.Equal((LoadHealth.Failed, expected), (result.Health, result.Fault));
    }
}
