using System.CommandLine;
using System.CommandLine.Parsing;
using Foresight.Cli.Commands;
using Foresight.Engine;
using Foresight.Engine.Classify;
using Foresight.Engine.Store.Files;

namespace Foresight.Cli;

/// <summary>The command: parses a call, runs it, and turns what went wrong into a sentence and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Foresight reads the outside world against your policy and writes briefs about it.\n\nExample: foresight run --policy vanersborg --samples")
        {
            RunCommand.Create(terminal),
            CheckCommand.Create(terminal),
            PluginsCommand.Create(terminal),
            SourcesCommand.Create(terminal),
            RegistersCommand.Create(terminal),
            IngestCommand.Create(terminal),
            CursorCommand.Create(terminal),
            LoadsCommand.Create(terminal),
            QuarantineCommand.Create(terminal),
            PreviewCommand.Create(terminal),
            QueryCommand.Create(terminal),
            DiffCommand.Create(terminal),
            ClassifyCommand.Create(terminal),
            AnalyseCommand.Create(terminal),
            SignalsCommand.Create(terminal),
            LoopCommand.Create(terminal),
            CoverageCommand.Create(terminal),
            ForecastCommand.Create(terminal),
            ExposureCommand.Create(terminal),
            FollowUpCommand.Create(terminal),
            FundsCommand.Create(terminal),
            AlertsCommand.Create(terminal),
            CalendarCommand.Create(terminal),
            ChartCommand.Create(terminal),
            BriefCommand.Create(terminal),
            PartnersCommand.Create(terminal),
            StoreCommand.Create(terminal),
        };
        var call = root.Parse(args);
        if (call.Errors.Count > 0)
        {
            return await RefuseAsync(call, terminal);
        }

        var settings = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // After Ctrl-C what was read is still stored; a plugin that does not let go must not keep the command for ever.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
        };
        try
        {
            return await call.InvokeAsync(settings, cancellationToken);
        }
        catch (ConfigurationException e)
        {
            foreach (var problem in e.Problems)
            {
                await terminal.Error.WriteLineAsync(problem);
            }

            return ExitCode.NothingDone;
        }
        catch (ArgumentOutOfRangeException e) when (WriteFault.Is(e))
        {
            await terminal.Error.WriteLineAsync($"Stopped: {WriteFault.Words(e, "the folder")}");
            return ExitCode.NothingDone;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException or ArgumentException or LabelFileException)
        {
            await terminal.Error.WriteLineAsync(e.Message);
            return ExitCode.NothingDone;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped; what was stored before stays.");
            return ExitCode.PartFailed;
        }
        catch (ClassifyException e)
        {
            await terminal.Error.WriteLineAsync(e.Message);
            return ExitCode.PartFailed;
        }
        // What nobody thought of: the whole of it, for whoever mends it.
        catch (Exception e)
        {
            await terminal.Error.WriteLineAsync($"Foresight itself failed; what was stored before stays. Please report this:{Environment.NewLine}{e}");
            return ExitCode.PartFailed;
        }
    }

    // A wrong call says so in a sentence on the error stream, so that nobody takes help for an answer; a bare group of commands lists them.
    private static async Task<int> RefuseAsync(ParseResult call, Terminal terminal)
    {
        var command = call.CommandResult.Command;
        if (command.Subcommands.Count > 0 && call.UnmatchedTokens.Count == 0)
        {
            await command.Parse("--help").InvokeAsync(new InvocationConfiguration { Output = terminal.Error, Error = terminal.Error });
            return ExitCode.NothingDone;
        }

        // A misspelt command also counts as a command that is missing: one sentence is enough.
        var wrong = call.Errors.Where(error => call.UnmatchedTokens.Count == 0 || call.UnmatchedTokens.Any(token => error.Message.Contains(token, StringComparison.Ordinal))).ToList();
        foreach (var error in wrong.Count > 0 ? wrong : [.. call.Errors])
        {
            await terminal.Error.WriteLineAsync(error.Message);
        }

        var path = string.Join(' ', Path(call.CommandResult));
        await terminal.Error.WriteLineAsync($"'{path} --help' shows what can be written here, with an example.");
        return ExitCode.NothingDone;
    }

    private static IEnumerable<string> Path(SymbolResult? result) =>
        result is null ? [] : [.. Path(result.Parent), .. result is CommandResult { Command: var command } ? [command is RootCommand ? "foresight" : command.Name] : Array.Empty<string>()];
}
