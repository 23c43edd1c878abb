using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine.Plugins;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight plugins</c>: every plugin that was found, and what became of it.</summary>
internal static class PluginsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("plugins", "List the plugins with their status and parts.\n\nExample: foresight plugins --json");
        var common = new CommonOptions().AddTo(command, withInput: false);
        command.SetAction(call =>
        {
            using var host = PluginHost.Load(common.PluginFolders(call, terminal));
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(host.Plugins.Select(plugin => new
                {
                    plugin.Id,
                    version = plugin.Manifest?.Version,
                    sdk = plugin.Manifest?.Sdk.ToString(),
                    plugin.Status,
                    plugin.Sentence,
                    plugin.Folder,
                    parts = plugin.Parts.Select(part => new { kind = KindOf(part), part.Id }),
                }));
            }
            else
            {
                terminal.Out.WriteText(
                    ["plugin", "version", "status"],
                    [.. host.Plugins.Select(plugin => (IReadOnlyList<string>)[plugin.Id, plugin.Manifest?.Version ?? "", plugin.Status.ToString()])]);
                terminal.Out.WriteLine();
                foreach (var plugin in host.Plugins)
                {
                    terminal.Out.WriteLine($"{plugin.Id} {plugin.Sentence}");
                }
            }

            return host.Plugins.All(plugin => plugin.Status is PluginStatus.Active or PluginStatus.Disabled) ? ExitCode.Done : ExitCode.PartFailed;
        });
        return command;
    }

    private static string KindOf(PluginPart part) => part.Contract.Name switch
    {
        nameof(ISource) => "source",
        nameof(ITrainableClassifier) => "classifier",
        nameof(IAnalysis) => "analysis",
        _ => "chart",
    };
}
