using System.Diagnostics;
using System.Text;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>Two commands read the same sources into the same store at once.</summary>
public sealed class TwoProcessesTests(ChangingServer sources) : IClassFixture<ChangingServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ingest_TwiceAtOnce_OneWaitsSaysSoAndTheTablesAreThoseOfOne()
    {
        using var alone = sources.Workspace("");
        using var both = sources.Workspace("");
        for (sources.Round = 0; sources.Round < 3; sources.Round++)
        {
            sources.BeWell();
            await ChangingServer.FinishAsync(alone);
            // The feed is given when one of the two has said that it waits: so they do meet.
            using var waits = new ManualResetEventSlim();
            sources.Server.On("/feed", new LoopbackReply
            {
                BodyOf = _ =>
                {
                    waits.Wait(Token);
                    return ChangingSources.Feed(sources.Round);
                },
            });

            var ends = await Task.WhenAll(RunAsync(both, waits), RunAsync(both, waits));

            Assert.All(ends, end => Assert.True(end.ExitCode == 0, end.ToString()));
            Assert.Single(ends, end => end.Error.Contains("feed: another program is reading it into this store; waiting until that is done", StringComparison.Ordinal));
        }

        Assert.Equal(await StoredRows.AllAsync(alone.Store), await StoredRows.AllAsync(both.Store));
        Assert.Equal(["24 24"], await StoredRows.TextsAsync(both.Store, "SELECT concat(count(*), ' ', count(DISTINCT _load_id)) AS row FROM loads WHERE health = 'ok'"));
        await StoredRows.AssertWholeAsync(both.Store);
    }

    private static async Task<CommandResult> RunAsync(TestWorkspace workspace, ManualResetEventSlim waits)
    {
        using var process = ForesightCommand.Start(["ingest", .. ChangingServer.Options(workspace)]);
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var error = await ErrorAsync(process, waits);
        await process.WaitForExitAsync(Token);
        return new CommandResult(process.ExitCode, await output, error);
    }

    private static async Task<string> ErrorAsync(Process process, ManualResetEventSlim waits)
    {
        var error = new StringBuilder();
        while (await process.StandardError.ReadLineAsync(Token) is { } line)
        {
            error.AppendLine(line);
            if (line.StartsWith("feed: another program", StringComparison.Ordinal))
            {
                waits.Set();
            }
        }

        // One that ended without waiting must not leave the other hanging for ever.
        waits.Set();
        return error.ToString();
    }
}
