using System.CommandLine;
using Foresight.Cli.Output;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight store verify</c>: checks that the store is whole; <c>foresight store compact</c>: joins small files.</summary>
internal static class StoreCommand
{
    public static Command Create(Terminal terminal)
    {
        var verify = new Command("verify", "Check logs, files, statistics and hashes, and say what is wrong.\n\nExample: foresight store verify --samples");
        var common = new CommonOptions().AddTo(verify);
        verify.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var faults = await session.Store.VerifyAsync(cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new { store = session.Store.Folder, faults });
            }
            else
            {
                foreach (var fault in faults)
                {
                    terminal.Out.WriteLine(fault);
                }

                terminal.Out.WriteLine(faults.Count == 0 ? $"{session.Store.Folder} is whole." : $"{faults.Count} faults in {session.Store.Folder}.");
            }

            return faults.Count == 0 ? ExitCode.Done : ExitCode.PartFailed;
        });
        return new Command("store", "Look after the store.\n\nExample: foresight store verify --samples") { verify, Compact(terminal) };
    }

    private static Command Compact(Terminal terminal)
    {
        var compact = new Command(
            "compact", "Join the small files that many small loads leave, so that questions are quicker. No row changes.\n\nExample: foresight store compact");
        var common = new CommonOptions().AddTo(compact);
        compact.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var tables = await session.Store.CompactAsync(cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new { store = session.Store.Folder, tables });
            }
            else
            {
                foreach (var table in tables)
                {
                    terminal.Out.WriteLine($"{table.Table}: {table.FilesBefore} files are now {table.FilesAfter}.");
                }

                terminal.Out.WriteLine(tables.Count == 0 ? "There is nothing to join." : "Earlier versions keep their files.");
            }

            return ExitCode.Done;
        });
        return compact;
    }
}
