using System.CommandLine;
using Foresight.Cli.Output;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight query</c>: SQL over the store.</summary>
internal static class QueryCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("query", """
            Ask the store in SQL (DuckDB's dialect). Views: documents, observations, codes, classifications (latest), each with _history;
            document_stories, observations_without_sums, stories, loads, answers. docs/store.md has their columns.

            Example: foresight query --samples "select period, value from observations where indicator = 'N00401' and ref_area = '1487' order by period"
            """);
        var sql = new Argument<string>("sql") { Description = "The query" };
        var csv = new Option<bool>("--csv") { Description = "Print CSV" };
        var parquet = new Option<string?>("--parquet") { Description = "Write a Parquet file instead of printing", HelpName = "FILE" };
        var at = new Option<string?>("--at") { Description = "An earlier state: v12, or the end of a day such as 2026-09-01", HelpName = "VERSION" };
        var limit = new Option<int>("--limit") { Description = "Rows to print as text", DefaultValueFactory = _ => 50 };
        command.Add(sql);
        command.Add(csv);
        command.Add(parquet);
        command.Add(at);
        command.Add(limit);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var tables = call.GetValue(at) is { } version ? session.Store.At(version) : session.Store.Tables;
            if (call.GetValue(parquet) is { } file)
            {
                await session.Store.ExportParquetAsync(call.GetRequiredValue(sql), file, call.GetValue(at), cancellationToken);
                if (call.GetValue(common.Json))
                {
                    terminal.Out.WriteJson(new { file = Path.GetFullPath(file) });
                    return ExitCode.Done;
                }

                terminal.Error.WriteLine($"Wrote {file}");
                return ExitCode.Done;
            }

            var table = await tables.QueryAsync(call.GetRequiredValue(sql));
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(table);
            }
            else if (call.GetValue(csv))
            {
                terminal.Out.WriteCsv(table);
            }
            else
            {
                terminal.Out.WriteText(table, call.GetValue(limit));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
