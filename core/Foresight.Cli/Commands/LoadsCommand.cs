using System.CommandLine;
using Foresight.Cli.Output;

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
            var notes = call.GetValue(common.Json) ? "notes" : "array_to_string(notes, ' ') AS notes";
            var table = await session.Store.Tables.QueryAsync($"""
                SELECT _load_id AS load, _source AS source, health, code, answers, rows_read AS "read", rows_added AS added, rows_revised AS revised,
                       rows_unchanged AS unchanged, rows_rejected AS rejected,
                       rows_retired AS retired, rows_quarantined AS quarantined, message, {notes}
                FROM loads ORDER BY _load_id DESC LIMIT $1
                """, call.GetValue(limit));
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(table);
            }
            else
            {
                terminal.Out.WriteText(table, int.MaxValue);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
