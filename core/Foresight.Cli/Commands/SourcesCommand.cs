using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight sources</c>: the policy's sources and how each stands.</summary>
internal static class SourcesCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("sources", "List the policy's sources and how each stands: since when, what is newest, what is expected.\n\nExample: foresight sources --samples");
        command.Add(OpmlCommand.Create(terminal));
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var states = await SourceStates.ReadAsync(session, "en", cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(states);
                return ExitCode.Done;
            }

            terminal.Out.WriteText(
                ["source", "health", "since", "code", "newest", "next expected", "last load", "rows", "quarantined"],
                [.. states.Select(state => (IReadOnlyList<string>)
                [
                    state.Id, JsonOutput.Word(state.Health), Day(state.Since), state.Code ?? "", state.Newest ?? "", Day(state.NextExpected), Minute(state.LastLoad),
                    state.Rows.ToString(CultureInfo.InvariantCulture), state.Quarantined.ToString(CultureInfo.InvariantCulture),
                ])],
                new HashSet<int> { 7, 8 }, new HashSet<int> { 3, 8 });
            foreach (var (id, sentence) in states.SelectMany(state => state.Notes.Prepend(state.Sentence).Select(sentence => (state.Id, sentence))).Where(said => said.sentence.Length > 0))
            {
                terminal.Out.WriteLine($"{id}: {sentence}");
            }

            if (states.Any(state => state.Quarantined > 0))
            {
                terminal.Out.WriteLine("'foresight quarantine --source ID' shows what did not fit and was kept out.");
            }

            return ExitCode.Done;
        });
        command.Add(Check(terminal));
        return command;
    }

    private static Command Check(Terminal terminal)
    {
        var check = new Command("check", "Ask every source whether it can work; nothing is stored.\n\nExample: foresight sources check --source kolada --samples");
        var source = new SourceOption();
        check.Add(source);
        var common = new CommonOptions().AddTo(check);
        check.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.Open(call, terminal);
            using var warnings = new Warnings();
            var results = await new Pipeline(session, warnings).CheckSourcesAsync(source.Ids(call, session), cancellationToken);
            warnings.Tell(terminal.Error);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(results);
            }
            else
            {
                foreach (var result in results)
                {
                    terminal.Out.WriteLine($"{result.Source}: {(result.Works ? "works" : "does not work")}: {result.Sentence}");
                }
            }

            return results.All(result => result.Works) ? ExitCode.Done : ExitCode.PartFailed;
        });
        return check;
    }

    private static string Day(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Minute(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
