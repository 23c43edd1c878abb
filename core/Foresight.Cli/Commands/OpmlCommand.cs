using System.CommandLine;
using Foresight.Engine;
using Foresight.Engine.Plugins;
using Foresight.Engine.Policies;
using Foresight.Engine.Policies.Opml;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight sources opml</c>: feeds from another reader into a policy, and back.</summary>
internal static class OpmlCommand
{
    public static Command Create(Terminal terminal) => new("opml", "Take feeds over from an OPML list, or give the policy's feeds as one.\n\nExample: foresight sources opml import feeds.opml --append")
    {
        CreateImport(terminal),
        CreateExport(terminal),
    };

    private static Command CreateImport(Terminal terminal)
    {
        var command = new Command("import", "Print an entry for each feed of an OPML file that the policy does not read yet.\n\nExample: foresight sources opml import feeds.opml --append");
        var file = new Argument<string>("file") { Description = "An OPML file", HelpName = "FILE" };
        var append = new Option<bool>("--append") { Description = "Write the entries into the policy instead; it is checked first" };
        command.Add(file);
        command.Add(append);
        var common = new CommonOptions().AddTo(command, withInput: false, withJson: false);
        command.SetAction(call =>
        {
            var workspace = common.Workspace(call, terminal);
            using var plugins = PluginHost.Load(common.PluginFolders(call, workspace));
            var policy = PolicyOf(workspace, plugins, common.Policy(call));
            var list = Read(call.GetRequiredValue(file));
            foreach (var problem in list.Problems)
                terminal.Error.WriteLine(problem);
            var feeds = FeedEntries.NewTo(policy, list.Feeds);
            if (feeds.Count < list.Feeds.Count)
                terminal.Error.WriteLine($"{list.Feeds.Count - feeds.Count} of {list.Feeds.Count} feeds are in the policy already.");
            var yaml = FeedEntries.ToYaml(feeds, policy.Sources.Select(entry => entry.Id));
            if (call.GetValue(append) && feeds.Count > 0)
            {
                FeedEntries.Append(policy, yaml, plugins);
                terminal.Out.WriteLine($"{policy.File}: {(feeds.Count == 1 ? "1 feed" : $"{feeds.Count} feeds")} added behind the last source; fill in their producer and licence.");
            }
            else
            {
                terminal.Out.Write(yaml);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateExport(Terminal terminal)
    {
        var command = new Command("export", "Print the policy's feeds as OPML 2.0.\n\nExample: foresight sources opml export > feeds.opml");
        var common = new CommonOptions().AddTo(command, withInput: false, withJson: false);
        command.SetAction(call =>
        {
            var workspace = common.Workspace(call, terminal);
            using var plugins = PluginHost.Load(common.PluginFolders(call, workspace));
            var policy = PolicyOf(workspace, plugins, common.Policy(call));
            OpmlList.Write(terminal.Out, policy.Policy.Title.Sv, FeedEntries.Of(policy));
            terminal.Out.WriteLine();
            return ExitCode.Done;
        });
        return command;
    }

    private static PolicyFile PolicyOf(Workspace workspace, PluginHost plugins, string? id)
    {
        var reading = PolicyFolder.Read(workspace.Policies, plugins.Parts, id, missingPartsAreFatal: false);
        return reading.Problems.Count > 0 ? throw new ConfigurationException([.. reading.Problems.Select(problem => problem.ToString())])
            : reading.Policies is [var only] ? only
            : throw new ConfigurationException([$"There are {reading.Policies.Count} policies; name one by --policy."]);
    }

    private static OpmlList Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return OpmlList.Read(stream);
        }
        catch (FormatException refusal)
        {
            throw new ConfigurationException([$"{file}: {refusal.Message}"]);
        }
    }
}
