using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine.Plugins;
using Foresight.Engine.Policies;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight check</c>: reads every policy and lists all problems; does nothing else.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("check", "Read the policies and list every problem, each with file and line.\n\nExample: foresight check --policy vanersborg");
        var common = new CommonOptions().AddTo(command, withInput: false);
        command.SetAction(call =>
        {
            var workspace = common.Workspace(call, terminal);
            using var plugins = PluginHost.Load(common.PluginFolders(call, workspace));
            var reading = PolicyFolder.Read(workspace.Policies, plugins.Parts, common.Policy(call));
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new { policies = reading.Policies.Select(file => file.Policy.Id), problems = reading.Problems });
            }
            else
            {
                foreach (var problem in reading.Problems)
                {
                    terminal.Out.WriteLine(problem);
                }

                foreach (var file in reading.Policies)
                {
                    terminal.Out.WriteLine(
                        $"{file.Policy.Id} {file.Policy.Version}: {file.Policy.FocusAreas.Count} focus areas, {file.Policy.Indicators.Count} indicators, "
                        + $"{file.Sources.Count} sources, {file.Charts.Count} charts, {file.Briefs.Count} briefs");
                }

                terminal.Out.WriteLine(reading.Problems.Count switch { 0 => "No problem found.", 1 => "1 problem.", var n => $"{n} problems." });
            }

            return reading.Problems.Count == 0 ? ExitCode.Done : ExitCode.NothingDone;
        });
        return command;
    }
}
