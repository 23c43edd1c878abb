using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>The command meets a file system that takes no more bytes: here one that lets no file grow beyond a size.</summary>
public sealed class FullDiskTests(ChangingServer sources) : IClassFixture<ChangingServer>
{
    [Theory]
    [InlineData(64, 1)]
    [InlineData(0, 2)]
    public async Task Ingest_WhereFilesCannotGrow_SaysSoPerSourceAndHealsWhenTheyCan(int blocks, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is set by a Linux shell.");
        using var workspace = sources.AfterTheFirstRound();

        var full = await ForesightCommand.RunUnderAsync(
            FormattableString.Invariant($"trap '' XFSZ; ulimit -f {blocks}"), ["ingest", .. ChangingServer.Options(workspace)]);
        await ChangingServer.FinishAsync(workspace);

        Assert.True(full.ExitCode == exitCode, full.ToString());
        Assert.DoesNotContain("   at ", full.ToString(), StringComparison.Ordinal);
        Assert.Contains("make room or mend the", full.ToString(), StringComparison.Ordinal);
        Assert.Equal(sources.Undisturbed, await StoredRows.AllAsync(workspace.Store));
        await StoredRows.AssertWholeAsync(workspace.Store);
    }
}
