using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Loop;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight loop</c>: what waits for whom, how long, against the bodies' meetings.</summary>
internal static class LoopCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("loop", """
            Show what waits for whom, how long, by when and when the body meets next: from signals over decisions and activities to results that were followed up. With ITEM one chain, every link with its day and where it is from.

            Example: foresight loop --body kommunstyrelsen --open --samples
            """);
        var item = new Argument<string?>("ITEM") { Description = "A signal, or decision/ID, activity/ID, application/ID: the whole chain", Arity = ArgumentArity.ZeroOrOne };
        var body = new Option<string?>("--body") { Description = "Only what waits for this body; without --open also what it has had", HelpName = "ID" };
        var open = new Option<bool>("--open") { Description = "Only what waits for somebody" };
        command.Add(item);
        command.Add(body);
        command.Add(open);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var bodies = session.Policy.Policy.Bodies;
            var only = call.GetValue(body);
            if (only is not null && !bodies.Any(known => known.Id == only))
                throw new ConfigurationException([$"--body {only}: the policy has no such body. Its bodies: {string.Join(", ", bodies.Select(known => known.Id))}."]);
            var loop = await new Pipeline(session, NullLoggerFactory.Instance).LoopAsync();
            if (call.GetValue(item) is { } id)
            {
                var chain = loop.Find(id);
                if (call.GetValue(common.Json))
                    terminal.Out.WriteJson(LoopOutput.Json(chain));
                else
                    terminal.Out.WriteChain(chain, session.Policy.Policy);
                return ExitCode.Done;
            }

            var chains = loop.Chains.Where(chain => only is null || (call.GetValue(open) ? chain.Open.Any(end => end.Body == only) : chain.Bodies.Contains(only)))
                .Where(chain => !call.GetValue(open) || chain.Open.Count > 0).ToList();
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(new { loop.Day, chains = chains.Select(LoopOutput.Json), loop.Untouched, loop.ExamplesLeftOut });
            else
                Print(terminal.Out, loop, chains, call.GetValue(open) ? only : null, session.Policy.Policy);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, LoopView loop, List<LoopChain> chains, string? waitingFor, Policy policy)
    {
        if (chains.Count == 0)
        {
            output.WriteLine(loop.Chains.Count == 0
                ? "Nobody has taken up a signal yet, and nothing is registered; 'foresight signals take ID' begins, 'foresight signals list' names the signals."
                : "Nothing fits; without --body and --open all is shown.");
            return;
        }

        var rows = chains.SelectMany(chain => chain.Open.Where(end => waitingFor is null || end.Body == waitingFor).DefaultIfEmpty(null).Select(end => (Chain: chain, End: end)))
            .OrderBy(row => row.End is null).ThenByDescending(row => row.End?.IsOverdue).ThenBy(row => row.End?.Due ?? DateOnly.MaxValue).ToList();
        output.WriteText(
            ["item", "standing", "missing", "waits for", "role", "since", "days", "by", "left", "next meeting", "held since", "what"],
            [.. rows.Select(row => LoopOutput.Cells(row.Chain, row.End, policy))], new HashSet<int> { 6, 8, 10 }, new HashSet<int> { 4, 10 });
        var ends = rows.Select(row => row.End).OfType<OpenEnd>().ToList();
        output.WriteLine(FormattableString.Invariant($"As of {loop.Day:yyyy-MM-dd}: {Many(chains.Count, "chain")}, {Many(ends.Count, "open end")}, {ends.Count(end => end.IsOverdue)} overdue. 'foresight loop ITEM' shows one whole."));
        if (loop.ExamplesLeftOut > 0)
            output.WriteLine($"{Many(loop.ExamplesLeftOut, "example")} left out, since there are real records.");
        if (loop.Untouched > 0)
            output.WriteLine($"Nobody has taken a position on {Many(loop.Untouched, "signal")}: 'foresight signals list'.");
    }

    private static string Many(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");
}
