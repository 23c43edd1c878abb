using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Charts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight chart list|build</c>.</summary>
internal static class ChartCommand
{
    public static Command Create(Terminal terminal) => new("chart", "List and build the policy's charts.\n\nExample: foresight chart list") { List(terminal), Build(terminal) };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "List the policy's charts.\n\nExample: foresight chart list");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(call =>
        {
            using var session = common.OpenToLook(call, terminal);
            var charts = session.Policy.Charts.Select(entry => new { entry.Id, entry.Use, Briefs = session.Policy.Briefs.Where(brief => brief.Charts.Contains(entry.Id)).Select(brief => brief.Id) });
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(charts);
            }
            else
            {
                terminal.Out.WriteText(["chart", "uses", "in briefs"], [.. charts.Select(chart => (IReadOnlyList<string>)[chart.Id, chart.Use, string.Join(", ", chart.Briefs)])]);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Build(Terminal terminal)
    {
        var command = new Command("build", "Draw charts from what is stored: PNG, SVG, data as CSV and alternative text.\n\nExample: foresight chart build --samples --out charts --language sv");
        var ids = new Argument<string[]>("chart") { Description = "Ids of charts (default: all)", Arity = ArgumentArity.ZeroOrMore };
        var folder = new Option<string>("--out") { Description = "The folder to write to", HelpName = "DIR", DefaultValueFactory = _ => "charts" };
        var language = new Option<string>("--language") { Description = "sv or en", HelpName = "sv|en", DefaultValueFactory = _ => "sv" };
        language.AcceptOnlyFromAmong("sv", "en");
        command.Add(ids);
        command.Add(folder);
        command.Add(language);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var only = call.GetValue(ids) is { Length: > 0 } some ? some.ToHashSet() : null;
            if (only?.FirstOrDefault(id => session.Policy.Charts.All(entry => entry.Id != id)) is { } unknown)
            {
                throw new ConfigurationException(
                    [$"The policy has no chart '{unknown}'; it has {string.Join(", ", session.Policy.Charts.Select(entry => entry.Id))}."]);
            }

            var charts = await new Pipeline(session, NullLoggerFactory.Instance).ChartsAsync(call.GetValue(language)!, only, cancellationToken);
            var written = charts.Select(chart => new { chart.Id, chart.Spec?.Title, chart.Reason, Files = Write(chart, call.GetValue(folder)!) }).ToList();
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(written);
            }
            else
            {
                foreach (var chart in written)
                {
                    terminal.Out.WriteLine(chart.Title is null ? $"{chart.Id}: not drawn: {chart.Reason}" : $"{chart.Id}: {chart.Title} ({string.Join(", ", chart.Files)})");
                }
            }

            return charts.Any(chart => chart.Failed) ? ExitCode.PartFailed : ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<string> Write(BuiltChart built, string folder)
    {
        if (built.Chart is not { } chart)
        {
            return [];
        }

        Directory.CreateDirectory(folder);
        string At(string extension) => Path.Combine(folder, built.Id + extension);
        File.WriteAllBytes(At(".png"), chart.Png);
        File.WriteAllText(At(".svg"), chart.Svg);
        File.WriteAllText(At(".csv"), chart.Csv);
        File.WriteAllText(At(".txt"), chart.AltShort + "\n\n" + chart.AltLong + "\n");
        return [At(".png"), At(".svg"), At(".csv"), At(".txt")];
    }
}
