using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch.Rebuild;

/// <summary>All loads of a raw folder.</summary>
/// <param name="Loads">In the order in which they were begun.</param>
/// <param name="Problems">What cannot be made again, one sentence each.</param>
internal sealed record KeptLoads(IReadOnlyList<KeptLoad> Loads, IReadOnlyList<string> Problems)
{
    private const string LoadEnd = ".load.json";
    private const string AnswerEnd = ".meta.json";

    /// <param name="storeFolder">The store's folder.</param>
    /// <param name="only">Sources; null for all.</param>
    public static KeptLoads Read(string storeFolder, IReadOnlySet<string>? only)
    {
        var raw = Path.Combine(storeFolder, "raw");
        var sources = Directory.Exists(raw) ? Directory.GetDirectories(raw).Where(folder => only is null || only.Contains(Path.GetFileName(folder))) : [];
        var answers = new Dictionary<string, List<string>>();
        var loads = new List<string>();
        foreach (var file in sources.SelectMany(folder => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)))
        {
            var name = Path.GetFileName(file);
            if (name.EndsWith(LoadEnd, StringComparison.Ordinal))
            {
                loads.Add(file);
            }
            else if (name.EndsWith(AnswerEnd, StringComparison.Ordinal) && name.LastIndexOf('-') is var dash and > 0)
            {
                (answers.TryGetValue(name[..dash], out var its) ? its : answers[name[..dash]] = []).Add(file);
            }
        }

        var problems = new List<string>();
        var kept = new List<KeptLoad>();
        foreach (var file in loads)
        {
            var load = Path.GetFileName(file)[..^LoadEnd.Length];
            answers.Remove(load, out var its);
            if (RawFile.Read<LoadMeta>(file) is { } meta)
            {
                kept.Add(new KeptLoad(meta, its ?? []));
            }
            else
            {
                problems.Add($"{file} cannot be read, and its load cannot be made again; restore it from a backup.");
            }
        }

        problems.AddRange(answers.Keys.Order(StringComparer.Ordinal).Select(load => $"The load {load} has raw answers but no {load}{LoadEnd} beside them, and cannot be made again; restore it from a backup."));
        return new KeptLoads([.. kept.OrderBy(load => load.Number).ThenBy(load => load.Meta.Load, StringComparer.Ordinal)], problems);
    }
}
