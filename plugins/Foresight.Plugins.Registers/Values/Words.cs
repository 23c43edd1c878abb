using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Values;

/// <summary>The words that a column may hold: by their ids, or by their names in Swedish or English.</summary>
internal sealed class Words
{
    private const int Few = 8;

    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly List<string> known = [];
    private readonly string what;

    /// <param name="what">What they are, as a sentence names them: <c>focus area of the policy</c>.</param>
    /// <param name="words">The ids, each with its names.</param>
    public Words(string what, IEnumerable<(string Id, LocalText? Name)> words)
    {
        this.what = what;
        var all = words.ToList();
        foreach (var (id, _) in all)
        {
            if (ids.TryAdd(Word.Plain(id), id))
                known.Add(id);
        }

        foreach (var (id, name) in all.Where(word => word.Name is not null))
        {
            ids.TryAdd(Word.Plain(name!.Sv), id);
            ids.TryAdd(Word.Plain(name.En), id);
        }
    }

    /// <summary>The id of a word; null where it is none of them.</summary>
    public string? Find(string word) => ids.GetValueOrDefault(Word.Plain(word));

    /// <summary>The sentence for a word that is none of them.</summary>
    public string Refusal(string word) => known.Count is 0 ? $"'{word}' is no {what}: there is none."
        : known.Count <= Few ? $"'{word}' is no {what}: write {string.Join(", ", known.SkipLast(1))}{(known.Count > 1 ? " or " : "")}{known[^1]}."
        : $"'{word}' is no {what}{Nearest.Hint(word, known)}.";
}
