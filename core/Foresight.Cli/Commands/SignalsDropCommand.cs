using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight signals drop</c>: nothing will be done about a signal, and why.</summary>
internal static class SignalsDropCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("drop", """
            Say that nothing will be done about a signal, and why. It is no headline of later briefs until it says something else; 'take' opens it again.

            Example: foresight signals drop indicator/N00401 --reason "one plant, which closes in 2027" --by analyst --samples
            """);
        var id = new Argument<string>("ID") { Description = "The signal, as 'signals list' names it" };
        var reason = new Option<string>("--reason") { Description = "Why; the next brief prints it", HelpName = "TEXT", Required = true };
        var by = LoopOutput.By();
        foreach (var option in (Option[])[reason, by])
            command.Add(option);
        command.Add(id);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var pipeline = new Pipeline(session, NullLoggerFactory.Instance);
            var signal = await pipeline.SignalBook().FindAsync(call.GetRequiredValue(id));
            var step = await pipeline.StepBook().DropAsync(signal, call.GetValue(reason), call.GetValue(by) ?? terminal.Person, cancellationToken);
            await terminal.WriteStepAsync(pipeline, signal, call.GetValue(common.Json), $"dropped, {step.Reason}");
            return ExitCode.Done;
        });
        return command;
    }
}
