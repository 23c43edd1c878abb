using System.CommandLine;
using Foresight.Cli.Output;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight store verify</c>: checks that the store is whole.</summary>
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
        return new Command("store", "Look after the store.\n\nExample: foresight store verify --samples") { verify };
    }
}
