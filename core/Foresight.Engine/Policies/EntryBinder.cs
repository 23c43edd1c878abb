using Foresight.Engine.Policies.Options;
using Foresight.Engine.Policies.Yaml;
using Foresight.Sdk;

namespace Foresight.Engine.Policies;

/// <summary>
/// Binds the options of every entry to the part that carries it out. It works from the file's nodes, so that options are checked
/// also where the rest of the policy has problems.
/// </summary>
internal sealed class EntryBinder(IReadOnlyList<PluginPart> parts, bool missingPartsAreFatal, ReadingContext context)
{
    /// <summary>What was bound, by section and id.</summary>
    public BoundEntries Bind(MapNode root)
    {
        var bound = new BoundEntries();
        foreach (var (section, contract, what) in new[]
        {
            ("sources", typeof(ISource), "source"), ("classifier", typeof(ITrainableClassifier), "classifier"),
            ("analyses", typeof(IAnalysis), "analysis"), ("charts", typeof(IChart), "chart"),
        })
        {
            var node = root.Find(section);
            foreach (var entry in (node is ListNode list ? list.Items : node is null ? [] : [node]).OfType<MapNode>())
            {
                if (entry.TextOf("use") is { } use)
                {
                    bound.Add(section, entry.TextOf("id") ?? "classifier", BindEntry(entry, use, contract, what));
                }
            }
        }

        return bound;
    }

    private (object? Options, string? Missing) BindEntry(MapNode entry, string use, Type contract, string what)
    {
        var given = entry.Find("options") as MapNode ?? new MapNode([], entry.Line);
        if (contract == typeof(IChart) || contract == typeof(IAnalysis))
        {
            References.Register(given, context);
        }

        var expanded = (MapNode)References.Expand(given, entry.TextOf("id") ?? "", context);
        if (parts.FirstOrDefault(part => part.Contract == contract && part.Id == use) is { } part)
        {
            return (OptionsBinder.Bind(part.Options, expanded, "options", context), null);
        }

        var sentence = $"No plugin offers the {what} '{use}'{Nearest.Hint(use, parts.Where(part => part.Contract == contract).Select(part => part.Id))}.";
        if (missingPartsAreFatal)
        {
            context.Report((entry.Find("use") ?? entry).Line, sentence);
        }

        return (null, sentence);
    }
}

/// <summary>The bound options of a file's entries.</summary>
internal sealed class BoundEntries
{
    private readonly Dictionary<(string Section, string Id), (object? Options, string? Missing)> _entries = [];

    public void Add(string section, string id, (object? Options, string? Missing) bound) => _entries[(section, id)] = bound;

    public PolicyFile Complete(PolicyFile policy) => policy with
    {
        Sources = [.. policy.Sources.Select(entry => Complete(entry, "sources"))],
        Classifier = policy.Classifier is { } classifier ? (ClassifierEntry)Complete(classifier, "classifier") : null,
        Analyses = [.. policy.Analyses.Select(entry => Complete(entry, "analyses"))],
        Charts = [.. policy.Charts.Select(entry => Complete(entry, "charts"))],
    };

    private Entry Complete(Entry entry, string section)
    {
        var (options, missing) = _entries[(section, entry.Id)];
        return entry with { Options = options, Missing = missing };
    }
}
