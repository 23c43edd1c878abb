using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine.Alerts;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight alerts</c>: what the policy's rules want to tell, and what people say of it.</summary>
internal static class AlertsCommand
{
    public static Command Create(Terminal terminal) => new("alerts", "Alerts by the policy's rules in plain words: staged by 'run', let into briefs by a person.\n\nExample: foresight alerts list")
    {
        AlertsListCommand.Create(terminal),
        AlertsShowCommand.Create(terminal),
        AlertsTestCommand.Create(terminal),
        AlertsDecideCommand.Approve(terminal),
        AlertsDecideCommand.Dismiss(terminal),
    };

    /// <summary>The line of a run's summary; null where nothing waits.</summary>
    public static string? Waiting(int count) => count switch
    {
        0 => null,
        1 => "1 alert waits for approval: foresight alerts list",
        _ => FormattableString.Invariant($"{count} alerts wait for approval: foresight alerts list"),
    };

    /// <summary>A staged alert as JSON.</summary>
    public static object Json(AlertView alert) => new
    {
        alert.Id,
        alert.Rule,
        status = JsonOutput.Word(alert.Status),
        level = JsonOutput.Word(alert.Level),
        alert.FiredAt,
        alert.InForce,
        alert.Period,
        alert.Sentence,
        alert.Held,
        alert.Person,
        alert.Note,
        alert.Evidence,
    };

    public static string Level(AlertLevel? level) => level is { } some ? JsonOutput.Word(some) : "";
}
