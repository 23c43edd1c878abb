using System.Diagnostics;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>The store's disk is full: a small file system of its own, which is made in a namespace of the shell that starts the command.</summary>
public sealed class FullDiskTests(ChangingServer sources) : IClassFixture<ChangingServer>
{
    /// <param name="free">How many kilobytes are left for the run.</param>
    [Theory]
    [InlineData(8)]
    [InlineData(120)]
    [InlineData(240)]
    public async Task Ingest_OnAFullDisk_SaysSoAndHealsWhenThereIsRoom(int free)
    {
        Assert.SkipUnless(await MayMountAsync(), "This machine lets nobody but its administrator mount a file system.");
        using var workspace = sources.AfterTheFirstRound();
        using var copy = new TemporaryFolder();

        var full = await ForesightCommand.RunInShellAsync(
            FormattableString.Invariant($$"""
                set -e; cp -a '{{workspace.Store}}' '{{copy.Path}}/store'
                mount -t tmpfs -o size=16m none '{{workspace.Store}}'; cp -a '{{copy.Path}}/store/.' '{{workspace.Store}}'
                used=$(df -k '{{workspace.Store}}' | awk 'END {print $3}'); mount -o remount,size=$((used + {{free}}))k '{{workspace.Store}}'; set +e
                dotnet "$@"; code=$?; rm -r '{{copy.Path}}/store'; cp -a '{{workspace.Store}}' '{{copy.Path}}/store'; exit $code
                """),
            ["ingest", .. ChangingServer.Options(workspace)]);
        Directory.Delete(workspace.Store, recursive: true);
        Directory.Move(Path.Combine(copy.Path, "store"), workspace.Store);
        await ChangingServer.FinishAsync(workspace);

        Assert.True(full.ExitCode is 1 or 2, full.ToString());
        Assert.DoesNotContain("   at ", full.ToString(), StringComparison.Ordinal);
        Assert.Contains("No space left on device", full.ToString(), StringComparison.Ordinal);
        Assert.Contains("make room or mend the", full.ToString(), StringComparison.Ordinal);
        Assert.Equal(sources.Undisturbed, await StoredRows.AllAsync(workspace.Store));
        await StoredRows.AssertWholeAsync(workspace.Store);
    }

    private static async Task<bool> MayMountAsync()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare"))
        {
            return false;
        }

        using var trial = Process.Start(new ProcessStartInfo("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]) { RedirectStandardError = true })!;
        await trial.StandardError.ReadToEndAsync();
        await trial.WaitForExitAsync();
        return trial.ExitCode == 0;
    }
}
