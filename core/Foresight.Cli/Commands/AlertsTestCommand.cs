using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Alerts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight alerts test</c>.</summary>
internal static class AlertsTestCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("test", "Replay rules over the stored history: when each would have fired, and how often for a short while only. Nothing is stored.\n\nExample: foresight alerts test exports-to-norway");
        var id = new Argument<string?>("RULE") { Description = "A rule (default: all)", Arity = ArgumentArity.ZeroOrOne };
        command.Add(id);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var book = new Pipeline(session, NullLoggerFactory.Instance).AlertBook();
            var results = new List<BackTestResult>();
            foreach (var rule in call.GetValue(id) is { } one ? [book.RuleOf(one)] : session.Policy.Policy.Alerts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                results.Add(await book.TestAsync(rule));
            }

            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(results);
            }
            else
            {
                Print(terminal.Out, results);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, List<BackTestResult> results)
    {
        if (results.Count == 0)
        {
            output.WriteLine("The policy has no alert rules; write them under its key 'alerts' (docs/methods/alerts.md).");
        }

        foreach (var result in results)
        {
            if (result.Judged == 0)
            {
                output.WriteLine($"{result.Rule} cannot be judged: {result.Reason?.En ?? "nothing is stored."}");
                continue;
            }

            output.WriteLine(FormattableString.Invariant(
                $"{result.Rule}: would have fired {result.Firings.Count} {(result.Firings.Count == 1 ? "time" : "times")}, {result.Firings.Count(firing => firing.ShortLived)} of them short-lived (over within {BackTest.ShortLived} periods), {result.Firings.Count(firing => firing.FalseAlarm)} called false by people; held {result.Held} {(result.Held == 1 ? "time" : "times")} within the cool-down."));
            output.WriteLine(FormattableString.Invariant($"  Judged at {result.Judged} points from {result.From ?? "?"} to {result.To ?? "?"}; {result.Untold} could not be judged. By the figures of now, revised ones too."));
            foreach (var firing in result.Firings)
            {
                output.WriteLine(FormattableString.Invariant(
                    $"  {firing.Day:yyyy-MM-dd}  {firing.Event} {JsonOutput.Word(firing.Level)}{(firing.ShortLived ? ", short-lived" : "")}{(firing.FalseAlarm ? ", false alarm" : "")}: {firing.Sentence?.En}"));
            }
        }
    }
}
