using System.CommandLine;
using Foresight.Engine;
using Foresight.Engine.Classify.Outside;
using Foresight.Engine.Plugins;
using Foresight.Engine.Policies.Options;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary>Makes the classifier of models outside the store: no policy names it.</summary>
internal static class OutsideClassifier
{
    /// <summary>The classifier.</summary>
    /// <param name="plugins">The plugins.</param>
    /// <param name="id">Its part's id; null for the only one there is.</param>
    /// <param name="options">Its settings, <c>key=value</c>.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ConfigurationException">There is none of that name, or a setting is wrong.</exception>
    public static OutsideModels Make(PluginHost plugins, string? id, IReadOnlyList<string> options, TimeProvider clock)
    {
        var offered = plugins.Parts.Where(part => part.Contract == typeof(ITrainableClassifier)).ToList();
        var part = (id is null && offered.Count == 1 ? offered[0] : offered.FirstOrDefault(part => part.Id == id)) ?? throw new ConfigurationException(
            [offered.Count == 0 ? "No plugin offers a classifier; --plugins names a folder of plugins." : $"{(id is null ? "More than one plugin offers a classifier" : $"No plugin offers a classifier '{id}'")}; name one by --classifier: {string.Join(", ", offered.Select(other => other.Id))}."]);
        var binding = OptionsBinder.Bind(part.Options, options.Select(Pair).ToDictionary(StringComparer.Ordinal));
        var bound = binding.Options ?? throw new ConfigurationException([.. binding.Problems]);
        return new OutsideModels(plugins.Create<ITrainableClassifier>(part, bound), (part.Id, plugins.PluginOf(part).Manifest!.Version), clock, NullLogger.Instance);
    }

    /// <summary>Loads the plugins for a command that works on a model.</summary>
    public static PluginHost Plugins(CommonOptions common, ParseResult call, Terminal terminal) => PluginHost.Load(common.PluginFolders(call, terminal));

    /// <summary>The classifier that a model's card names.</summary>
    public static OutsideModels Of(string model, PluginHost plugins, TimeProvider clock) => Make(plugins, ModelFolder.ReadCard(model).Classifier, [], clock);

    private static KeyValuePair<string, string> Pair(string pair) => pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var cut
        ? KeyValuePair.Create(pair[..cut], pair[(cut + 1)..])
        : throw new ConfigurationException([$"--with {pair}: write key=value, as in --with folds=10."]);
}
