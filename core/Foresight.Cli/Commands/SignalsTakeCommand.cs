using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Loop;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight signals take</c>: a body takes a signal up.</summary>
internal static class SignalsTakeCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("take", """
            Take a signal up: from now on it is a body's, to be answered by a day. Again with another owner it is handed over, with another day put off; after 'drop' it is opened again.

            Example: foresight signals take indicator/N00401 --owner kommunstyrelsen --due 2026-12-01 --response "ask the plant for its plan" --by analyst --samples
            """);
        var id = new Argument<string>("ID") { Description = "The signal, as 'signals list' names it" };
        var owner = new Option<string>("--owner") { Description = "The body of the policy whose it is", HelpName = "BODY", Required = true };
        var due = new Option<string>("--due") { Description = "By when it is to have answered", HelpName = "DATE", Required = true };
        var role = new Option<string?>("--role") { Description = "The role in that body that is to act, not a name", HelpName = "ROLE" };
        var response = new Option<string?>("--response") { Description = "The response that is proposed", HelpName = "TEXT" };
        var by = LoopOutput.By();
        command.Add(id);
        foreach (var option in (Option[])[owner, due, role, response, by])
            command.Add(option);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var pipeline = new Pipeline(session, NullLoggerFactory.Instance);
            var signal = await pipeline.SignalBook().FindAsync(call.GetRequiredValue(id));
            var taking = new Taking(call.GetRequiredValue(owner), Day(call.GetRequiredValue(due))) { Role = call.GetValue(role), Response = call.GetValue(response) };
            var step = await pipeline.StepBook().TakeAsync(signal, taking, call.GetValue(by) ?? terminal.Person, cancellationToken);
            await terminal.WriteStepAsync(pipeline, signal, call.GetValue(common.Json), FormattableString.Invariant($"taken by {step.Owner}{(step.Role is { } who ? $" ({who})" : "")}, due {step.Due:yyyy-MM-dd}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new ConfigurationException([$"--due {text}: give a day such as 2026-12-01."]);
}
