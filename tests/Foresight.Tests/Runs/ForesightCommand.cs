using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Foresight.Tests.Runs;

/// <summary>The real command, run as a process of its own.</summary>
internal static class ForesightCommand
{
    private static readonly string Assembly = Path.Combine(
        typeof(ForesightCommand).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "CommandFolder").Value!,
        "foresight.dll");

    /// <summary>The folder of the plugins that ship with it.</summary>
    public static string Plugins => Path.Combine(Path.GetDirectoryName(Assembly)!, "plugins");

    /// <summary>Starts the command without waiting for it.</summary>
    public static Process Start(IReadOnlyList<string> args, string? folder = null, string? timeZone = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder ?? Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Assembly);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        if (timeZone is not null)
        {
            start.Environment["TZ"] = timeZone;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs the command to its end.</summary>
    public static Task<CommandResult> RunAsync(params IReadOnlyList<string> args) => RunInAsync(timeZone: null, args);

    /// <summary>Runs the command to its end on a machine of that time zone.</summary>
    public static async Task<CommandResult> RunInAsync(string? timeZone, params IReadOnlyList<string> args)
    {
        using var process = Start(args, timeZone: timeZone);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(process.ExitCode, await output, await error);
    }

    /// <summary>Runs the command, as <c>dotnet "$@"</c>, from a shell that may mount file systems that nobody else sees.</summary>
    public static Task<CommandResult> RunInShellAsync(string script, params IReadOnlyList<string> args) =>
        RunInAsync(new ProcessStartInfo("unshare", ["-rm", "sh", "-c", script, "sh", Assembly, .. args]));

    /// <summary>Runs the command where no file may become larger.</summary>
    /// <param name="halfKilobytes">The limit, in pieces of 512 bytes.</param>
    /// <param name="args">What it is given.</param>
    public static Task<CommandResult> RunLimitedAsync(int halfKilobytes, params IReadOnlyList<string> args) =>
        RunInAsync(new ProcessStartInfo("sh", ["-c", FormattableString.Invariant($"trap '' XFSZ; ulimit -f {halfKilobytes}; exec dotnet \"$@\""), "sh", Assembly, .. args])
        {
            // The runtime writes its own code by way of a file, unless it is told not to.
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        });

    private static async Task<CommandResult> RunInAsync(ProcessStartInfo start)
    {
        start.WorkingDirectory = Repository.Root;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(process.ExitCode, await output, await error);
    }

    /// <summary>Runs the command with <c>--json</c> and reads its answer.</summary>
    public static async Task<JsonElement> JsonAsync(params IReadOnlyList<string> args)
    {
        var result = await RunAsync([.. args, "--json"]);
        return JsonDocument.Parse(result.Out).RootElement;
    }
}

/// <summary>How a command ended.</summary>
internal sealed record CommandResult(int ExitCode, string Out, string Error)
{
    public override string ToString() => $"exit {ExitCode}\n{Out}\n{Error}";
}
