using System.CommandLine;
using Foresight.Cli.Commands;
using Foresight.Engine;

namespace Foresight.Cli;

/// <summary>The command: parses a call, runs it, and turns what went wrong into a sentence and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Foresight reads the outside world against your policy and writes briefs about it.")
        {
            RunCommand.Create(terminal),
            CheckCommand.Create(terminal),
            PluginsCommand.Create(terminal),
            SourcesCommand.Create(terminal),
            IngestCommand.Create(terminal),
            LoadsCommand.Create(terminal),
            PreviewCommand.Create(terminal),
            QueryCommand.Create(terminal),
            ClassifyCommand.Create(terminal),
            ChartCommand.Create(terminal),
            BriefCommand.Create(terminal),
            StoreCommand.Create(terminal),
        };
        var call = root.Parse(args);
        var settings = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            var code = await call.InvokeAsync(settings, cancellationToken);
            // The parser's own code for a wrong call is 1; here 1 means that a part failed.
            return call.Errors.Count > 0 ? ExitCode.NothingDone : code;
        }
        catch (ConfigurationException e)
        {
            foreach (var problem in e.Problems)
            {
                await terminal.Error.WriteLineAsync(problem);
            }

            return ExitCode.NothingDone;
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(e.Message);
            return ExitCode.NothingDone;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped; what was stored before stays.");
            return ExitCode.PartFailed;
        }
    }
}
