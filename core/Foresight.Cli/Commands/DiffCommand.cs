using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine.Store;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight diff</c>: what changed between two states of a table.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("diff", """
            Show what changed in a table between two states of the store: rows that are new, revised (an edited article, another vintage of a figure) or retired.

            Example: foresight diff observations --from 2026-09-01 --source kolada
            """);
        var table = new Argument<string>("table") { Description = "documents, observations, registers or codes" };
        var from = new Option<string>("--from") { Description = "The earlier state: v12, or the end of a day such as 2026-09-01", HelpName = "VERSION", Required = true };
        var to = new Option<string?>("--to") { Description = "The later state (default: as it is now)", HelpName = "VERSION" };
        var source = new Option<string?>("--source") { Description = "Only this source entry", HelpName = "ID" };
        var limit = new Option<int>("--limit") { Description = "Rows of each kind to show; all are counted", DefaultValueFactory = _ => 20 };
        command.Add(table);
        command.Add(from);
        command.Add(to);
        command.Add(source);
        var failIfNothingNew = new Option<bool>("--fail-if-nothing-new") { Description = "End with 3 when nothing changed" };
        command.Add(limit);
        command.Add(failIfNothingNew);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var question = new DifferenceQuestion(call.GetRequiredValue(table), call.GetRequiredValue(from), call.GetValue(to))
            {
                Source = call.GetValue(source),
                Limit = Math.Max(0, call.GetValue(limit)),
            };
            var differences = await session.Store.DiffAsync(question, cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new
                {
                    differences.Table,
                    differences.From,
                    differences.To,
                    differences.Added,
                    differences.Revised,
                    differences.Retired,
                    Rows = differences.Rows.Select(row => new { row.Kind, Identity = row.Identity.ToDictionary(), row.Labels, row.Title, row.OldLoadedAt, row.NewLoadedAt, row.Values }),
                });
            }
            else
            {
                terminal.Out.WriteText(differences);
            }

            return call.GetValue(failIfNothingNew) && differences is { Added: 0, Revised: 0, Retired: 0 } ? ExitCode.NothingNew : ExitCode.Done;
        });
        return command;
    }
}
