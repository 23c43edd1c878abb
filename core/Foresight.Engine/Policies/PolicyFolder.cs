using Foresight.Engine.Policies.Keys;
using Foresight.Engine.Policies.Yaml;
using Foresight.Sdk;

namespace Foresight.Engine.Policies;

/// <summary>Reads the policies of a folder.</summary>
public static class PolicyFolder
{
    /// <summary>
    /// Reads every <c>*.yaml</c> of the folder, or only one, and tells all problems of all files together. Never throws for what a
    /// file holds.
    /// </summary>
    /// <param name="policiesFolder">The folder; topics are read from <c>../topics/topics.yaml</c>, programmes from <c>../funds</c>.</param>
    /// <param name="parts">What the loaded plugins offer.</param>
    /// <param name="onlyId">The one policy to read; null for all.</param>
    /// <param name="missingPartsAreFatal">
    /// Whether an entry whose part no plugin offers is a problem. If not, the entry comes with <see cref="Entry.Missing"/>, so that one bad plugin
    /// does not stop the rest of a run.
    /// </param>
    public static PolicyReading Read(string policiesFolder, IReadOnlyList<PluginPart> parts, string? onlyId = null, bool missingPartsAreFatal = true)
    {
        var problems = new List<Problem>();
        var files = Files(policiesFolder, onlyId, problems);
        var topics = files.Count == 0 ? null : ReadTopics(Path.GetFullPath(Path.Combine(policiesFolder, "..", "topics", "topics.yaml")), problems);
        var programmes = files.Count == 0 ? [] : ProgrammeFolder.Read(Path.GetFullPath(Path.Combine(policiesFolder, "..", "funds")), problems);
        var policies = new List<PolicyFile>();
        foreach (var file in files)
        {
            var context = new ReadingContext(file) { Programmes = (programmes ?? []).ToDictionary(programme => programme.Id, StringComparer.Ordinal) };
            if (ReadOne(context, topics, programmes, new EntryBinder(parts, missingPartsAreFatal, context)) is { } policy)
            {
                policies.Add(policy with
                {
                    Programmes = programmes ?? [],
                    Topics = (topics ?? []).Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal),
                    TopicNames = (topics ?? []).ToDictionary(topic => topic.Id, topic => topic.Name, StringComparer.Ordinal),
                });
            }

            problems.AddRange(context.Problems);
        }

        return new PolicyReading(policies, [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    private static List<string> Files(string folder, string? onlyId, List<Problem> problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new Problem(folder, 1, "There is no such folder; policies lie in data/policies."));
            return [];
        }

        var all = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        var ids = all.Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();
        if (onlyId is not null)
        {
            if (ids.IndexOf(onlyId) is var index and >= 0)
            {
                return [all[index]];
            }

            problems.Add(new Problem(Path.Combine(folder, onlyId + ".yaml"), 1, $"There is no policy '{onlyId}'{Nearest.Hint(onlyId, ids)}."));
            return [];
        }

        problems.AddRange(Directory.EnumerateFiles(folder, "*.yml").Select(file => new Problem(file, 1, "Policies end in .yaml; rename the file.")));
        if (all.Count == 0 && problems.Count == 0)
        {
            problems.Add(new Problem(folder, 1, "The folder holds no policy; write one as <id>.yaml."));
        }

        return all;
    }

    /// <summary>The topics; null where their file cannot be used, which has then been reported.</summary>
    private static IReadOnlyList<NamedKind>? ReadTopics(string file, List<Problem> problems)
    {
        var context = new ReadingContext(file);
        if (!File.Exists(file))
        {
            context.Report(1, "There is no such file, so the topics of focus areas cannot be checked.");
        }
        else if (YamlTree.Read(file, context.Report) is { } root)
        {
            TopicKeys.Root.Read(root, "topics file", context);
        }

        problems.AddRange(context.Problems);
        return context.Problems.Count == 0 ? [.. context.Built<NamedKind>()] : null;
    }

    private static PolicyFile? ReadOne(ReadingContext context, IReadOnlyList<NamedKind>? topics, IReadOnlyList<Programme>? programmes, EntryBinder binder)
    {
        if (YamlTree.Read(context.File, context.Report) is not { } root)
        {
            return null;
        }

        // Without a usable list of topics no topic can be called wrong, and so with programmes.
        foreach (var topic in topics?.Select(topic => topic.Id) ?? (root is MapNode map ? TopicsNamed(map) : []))
        {
            context.Define(Kinds.Topic, topic, 1);
        }

        foreach (var programme in programmes?.Select(programme => programme.Id) ?? (root is MapNode file ? FundsNamed(file) : []))
        {
            context.Know(Kinds.Programme, programme);
        }

        var policy = PolicyKeys.Root.Read(root, "policy", context) as PolicyFile;
        var bound = root is MapNode entries ? binder.Bind(entries) : null;
        context.Resolve();
        return context.Problems.Count == 0 && policy is not null ? bound!.Complete(policy) : null;
    }

    private static IEnumerable<string> TopicsNamed(MapNode root) =>
        root.Find("focusAreas") is ListNode areas
            ? areas.Items.OfType<MapNode>().SelectMany(area => area.Find("topics") switch
            {
                ListNode list => list.Items.OfType<ScalarNode>().Select(topic => topic.Text),
                MapNode map => map.Items.Select(topic => topic.Key),
                _ => [],
            }).Distinct(StringComparer.Ordinal)
            : [];

    private static IEnumerable<string> FundsNamed(MapNode root) =>
        root.Find("funds") is ListNode funds ? funds.Items.OfType<MapNode>().Select(fund => fund.TextOf("id")).OfType<string>().Distinct(StringComparer.Ordinal) : [];
}
