using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight brief list|build</c>.</summary>
internal static class BriefCommand
{
    public static Command Create(Terminal terminal) => new("brief", "List and build the policy's briefs.\n\nExample: foresight brief build --samples --language sv") { List(terminal), Build(terminal) };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "List the policy's briefs and for whom they are.\n\nExample: foresight brief list");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(call =>
        {
            using var session = common.OpenToLook(call, terminal);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(session.Policy.Briefs.Select(brief => new { brief.Id, brief.Audience, brief.Languages, brief.Charts }));
            }
            else
            {
                terminal.Out.WriteText(
                    ["brief", "for", "languages"],
                    [.. session.Policy.Briefs.Select(brief => (IReadOnlyList<string>)[brief.Id, brief.Audience, string.Join(", ", brief.Languages)])]);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Build(Terminal terminal)
    {
        var command = new Command("build", "Write briefs from what is stored, without reading the sources.\n\nExample: foresight brief build --samples --language sv");
        var ids = new Argument<string[]>("brief") { Description = "Ids of briefs (default: all)", Arity = ArgumentArity.ZeroOrMore };
        var language = new Option<string[]>("--language") { Description = "Only this language; may be repeated", HelpName = "sv|en" };
        language.AcceptOnlyFromAmong("sv", "en");
        command.Add(ids);
        command.Add(language);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var pipeline = new Pipeline(session, NullLoggerFactory.Instance);
            var chosen = call.GetValue(ids) is { Length: > 0 } some ? some.ToHashSet() : null;
            if (chosen?.FirstOrDefault(id => session.Policy.Briefs.All(entry => entry.Id != id)) is { } unknown)
            {
                throw new ConfigurationException(
                    [$"The policy has no brief '{unknown}'; it has {string.Join(", ", session.Policy.Briefs.Select(entry => entry.Id))}."]);
            }

            var briefs = new List<BuiltBrief>();
            foreach (var entry in session.Policy.Briefs.Where(entry => chosen?.Contains(entry.Id) ?? true))
            {
                foreach (var one in call.GetValue(language) is { Length: > 0 } languages ? languages : entry.Languages)
                {
                    briefs.Add(await pipeline.BriefAsync(entry, one, null, cancellationToken));
                }
            }

            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(briefs);
            }
            else
            {
                foreach (var brief in briefs)
                {
                    terminal.Out.WriteLine($"{brief.Id} ({brief.Language}): {brief.Result.HtmlFile}");
                }
            }

            return briefs.Any(brief => brief.Problems.Count > 0) ? ExitCode.PartFailed : ExitCode.Done;
        });
        return command;
    }
}
