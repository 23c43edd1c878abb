using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight signals link</c>: an activity or a decision answers a signal.</summary>
internal static class SignalsLinkCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("link", """
            Say which activity or decision of the registers answers a signal. A register's own column 'signals' says the same: one of the two is enough.

            Example: foresight signals link indicator/N00401 --activity sortex --by analyst --samples
            """);
        var id = new Argument<string>("ID") { Description = "The signal, as 'signals list' names it" };
        var activity = new Option<string?>("--activity") { Description = "The activity's id in the register", HelpName = "ID" };
        var decision = new Option<string?>("--decision") { Description = "The decision's id in the register", HelpName = "ID" };
        var by = LoopOutput.By();
        command.Add(id);
        foreach (var option in (Option[])[activity, decision, by])
            command.Add(option);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var pipeline = new Pipeline(session, NullLoggerFactory.Instance);
            var signal = await pipeline.SignalBook().FindAsync(call.GetRequiredValue(id));
            var steps = await pipeline.StepBook().LinkAsync(signal, call.GetValue(activity), call.GetValue(decision), call.GetValue(by) ?? terminal.Person, cancellationToken);
            await terminal.WriteStepAsync(pipeline, signal, call.GetValue(common.Json), string.Join(", ", steps.Select(step => step.Decision is { } decided ? $"decided by {decided}" : $"linked to {step.Activity}")));
            return ExitCode.Done;
        });
        return command;
    }
}
