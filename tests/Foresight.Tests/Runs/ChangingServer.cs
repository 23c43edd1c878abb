using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>
/// The <see cref="ChangingSources"/> on a server, a store that has read their first round, and one that has read the second one too and
/// to which nothing ever happened.
/// </summary>
public sealed class ChangingServer : IAsyncLifetime
{
    private const int PageSize = 25;

    private TestWorkspace first = null!;

    internal LoopbackServer Server { get; } = new();

    /// <summary>Which round the sources are in.</summary>
    internal int Round { get; set; }

    internal IReadOnlyList<string> Undisturbed { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Server.On("/well.px", new LoopbackReply { BodyOf = _ => ChangingSources.Px(Round) });
        BeWell();
        first = Workspace("");
        await FinishAsync(first);
        using var undisturbed = AfterTheFirstRound();
        Round++;
        await FinishAsync(undisturbed);
        Undisturbed = await StoredRows.AllAsync(undisturbed.Store);
        await StoredRows.AssertWholeAsync(undisturbed.Store);
    }

    public ValueTask DisposeAsync()
    {
        first.Dispose();
        Server.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The feed, the second page of the list and the table answer so, in place of what they have. One more table stays well.</summary>
    internal void BeIll(Func<Func<LoopbackRequest, byte[]>, LoopbackReply> illness) => Server.On("/feed", illness(_ => ChangingSources.Feed(Round)))
        .On("/table.px", illness(_ => ChangingSources.Px(Round)))
        .On("/dokumentlista/*p=2", illness(Page));

    internal void BeWell() => Server.On("/feed", new LoopbackReply { BodyOf = _ => ChangingSources.Feed(Round) })
        .On("/table.px", new LoopbackReply { BodyOf = _ => ChangingSources.Px(Round) })
        .On("/dokumentlista/*", new LoopbackReply { BodyOf = Page });

    /// <summary>A workspace with the policy and nothing read.</summary>
    /// <param name="fetching">More keys of the policy's <c>fetching</c>, each with a comma before it.</param>
    internal TestWorkspace Workspace(string fetching) => new TestWorkspace()
        .Source("well", "px", $"url: '{Server.Url("/well.px")}'")
        .Source("feed", "feed", $"url: '{Server.Url("/feed")}'")
        // Two names of one machine are two hosts to politeness.
        .Source("list", "riksdagen", $"baseUrl: '{Server.Url("/", "localhost")}', documentTypes: [prop], pageSize: {PageSize}, maxPages: 40, lagDays: 45")
        .Source("table", "px", $"url: '{Server.Url("/table.px")}'")
        .Write($"fetching: {{ privateHosts: [127.0.0.1, localhost]{fetching} }}");

    /// <summary>A workspace whose store has read the first round.</summary>
    internal TestWorkspace AfterTheFirstRound(string fetching = "")
    {
        var workspace = Workspace(fetching);
        foreach (var file in Directory.EnumerateFiles(first.Store, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
        {
            var copy = Path.Combine(workspace.Store, Path.GetRelativePath(first.Store, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return workspace;
    }

    internal static string[] Options(TestWorkspace workspace) => ["--data", workspace.Data, "--policy", "test", "--store", workspace.Store];

    internal static async Task FinishAsync(TestWorkspace workspace)
    {
        var result = await ForesightCommand.RunAsync(["ingest", .. Options(workspace)]);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private byte[] Page(LoopbackRequest request) => ChangingSources.Riksdagen(Round, request.PathAndQuery, Server.Url("/", "localhost"), PageSize);
}
