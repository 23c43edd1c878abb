using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Foresight.Benchmarks;

/// <summary>What a case cost: it is run in a process of its own, so that its peak memory is its own.</summary>
internal sealed record Measured(double Seconds, long Rows, double PeakMegabytes, string Note)
{
    public double RowsPerSecond => Rows / Seconds;
}

/// <summary>Runs and times cases.</summary>
internal static class Measure
{
    private const string Prefix = "measured: ";

    /// <summary>Runs this program again with these arguments and reads what <see cref="Report"/> printed.</summary>
    public static async Task<Measured> InOwnProcessAsync(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Measure).Assembly.Location);
        }

        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(line => line.StartsWith(Prefix, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The case {string.Join(' ', args)} ended with {process.ExitCode} and measured nothing.");
        return JsonSerializer.Deserialize<Measured>(line[Prefix.Length..])!;
    }

    /// <summary>Times a case and prints the result for the process that started this one.</summary>
    public static async Task<int> Report(Func<Task<(long Rows, string Note)>> work)
    {
        var watch = Stopwatch.StartNew();
        var (rows, note) = await work();
        var seconds = watch.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        self.Refresh();
        Console.WriteLine(Prefix + JsonSerializer.Serialize(new Measured(seconds, rows, self.PeakWorkingSet64 / 1e6, note)));
        return 0;
    }

    /// <summary>As <see cref="Report"/>, of the best of several runs: for what takes so little that the machine's other work would show.</summary>
    public static async Task<int> ReportBest(int times, Func<Task<(long Rows, string Note)>> work)
    {
        Measured? best = null;
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            var (rows, note) = await work();
            var seconds = watch.Elapsed.TotalSeconds;
            best = best is null || seconds < best.Seconds ? new(seconds, rows, 0, note) : best;
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(Prefix + JsonSerializer.Serialize(best! with { PeakMegabytes = self.PeakWorkingSet64 / 1e6 }));
        return 0;
    }

    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
