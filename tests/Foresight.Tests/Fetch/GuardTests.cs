using System.Net;
using Foresight.Engine.Fetch.Guard;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Tests.Fetch;

public sealed class GuardTests : IDisposable
{
    private readonly FetchRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("193.10.0.1", true)]
    [InlineData("2a00:1450:4001::1", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void Address_OfEachRange_IsPublicOrNot(string address, bool expected) =>
        Assert.Equal(expected, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    public async Task Request_ToALoopbackHostThatThePolicyDoesNotAllow_IsRefusedBeforeAnythingIsSent(string host)
    {
        run.Rules = new FetchingRules();
        run.Server.On("/", LoopbackReply.Text("a A"));

        var (result, _) = await run.AskAsync(run.Server.Url("/", host));

        Assert.Equal((LoadHealth.Failed, Fault.Unsafe), (result.Health, result.Fault));
        Assert.Contains("fetching.privateHosts", result.Message, StringComparison.Ordinal);
        Assert.Empty(run.Server.Requests);
    }

    [Fact]
    public async Task Request_ToANameThatThePolicyAllows_IsAnswered()
    {
        run.Rules = new FetchingRules { PrivateHosts = ["LocalHost"] };
        run.Server.On("/", LoopbackReply.Text("a A"));

        var (result, _) = await run.AskAsync(run.Server.Url("/", "localhost"));

        Assert.Equal(LoadHealth.Ok, result.Health);
    }

    [Fact]
    public async Task Redirect_ToAPrivateHost_IsRefused()
    {
        run.Server.On("/", LoopbackReply.Of(302, ("Location", run.Server.Url("/inside", "localhost").ToString()))).On("/inside", LoopbackReply.Text("a A"));

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(Fault.Unsafe, result.Fault);
        Assert.Equal("/", Assert.Single(run.Server.Requests).PathAndQuery);
    }

    [Theory]
    [InlineData("file:///etc/hosts")]
    [InlineData("ftp://example.org/x")]
    [InlineData("//[x")]
    public async Task Redirect_ToNoWebAddress_IsRefused(string target)
    {
        run.Server.On("/", LoopbackReply.Of(301, ("Location", target)));

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(Fault.Unsafe, result.Fault);
    }

    [Fact]
    public async Task Redirect_WithoutEnd_IsToldAfterSoManyHops()
    {
        run.Limits = run.Limits with { Hops = 3 };
        run.Server.On("/*", LoopbackReply.Of(307, ("Location", "/again")));

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Contains("more than 3 times", result.Message, StringComparison.Ordinal);
        Assert.Equal(4, run.Server.Requests.Count);
    }

    [Fact]
    public async Task Redirect_OfAPost_KeepsTheBodyOnlyWhereItsStatusSaysSo()
    {
        run.Server.On("/a", LoopbackReply.Of(303, ("Location", "/c"))).On("/b", LoopbackReply.Of(308, ("Location", "/c"))).On("/c", LoopbackReply.Text("x X"));

        var result = await run.RunAsync(new AskingSource(Post("/a"), Post("/b")));

        Assert.Equal(LoadHealth.Ok, result.Health);
        Assert.Equal(["GET ", "POST q"], run.Server.Requests.Where(request => request.PathAndQuery == "/c").Select(request => $"{request.Method} {request.Body}"));
    }

    private Func<HttpRequestMessage> Post(string path) => () => new HttpRequestMessage(HttpMethod.Post, run.Server.Url(path)) { Content = new StringContent("q") };
}
