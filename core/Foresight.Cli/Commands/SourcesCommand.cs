using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight sources</c>: the policy's sources and how each stands.</summary>
internal static class SourcesCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("sources", "List the policy's sources and how each stands after its newest load.\n\nExample: foresight sources --samples");
        command.Add(OpmlCommand.Create(terminal));
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var states = await SourceStates.ReadAsync(session, "en", cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(states);
            }
            else
            {
                terminal.Out.WriteText(
                    ["source", "health", "newest record", "producer", "what is wrong"],
                    [.. states.Select(state => (IReadOnlyList<string>)
                        [state.Id, state.Health.ToString(), state.Newest ?? "", state.Producer, state.Sentence])]);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
