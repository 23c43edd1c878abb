using Foresight.Engine.Policies.Keys;
using Foresight.Engine.Policies.Yaml;
using Foresight.Sdk;

namespace Foresight.Engine.Policies;

/// <summary>Reads the programmes of external funding, which policies refer to.</summary>
internal static class ProgrammeFolder
{
    /// <summary>The programmes of every file of the folder, by id; null where any of them has a problem, all of which are then told.</summary>
    public static IReadOnlyList<Programme>? Read(string folder, List<Problem> problems)
    {
        // A policy without funds needs no such folder; one that names some is told that there are none.
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var before = problems.Count;
        problems.AddRange(Directory.EnumerateFiles(folder, "*.yml").Select(file => new Problem(file, 1, "Files of programmes end in .yaml; rename the file.")));
        var contexts = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(ReadOne).ToList();
        foreach (var (context, number) in contexts.Select((context, number) => (context, number)))
        {
            foreach (var other in contexts.Where(other => other != context))
            {
                foreach (var id in other.Ids(Kinds.Programme).Where(id => other.LineOf(Kinds.Programme, id) is not null).ToList())
                {
                    context.Know(Kinds.Programme, id);
                    if (contexts.IndexOf(other) < number && context.LineOf(Kinds.Programme, id) is { } line)
                    {
                        context.Report(line, FormattableString.Invariant($"The programme '{id}' is there twice; the first is in {Path.GetFileName(other.File)} on line {other.LineOf(Kinds.Programme, id)}."));
                    }
                }
            }
        }

        foreach (var context in contexts)
        {
            context.Resolve();
            problems.AddRange(context.Problems);
        }

        return problems.Count > before ? null : [.. contexts.SelectMany(context => context.Built<Programme>()).OrderBy(programme => programme.Id, StringComparer.Ordinal)];
    }

    private static ReadingContext ReadOne(string file)
    {
        var context = new ReadingContext(file);
        if (YamlTree.Read(file, context.Report) is { } root)
        {
            ProgrammeKeys.Root.Read(root, "programmes file", context);
        }

        return context;
    }
}
