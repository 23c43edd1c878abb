using System.Globalization;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>
/// The command reads sources that change, from a server; it is killed (SIGKILL) at a random moment, started again and left to
/// finish. After all rounds its tables are those of a store to which nothing ever happened.
/// </summary>
public sealed class KilledFetchTests
{
    private const int PageSize = 25;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>FORESIGHT_KILLS sets how many, FORESIGHT_KILLS_SEED where their random moments begin.</summary>
    [Fact]
    public async Task Ingest_KilledAtRandomMoments_EqualsAnUndisturbedStore()
    {
        var (kills, seed) = (Setting("FORESIGHT_KILLS", 5), Setting("FORESIGHT_KILLS_SEED", 1));
        var (random, round, struck) = (new Random(seed), 0, 0);
        using var server = new LoopbackServer();
        server.On("/feed", _ => LoopbackReply.Bytes(ChangingSources.Feed(round)))
            .On("/table.px", _ => LoopbackReply.Bytes(ChangingSources.Px(round)))
            .On("/dokumentlista/*", request => LoopbackReply.Bytes(ChangingSources.Riksdagen(round, request.PathAndQuery, server.Url("/", "localhost"), PageSize)));
        using var undisturbed = Workspace(server);
        using var disturbed = Workspace(server);

        for (; round < kills; round++)
        {
            var whole = await FinishAsync(undisturbed, $"seed {seed}, round {round}, undisturbed");
            using (var process = ForesightCommand.Start(["ingest", .. Options(disturbed)]))
            using (var patience = new CancellationTokenSource(whole * (0.15 + (0.85 * random.NextDouble()))))
            {
                // The first moments are the start of .NET, in which nothing is touched.
                struck += await EndsByItselfAsync(process, patience.Token) ? 0 : 1;
            }

            await FinishAsync(disturbed, $"seed {seed}, round {round}");
            var leftovers = Directory.EnumerateFiles(disturbed.Store, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                .Where(file => file.EndsWith(".tmp", StringComparison.Ordinal) || file.EndsWith(".part", StringComparison.Ordinal)).ToList();
            Assert.True(leftovers.Count == 0, $"seed {seed}, round {round}: {string.Join(' ', leftovers)}");
        }

        foreach (var contents in StoredRows.Contents)
        {
            Assert.Equal(await RowsAsync(undisturbed, contents), await RowsAsync(disturbed, contents));
        }

        var verify = await ForesightCommand.RunAsync(["store", "verify", .. Options(disturbed)]);
        Assert.True(verify.ExitCode == 0, verify.ToString());
        TestContext.Current.SendDiagnosticMessage($"{struck} of {kills} runs were killed before their end.");
        Assert.True(struck >= kills / 2, $"Only {struck} of {kills} runs were still going when they were to be killed.");
    }

    private static async Task<bool> EndsByItselfAsync(System.Diagnostics.Process process, CancellationToken patience)
    {
        // Nobody may wait for a reader.
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(patience);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(Token);
            return false;
        }
    }

    private static async Task<TimeSpan> FinishAsync(TestWorkspace workspace, string when)
    {
        var began = TimeProvider.System.GetTimestamp();
        var result = await ForesightCommand.RunAsync(["ingest", .. Options(workspace)]);
        Assert.True(result.ExitCode == 0, $"{when}: {result}");
        return TimeProvider.System.GetElapsedTime(began);
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(TestWorkspace workspace, string sql) =>
        [.. (await ForesightCommand.JsonAsync(["query", sql, .. Options(workspace)])).EnumerateArray().Select(row => row.ToString())];

    private static TestWorkspace Workspace(LoopbackServer server)
    {
        // Two names of one machine are two hosts to politeness: the three sources do not wait for one another.
        var workspace = new TestWorkspace()
            .Source("feed", "feed", $"url: '{server.Url("/feed")}'")
            .Source("list", "riksdagen", $"baseUrl: '{server.Url("/", "localhost")}', documentTypes: [prop], pageSize: {PageSize}, maxPages: 40, lagDays: 20")
            .Source("table", "px", $"url: '{server.Url("/table.px")}'");
        return workspace.Write("fetching: { privateHosts: [127.0.0.1, localhost] }");
    }

    private static string[] Options(TestWorkspace workspace) => ["--data", workspace.Data, "--policy", "test", "--store", workspace.Store];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
