using System.Diagnostics;
using System.Text.Json;

namespace Foresight.Benchmarks;

/// <summary>Times work, in this process or in one of its own.</summary>
internal static class Measure
{
    private const string Prefix = "measured: ";

    /// <summary>Runs this program again with these arguments and gives what it printed.</summary>
    public static async Task<string> ThisProgramAsync(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, args) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Insert(0, typeof(Measure).Assembly.Location);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', args)} ended with {process.ExitCode}.");
    }

    /// <summary>Runs a case in a process of its own, so that its peak memory is its own, and reads what <see cref="Report"/> printed.</summary>
    public static async Task<Measured> CaseAsync(string name, string folder)
    {
        var output = await ThisProgramAsync("case", name, folder);
        return JsonSerializer.Deserialize<Measured>(output[(output.IndexOf(Prefix, StringComparison.Ordinal) + Prefix.Length)..])!;
    }

    /// <summary>Times a case, the best of several runs where asked, and prints the result for the process that started this one.</summary>
    public static async Task Report(Func<Task<(long Rows, string Note)>> work, int times = 1)
    {
        Measured? best = null;
        for (var i = 0; i < times; i++)
        {
            best = (await TimeAsync(work)).Best(best);
        }

        Console.WriteLine(Prefix + JsonSerializer.Serialize(best));
    }

    /// <summary>Times work in this process; the peak is that of all it has done so far.</summary>
    public static async Task<Measured> TimeAsync(Func<Task<(long Rows, string Note)>> work)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var (rows, note) = await work();
        var seconds = watch.Elapsed.TotalSeconds;
        self.Refresh();
        return new(seconds, (self.TotalProcessorTime - before).TotalSeconds, rows, self.PeakWorkingSet64 / 1e6, note);
    }
}
