using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight loads</c>: what was read when, and what became of it.</summary>
internal static class LoadsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("loads", "List the loads, newest first: what was read, added, revised, left unchanged, rejected, retired or put in quarantine.\n\nExample: foresight loads --samples --limit 20");
        var limit = new Option<int>("--limit") { Description = "The number of loads", DefaultValueFactory = _ => 30 };
        command.Add(limit);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var table = await session.Store.Tables.QueryAsync("""
                SELECT _load_id AS load, _source AS source, health, code, answers, rows_read AS "read", rows_added AS added, rows_revised AS revised,
                       rows_unchanged AS unchanged, rows_rejected AS rejected,
                       rows_retired AS retired, rows_quarantined AS quarantined, message, notes
                FROM loads ORDER BY _load_id DESC LIMIT $1
                """, Math.Max(0, call.GetValue(limit)));
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(table);
            }
            else
            {
                Print(terminal.Out, table);
            }

            return ExitCode.Done;
        });
        return command;
    }

    // A load's id ends with its source. What it said needs more room than a column has.
    private static void Print(TextWriter output, Table table)
    {
        string[] counts = ["answers", "read", "added", "revised", "unchanged", "rejected", "retired", "quarantined"];
        string[] shown = ["load", "health", "code", .. counts];
        output.WriteText(
            shown,
            [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. shown.Select(name => Convert.ToString(row[name], CultureInfo.InvariantCulture) ?? "")])],
            Enumerable.Range(3, counts.Length).ToHashSet(), new HashSet<int> { 2, 8, 9, 10 });
        foreach (var row in table.Rows)
        {
            string?[] said = [row["message"] as string, .. ((System.Collections.IEnumerable?)row["notes"])?.Cast<string>() ?? []];
            foreach (var sentence in said.Where(sentence => !string.IsNullOrEmpty(sentence)))
            {
                output.WriteLine($"{row["load"]}: {sentence}");
            }
        }
    }
}
