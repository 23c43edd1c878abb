using System.CommandLine;
using Foresight.Engine;
using Foresight.Engine.Fetch;

namespace Foresight.Cli;

/// <summary>The options by which every command finds its workspace, policy, plugins and store.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> data = new("--data") { Description = "The folder that holds policies, labels, samples and the store (default: the nearest data/ upward)", HelpName = "DIR" };
    private readonly Option<string?> policy = new("--policy") { Description = "The policy's id (default: the only one there is)", HelpName = "ID" };
    private readonly Option<string[]> plugins = new("--plugins") { Description = "A further folder of plugins; may be repeated", HelpName = "DIR" };
    private readonly Option<bool> samples = new("--samples") { Description = "Work offline on the shipped samples, at their own date" };
    private readonly Option<string?> replay = new("--replay") { Description = "Serve addresses from files by a JSON map, at its own date", HelpName = "MAP" };
    private readonly Option<string?> store = new("--store") { Description = "The store's folder (default: data/store/POLICY/live, samples or replay)", HelpName = "DIR" };

    /// <summary>JSON instead of text.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON" };

    /// <summary>Adds the options to a command.</summary>
    public CommonOptions AddTo(Command command, bool withInput = true, bool withJson = true)
    {
        command.Add(data);
        command.Add(policy);
        command.Add(plugins);
        if (withInput)
        {
            command.Add(samples);
            command.Add(replay);
            command.Add(store);
        }

        if (withJson)
        {
            command.Add(Json);
        }

        return this;
    }

    /// <summary>The workspace.</summary>
    public Workspace Workspace(ParseResult call, Terminal terminal) => Engine.Workspace.Find(call.GetValue(data), terminal.Folder);

    /// <summary>The policy that was named.</summary>
    public string? Policy(ParseResult call) => call.GetValue(policy);

    /// <summary>The folders of plugins: shipped ones beside the command, then the workspace's, then those that were named.</summary>
    /// <exception cref="ConfigurationException">A folder that was named does not exist.</exception>
    public IReadOnlyList<string> PluginFolders(ParseResult call, Workspace workspace) =>
        [.. ShippedPlugins, workspace.Plugins, .. NamedPlugins(call)];

    /// <summary>The same for a command that needs no workspace: where there is none, its plugins are left out.</summary>
    public IReadOnlyList<string> PluginFolders(ParseResult call, Terminal terminal) =>
        call.GetValue(data) is not null || Engine.Workspace.IsIn(terminal.Folder)
            ? PluginFolders(call, Workspace(call, terminal))
            : [.. ShippedPlugins, .. NamedPlugins(call)];

    /// <summary>Opens a session for a command that reads sources.</summary>
    public Session Open(ParseResult call, Terminal terminal) => Open(call, terminal, fallBackToSamples: false);

    /// <summary>Opens a session for a command that only looks at a store: where nothing was read live yet, the samples' store is shown, and said.</summary>
    public Session OpenToLook(ParseResult call, Terminal terminal) => Open(call, terminal, fallBackToSamples: true);

    private static string[] ShippedPlugins => [Path.Combine(AppContext.BaseDirectory, "plugins")];

    private string[] NamedPlugins(ParseResult call)
    {
        var named = call.GetValue(plugins) ?? [];
        var missing = named.Where(folder => !Directory.Exists(folder)).ToList();
        return missing.Count == 0 ? named : throw new ConfigurationException(
            [.. missing.Select(folder => $"--plugins {folder}: there is no such folder; name the folder that holds a folder per plugin.")]);
    }

    private Session Open(ParseResult call, Terminal terminal, bool fallBackToSamples)
    {
        var workspace = Workspace(call, terminal);
        var options = new SessionOptions
        {
            Workspace = workspace,
            Policy = Policy(call),
            Input = InputOf(call, terminal, workspace),
            PluginFolders = PluginFolders(call, workspace),
            StoreFolder = call.GetValue(store),
        };
        if (fallBackToSamples && options.StoreFolder is null && options.Input.StoreName == "live" && OnlySamples(workspace, options.Policy))
        {
            terminal.Error.WriteLine("Nothing was read live yet: this is the samples' store (--samples says so without this line).");
            options = options with { Input = Input.Replay(ReplayMap.Read(workspace.SamplesMap), "samples") };
        }

        return Session.Open(options);
    }

    private Input InputOf(ParseResult call, Terminal terminal, Workspace workspace)
    {
        var map = call.GetValue(replay);
        if (call.GetValue(samples))
        {
            return map is null
                ? Input.Replay(ReplayMap.Read(workspace.SamplesMap), "samples")
                : throw new ConfigurationException(["--samples and --replay exclude each other: name one of them."]);
        }

        return map is null ? Input.Live(terminal.Clock) : Input.Replay(ReplayMap.Read(map));
    }

    private static bool OnlySamples(Workspace workspace, string? policy)
    {
        var stores = Path.Combine(workspace.Data, "store");
        var folders = policy is not null ? [workspace.Stores(policy)] : Directory.Exists(stores) ? Directory.GetDirectories(stores) : [];
        return !folders.Any(folder => HoldsLoads(folder, "live")) && folders.Any(folder => HoldsLoads(folder, "samples"));
    }

    // Looking at a store that is not there yet leaves an empty folder, which says nothing.
    private static bool HoldsLoads(string stores, string name) => Directory.Exists(Path.Combine(stores, name, "loads"));
}
