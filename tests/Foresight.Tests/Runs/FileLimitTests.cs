using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>No file may become larger than a limit (<c>ulimit -f</c>), as on shared machines.</summary>
public sealed class FileLimitTests(ChangingServer sources) : IClassFixture<ChangingServer>
{
    /// <param name="halfKilobytes">How large a file may become.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    public async Task Ingest_WhereFilesMayNotGrow_SaysSoAndHealsWhenTheyMay(int halfKilobytes)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such limit.");
        using var workspace = sources.AfterTheFirstRound();

        var limited = await ForesightCommand.RunLimitedAsync(halfKilobytes, ["ingest", .. ChangingServer.Options(workspace)]);
        await ChangingServer.FinishAsync(workspace);

        Assert.True(limited.ExitCode is 1 or 2, limited.ToString());
        Assert.Contains("a file became larger than this session may write", limited.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("plugin", limited.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", limited.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", limited.ToString(), StringComparison.Ordinal);
        Assert.Equal(sources.Undisturbed, await StoredRows.AllAsync(workspace.Store));
        await StoredRows.AssertWholeAsync(workspace.Store);
    }
}
