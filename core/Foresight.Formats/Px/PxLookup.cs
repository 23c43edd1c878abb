using Foresight.Formats.Observations;

namespace Foresight.Formats.Px;

/// <summary>Finds statements by keyword, language and keys, and gathers what is wrong without touching a figure.</summary>
internal sealed class PxLookup
{
    private const int MostLanguages = 50;
    private const int MostProblems = 100;

    private readonly Dictionary<(string Keyword, string Language, string Key), PxStatement> statements = [];
    private readonly List<PxStatement> all;
    private readonly HashSet<string> problems = [];
    private readonly HashSet<string> languages = [];

    public PxLookup(List<PxStatement> all)
    {
        this.all = all;
        Language = all.Find(one => one is { Keyword: "LANGUAGE", Fault: null })?.Values.FirstOrDefault();
        var named = all.Find(one => one is { Keyword: "LANGUAGES", Fault: null })?.Values ?? [];
        Others = [.. named.Where(one => one != Language && one.Length > 0).Distinct().Take(MostLanguages)];
        languages.UnionWith(Others);
        foreach (var one in all)
        {
            var language = one.Language is null || one.Language == Language ? "" : one.Language;
            if (language.Length > 0 && !languages.Contains(language))
                Problem($"{one.Name} is in the language '{Shown.Text(language)}', which LANGUAGES does not name: it is left out.");
            // The first one counts; what is broken counts too, so that nothing else is taken for it.
            if (!statements.TryAdd((one.Keyword, language, Key(one.Keys)), one) && one.Keyword is "STUB" or "HEADING" or "VALUES" or "CODES" or "TIMEVAL"
                && statements[(one.Keyword, language, Key(one.Keys))] != one && language.Length == 0)
            {
                throw new InvalidDataException($"{one.Name} is given for the second time: which of the two holds for the figures cannot be told; ask the producer for a mended file.");
            }

            if (one.Fault is { } fault)
                Problem($"{one.Name} {fault}: it is left out.");
        }
    }

    public string? Language { get; }

    public IReadOnlyList<string> Others { get; }

    public IReadOnlyList<string> Problems => [.. problems];

    /// <summary>A statement of the file's own language that the figures hang on: what is broken in it stops the reading.</summary>
    public PxStatement? Needed(string keyword, params string[] keys) => Find(keyword, "", keys) is not { } found ? null : Sound(found);

    /// <summary>A statement that may be broken, or be missing.</summary>
    public PxStatement? Optional(string keyword, string language = "", params string[] keys) =>
        Find(keyword, language, keys) is { Fault: null } found ? found : null;

    public string? Text(string keyword, params string[] keys) =>
        Optional(keyword, "", keys)?.Values.FirstOrDefault() is { } text && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>All statements of a keyword in the file's own language, also the broken ones.</summary>
    public IEnumerable<PxStatement> All(string keyword) => all.Where(one => one.Keyword == keyword && (one.Language is null || one.Language == Language));

    /// <summary>The same, where the figures hang on each of them.</summary>
    public IEnumerable<PxStatement> AllNeeded(string keyword) => All(keyword).Select(Sound);

    /// <summary>Keeps a sentence on what is wrong without touching a figure; the first hundred are enough to know.</summary>
    public void Problem(string sentence)
    {
        if (problems.Count < MostProblems)
            problems.Add(sentence);
    }

    private static PxStatement Sound(PxStatement found) => found.Fault is not { } fault
        ? found
        : throw new InvalidDataException($"{found.Name} {fault}: without it the figures cannot be told apart; mend that line, or ask the producer for another file.");

    private PxStatement? Find(string keyword, string language, string[] keys) => statements.GetValueOrDefault((keyword, language, Key(keys)));

    private static string Key(string[] keys) => keys.Length == 1 ? keys[0].Trim() : string.Join('\u0001', keys);
}
