using Foresight.Sdk;

namespace Foresight.Engine.Policies;

/// <summary>What reading one file gathers: problems, the ids it defines, the ids it refers to, and the records that were whole.</summary>
internal sealed class ReadingContext(string file)
{
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<(string Kind, string Id), int> _defined = [];
    private readonly HashSet<(string Kind, string Id)> _known = [];
    private readonly List<(string Kind, string Id, int Line)> _references = [];
    private readonly List<object> _built = [];
    private readonly List<Action> _checks = [];

    public string File { get; } = file;

    /// <summary>The programmes of data/funds, by id.</summary>
    public IReadOnlyDictionary<string, Programme> Programmes { get; init; } = new Dictionary<string, Programme>();

    public IReadOnlyList<Problem> Problems => _problems;

    public void Report(int line, string sentence) => _problems.Add(new Problem(File, line, sentence));

    public void Define(string kind, string id, int line)
    {
        if (!_defined.TryAdd((kind, id), line))
        {
            Report(line, FormattableString.Invariant($"The {kind} '{id}' is there twice; the first is on line {_defined[(kind, id)]}."));
        }
    }

    /// <summary>Takes an id that another file defines.</summary>
    public void Know(string kind, string id) => _known.Add((kind, id));

    /// <summary>The line on which this file defines an id; null where it does not.</summary>
    public int? LineOf(string kind, string id) => _defined.TryGetValue((kind, id), out var line) ? line : null;

    public void Refer(string kind, string id, int line) => _references.Add((kind, id, line));

    public void Keep(object built) => _built.Add(built);

    /// <summary>Checks something once the whole file is read: what it names may stand further down.</summary>
    public void AtEnd(Action check) => _checks.Add(check);

    public IEnumerable<T> Built<T>() => _built.OfType<T>();

    public IEnumerable<string> Ids(string kind) => _defined.Keys.Concat(_known).Where(key => key.Kind == kind).Select(key => key.Id).Distinct(StringComparer.Ordinal);

    /// <summary>Reports every reference to something that the file does not define.</summary>
    public void Resolve()
    {
        foreach (var (kind, id, line) in _references.Where(reference => !_defined.ContainsKey((reference.Kind, reference.Id)) && !_known.Contains((reference.Kind, reference.Id))))
        {
            Report(line, $"There is no {kind} '{id}'{Nearest.Hint(id, Ids(kind))}.");
        }

        foreach (var check in _checks)
        {
            check();
        }
    }
}
