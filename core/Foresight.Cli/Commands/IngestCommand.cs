using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight ingest</c>: reads the sources into the store.</summary>
internal static class IngestCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("ingest", "Read the policy's sources into the store.\n\nExample: foresight ingest --samples --source kolada");
        var source = new Option<string[]>("--source") { Description = "Only this source; may be repeated", HelpName = "ID" };
        var failIfNothingNew = new Option<bool>("--fail-if-nothing-new") { Description = "End with 3 when no row was added or revised" };
        command.Add(source);
        command.Add(failIfNothingNew);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.Open(call, terminal);
            var only = call.GetValue(source) is { Length: > 0 } ids ? ids.ToHashSet() : null;
            if (only?.FirstOrDefault(id => session.Policy.Sources.All(entry => entry.Id != id)) is { } unknown)
            {
                throw new ConfigurationException(
                    [$"The policy has no source '{unknown}'; it has {string.Join(", ", session.Policy.Sources.Select(entry => entry.Id))}."]);
            }

            IReadOnlyList<LoadResult> loads = [];
            await new Progress(terminal).WhileAsync(async progress =>
                loads = await new Pipeline(session, NullLoggerFactory.Instance).IngestAsync(only, progress, cancellationToken));
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(loads);
            }
            else
            {
                Progress.Summarise(terminal, loads);
            }

            return loads.Any(load => load.Health is LoadHealth.Failed) ? ExitCode.PartFailed
                : call.GetValue(failIfNothingNew) && loads.All(load => load.Rows is { Added: 0, Revised: 0 }) ? ExitCode.NothingNew
                : ExitCode.Done;
        });
        return command;
    }
}
