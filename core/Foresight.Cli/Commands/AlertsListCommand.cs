using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Alerts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight alerts list</c>.</summary>
internal static class AlertsListCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("list", "Show the alerts that wait for a person, and how each rule stands: past firings, false alarms, or why it cannot be judged.\n\nExample: foresight alerts list --all");
        var all = new Option<bool>("--all") { Description = "Also the alerts that were decided" };
        command.Add(all);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var book = new Pipeline(session, NullLoggerFactory.Instance).AlertBook();
            var (alerts, rules) = (await book.AlertsAsync(), await book.RulesAsync(cancellationToken));
            var shown = alerts.Where(alert => call.GetValue(all) || alert.Status == AlertStatus.Waiting).ToList();
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new { alerts = shown.Select(AlertsCommand.Json), rules = rules.Select(Json) });
            }
            else
            {
                Print(terminal.Out, shown, rules, call.GetValue(all));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, List<AlertView> alerts, IReadOnlyList<RuleView> rules, bool all)
    {
        output.WriteLine(alerts.Count > 0 ? (all ? "Staged alerts, the newest first:" : "Alerts that wait for approval:") : all ? "No alert was staged yet." : "No alert waits for approval.");
        foreach (var alert in alerts)
        {
            output.WriteLine(FormattableString.Invariant(
                $"  {alert.Id}  {JsonOutput.Word(alert.Level)}, staged {alert.FiredAt:yyyy-MM-dd}{(alert.InForce ? "" : ", holds no longer")}{(alert.Held > 0 ? $", held again {alert.Held} times" : "")}{Decided(alert)}"));
            output.WriteLine($"      {alert.Sentence?.En}");
        }

        if (alerts.Any(alert => alert.Status == AlertStatus.Waiting))
        {
            output.WriteLine("'foresight alerts approve ID --as AB' lets one into the briefs; 'alerts dismiss' puts it aside.");
        }

        output.WriteLine();
        if (rules.Count == 0)
        {
            output.WriteLine("The policy has no alert rules; write them under its key 'alerts' (docs/methods/alerts.md).");
            return;
        }

        output.WriteText(
            ["rule", "now", "fired", "held", "false alarms", "first judged"],
            [.. rules.Select(rule => (IReadOnlyList<string>)
                [rule.Rule.Id, Now(rule), Whole(rule.Firings), Whole(rule.Held), Whole(rule.FalseAlarms), rule.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "not yet"])],
            new HashSet<int> { 2, 3, 4 });
        foreach (var rule in rules.Where(rule => rule.Untold is not null))
        {
            output.WriteLine($"{rule.Rule.Id} cannot be judged: {rule.Untold!.En}");
        }
    }

    private static object Json(RuleView rule) => new
    {
        rule.Rule.Id,
        rule.Rule.Name,
        rule.Rule.FocusArea,
        steps = rule.Rule.Steps.Zip(rule.Understood, (step, understood) => new { level = JsonOutput.Word(step.Level), step.When, understood }),
        coolDownDays = rule.Rule.CoolDown.TotalDays,
        now = rule.Level is { } level ? JsonOutput.Word(level) : null,
        cannotBeJudged = rule.Untold,
        firstJudged = rule.Since,
        rule.Firings,
        rule.Held,
        rule.FalseAlarms,
    };

    private static string Now(RuleView rule) => rule.Untold is not null ? "cannot be judged" : rule.Level is { } level ? JsonOutput.Word(level) : "calm";

    private static string Decided(AlertView alert) => alert.Status == AlertStatus.Waiting ? "" : $", {JsonOutput.Word(alert.Status)} by {alert.Person}{(alert.Note is { } note ? $": {note}" : "")}";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
