using System.Diagnostics;

namespace Foresight.Benchmarks.Samples;

/// <summary>Runs a command to its end and measures it from outside.</summary>
internal static class ChildRun
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    /// <summary>What it cost, with what it wrote to its output as the note.</summary>
    /// <exception cref="InvalidOperationException">The command did not end with 0.</exception>
    public static async Task<Measured> MeasureAsync(string command, params string[] args)
    {
        var start = new ProcessStartInfo(command, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (await Task.WhenAny(ended, Task.Delay(Glance)) != ended)
        {
            // The system adds both up itself, but forgets them with the process: a glance now and then misses only the last moment.
            var now = LookAt(process);
            (peak, processor) = (Math.Max(peak, now.Peak), now.Processor > processor ? now.Processor : processor);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var (said, complained) = (await output, await errors);
        return process.ExitCode == 0
            ? new(seconds, processor.TotalSeconds, 1, peak / 1e6, said)
            : throw new InvalidOperationException($"{command} {string.Join(' ', args)} ended with {process.ExitCode}:\n{said}{complained}");
    }

    private static (long Peak, TimeSpan Processor) LookAt(Process process)
    {
        try
        {
            process.Refresh();
            return (process.PeakWorkingSet64, process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            return default; // It ended between two glances, which the next turn of the loop will see.
        }
    }
}
