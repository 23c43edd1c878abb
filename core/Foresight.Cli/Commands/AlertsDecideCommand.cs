using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Alerts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight alerts approve</c> and <c>dismiss</c>.</summary>
internal static class AlertsDecideCommand
{
    public static Command Approve(Terminal terminal) => Create(
        terminal, "approve", "Let staged alerts into the briefs, for as long as they are in force.\n\nExample: foresight alerts approve exports-to-norway/2026-07 --as AB --note \"checked with the trade office\"", null);

    public static Command Dismiss(Terminal terminal) => Create(
        terminal, "dismiss", "Put staged or approved alerts aside; with --false-alarm they count against their rule.\n\nExample: foresight alerts dismiss exports-to-norway/2026-07 --as AB --false-alarm --note \"one ship in the wrong month\"",
        new Option<bool>("--false-alarm") { Description = "It told of nothing real; needs --note" });

    private static Command Create(Terminal terminal, string name, string description, Option<bool>? falseAlarm)
    {
        var command = new Command(name, description);
        var ids = new Argument<string[]>("ALERT") { Description = "Alerts, as 'alerts list' names them", Arity = ArgumentArity.OneOrMore };
        var person = new Option<string?>("--as") { Description = "Who decides: initials or a role, not a name (default: the environment's FORESIGHT_PERSON)", HelpName = "WHO" };
        var note = new Option<string?>("--note") { Description = "A note beside the decision", HelpName = "TEXT" };
        command.Add(ids);
        command.Add(person);
        command.Add(note);
        if (falseAlarm is not null)
        {
            command.Add(falseAlarm);
        }

        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var book = new Pipeline(session, NullLoggerFactory.Instance).AlertBook();
            var decision = falseAlarm is null ? AlertEvent.Approved : call.GetValue(falseAlarm) ? AlertEvent.FalseAlarm : AlertEvent.Dismissed;
            var decided = new List<AlertView>();
            foreach (var id in call.GetRequiredValue(ids))
            {
                decided.Add(await book.DecideAsync(id, decision, call.GetValue(person) ?? terminal.Person, call.GetValue(note), cancellationToken));
            }

            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(decided.Select(AlertsCommand.Json));
            }
            else
            {
                foreach (var alert in decided)
                {
                    terminal.Out.WriteLine($"{alert.Id}: {JsonOutput.Word(alert.Status)} by {alert.Person}.{(alert is { Status: AlertStatus.Approved, InForce: false } ? " It holds no longer, so briefs leave it out." : "")}");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
