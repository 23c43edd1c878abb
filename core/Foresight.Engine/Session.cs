using Foresight.Engine.Fetch;
using Foresight.Engine.Plugins;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;

namespace Foresight.Engine;

/// <summary>How a session is opened.</summary>
public sealed record SessionOptions
{
    /// <summary>The workspace.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>The policy's id; null takes the only one there is.</summary>
    public string? Policy { get; init; }

    /// <summary>Where answers come from.</summary>
    public required Input Input { get; init; }

    /// <summary>The folders of plugins, shipped ones first.</summary>
    public required IReadOnlyList<string> PluginFolders { get; init; }

    /// <summary>The store's folder; null for the policy's own.</summary>
    public string? StoreFolder { get; init; }
}

/// <summary>The configuration is wrong: nothing was done. One sentence per problem.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>The problems.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>A policy with its plugins and its store: what every command and notebook starts from.</summary>
public sealed class Session : IDisposable
{
    private Session(Workspace workspace, Input input, PluginHost plugins, PolicyFile policy, TableStore store)
    {
        (Workspace, Input, Plugins, Store) = (workspace, input, plugins, store);
        LeftOut = [.. policy.Sources.Select(entry => entry.Id).Where(input.LeftOut.Contains)];
        Policy = policy with { Sources = [.. policy.Sources.Where(entry => !input.LeftOut.Contains(entry.Id))] };
    }

    /// <summary>The workspace.</summary>
    public Workspace Workspace { get; }

    /// <summary>Where answers come from.</summary>
    public Input Input { get; }

    /// <summary>The plugins.</summary>
    public PluginHost Plugins { get; }

    /// <summary>The policy with its entries, but for the sources that are left out.</summary>
    public PolicyFile Policy { get; }

    /// <summary>The ids of the policy's sources that the input has no answers of.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>The store.</summary>
    public TableStore Store { get; }

    /// <summary>Loads the plugins, reads the policy and opens the store.</summary>
    /// <exception cref="ConfigurationException">The policy is wrong.</exception>
    public static Session Open(SessionOptions options)
    {
        var plugins = PluginHost.Load(options.PluginFolders);
        var policy = ReadPolicy(options, plugins);
        var folder = options.StoreFolder ?? Path.Combine(options.Workspace.Stores(policy.Policy.Id), options.Input.StoreName);
        return new Session(options.Workspace, options.Input, plugins, policy, TableStore.Open(folder, options.Input.Clock));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Store.Dispose();
        Plugins.Dispose();
    }

    private static PolicyFile ReadPolicy(SessionOptions options, PluginHost plugins)
    {
        // A plugin that failed to load must not stop the rest: its entries come without options and are reported in the run.
        var whole = plugins.Plugins.All(plugin => plugin.Status is PluginStatus.Active);
        var reading = PolicyFolder.Read(options.Workspace.Policies, plugins.Parts, options.Policy, missingPartsAreFatal: whole);
        if (reading.Problems.Count > 0)
        {
            throw new ConfigurationException([.. reading.Problems.Select(problem => problem.ToString())]);
        }

        return reading.Policies switch
        {
            [var only] => only,
            var several => throw new ConfigurationException(
                [$"There are several policies ({string.Join(", ", several.Select(file => file.Policy.Id))}); name one with --policy."]),
        };
    }
}
