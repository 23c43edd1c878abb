using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Alerts;
using Foresight.Engine.Alerts.Grammar;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight alerts show</c>.</summary>
internal static class AlertsShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("show", "Show a rule as it was understood, or an alert, with all that happened and where its numbers come from.\n\nExample: foresight alerts show exports-to-norway");
        var id = new Argument<string>("ID") { Description = "A rule or an alert, as 'alerts list' names it" };
        command.Add(id);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var book = new Pipeline(session, NullLoggerFactory.Instance).AlertBook();
            var asked = call.GetRequiredValue(id);
            var events = await book.EventsAsync();
            var alert = (await book.AlertsAsync()).FirstOrDefault(one => one.Id == asked);
            var rule = alert is null ? book.RuleOf(asked) : session.Policy.Policy.Alerts.FirstOrDefault(one => one.Id == alert.Rule);
            var own = events.Where(row => alert is null ? row.Rule == asked : row.AlertId == asked).ToList();
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new { rule, understood = rule?.Steps.Select(Understood), alert = alert is null ? null : AlertsCommand.Json(alert), events = own });
            }
            else
            {
                Print(terminal.Out, rule, alert, own);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, AlertRule? rule, AlertView? alert, List<AlertRow> events)
    {
        if (alert is not null)
        {
            output.WriteLine($"{alert.Id}: {JsonOutput.Word(alert.Level)}, {JsonOutput.Word(alert.Status)}{(alert.InForce ? "" : ", holds no longer")}");
            output.WriteLine($"  {alert.Sentence?.En}");
            output.WriteLine($"  {alert.Sentence?.Sv}");
            foreach (var evidence in alert.Evidence)
            {
                output.WriteLine(FormattableString.Invariant($"  {evidence.Value} · {evidence.Source} · {evidence.Record}{(evidence.LoadId is { } load ? $" · {load}" : "")}{(evidence.Formula is { } formula ? $" · {formula}" : "")}"));
            }
        }

        if (rule is not null)
        {
            output.WriteLine($"Rule {rule.Id}: {rule.Name.En}. {rule.Why.En}");
            foreach (var step in rule.Steps)
            {
                output.WriteLine($"  {JsonOutput.Word(step.Level)}: when {Understood(step).En}");
                output.WriteLine($"  {new string(' ', JsonOutput.Word(step.Level).Length)}  när {Understood(step).Sv}");
            }

            output.WriteLine(FormattableString.Invariant($"  The same or a lower level is not staged again within {rule.CoolDown.TotalDays} days; a higher level always is."));
        }

        output.WriteLine(events.Count == 0 ? "Nothing happened yet." : "What happened:");
        foreach (var row in events)
        {
            output.WriteLine(FormattableString.Invariant(
                $"  {row.At:yyyy-MM-dd HH:mm}  {row.Event} {row.Level}{(row.Period is { Length: > 0 } period ? $" ({period})" : "")}{(row.Person is { } person ? $" by {person}" : "")}{(row.Note is { } note ? $": {note}" : "")}{(row.Sentence is { } sentence ? $"  {sentence.En}" : "")}"));
        }
    }

    private static LocalText Understood(AlertStep step) => ConditionText.Of(ConditionGrammar.Of(step.When));
}
