using System.Text.RegularExpressions;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Rules;

/// <summary>
/// A policy's rules, made ready once and then held against many texts; safe to use from several threads. A text is gone through once for all
/// words of all rules. <c>docs/classification-rules.md</c> says what is met.
/// </summary>
public sealed class RuleBook
{
    /// <summary>A longer row of letters is no word.</summary>
    private const int MostLetters = 64;

    /// <summary>The least that can be sought within a word.</summary>
    private const int LeastInside = 3;

    private readonly IReadOnlyList<ClassificationRule> _rules;
    private readonly RulePhrase[][] _phrases;
    private readonly Regex?[] _patterns;
    private readonly int[] _rulesOfParts;
    private readonly SoughtString[] _strings;
    private readonly int _firstInside;
    private readonly WordTrie _trie;

    /// <param name="rules">Rules as <c>PolicyFolder</c> reads them.</param>
    /// <exception cref="ArgumentException">A word or a pattern cannot be used.</exception>
    public RuleBook(IReadOnlyList<ClassificationRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _patterns = [.. rules.Select(rule => rule.Pattern is null ? null : RulePattern.Compile(rule.Pattern))];
        var phrases = new RulePhrases();
        for (var i = 0; i < rules.Count; i++)
        {
            phrases.Add(i, unless: false, rules[i].Words);
            phrases.Add(i, unless: true, rules[i].Unless);
        }

        _strings = [.. phrases.Strings];
        _firstInside = phrases.Strings.Exists(sought => sought.Kind == WordKind.End) ? 1 : SwedishCompounds.LeastPart;
        _trie = new WordTrie([.. phrases.Strings.Select(sought => sought.Key)]);
        _rulesOfParts = [.. phrases.Phrases.SelectMany(phrase => Enumerable.Repeat(phrase.Rule, phrase.Length))];
        _phrases = [.. Enumerable.Range(0, rules.Count).Select(i => phrases.Phrases.Where(phrase => phrase.Rule == i).ToArray())];
    }

    /// <summary>The rules that hit the text, in the policy's order.</summary>
    /// <param name="title">The title.</param>
    /// <param name="text">The rest.</param>
    /// <param name="language">BCP 47 language; null where it is not known, and then the words of all languages count.</param>
    /// <exception cref="ClassifyException">A pattern took too long.</exception>
    public IReadOnlyList<RuleHit> Hits(string title, string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        if (_rules.Count == 0)
            return [];
        using var words = new TextWords(ComposedLetters.Of(title), ComposedLetters.Of(text), _trie);
        var found = Find(words, LanguagesOf(language));
        var hits = new List<RuleHit>();
        for (var i = 0; i < _rules.Count; i++)
        {
            var own = found?.GetValueOrDefault(i) ?? [];
            if ((own.Count > 0 || _patterns[i] is not null) && HitOf(i, words, own) is { } hit)
                hits.Add(hit);
        }

        return hits;
    }

    /// <summary>By rule, the parts of its phrases that were found, and the word in which each was.</summary>

    private Dictionary<int, List<(int Part, int Word)>>? Find(TextWords words, TextLanguages languages)
    {
        if (languages == TextLanguages.None)
            return null;
        Dictionary<int, List<(int, int)>>? found = null;
        Span<char> lower = stackalloc char[MostLetters];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Length > MostLetters)
                continue;
            var lowered = false;
            // Within a word only parts of compounds and ends of words begin, none of them shorter than three letters.
            for (var start = 0; start == 0 || start <= word.Length - LeastInside; start = start == 0 ? _firstInside : start + 1)
            {
                var node = 0;
                for (var at = start; at < word.Length && (node = _trie.Step(node, _trie.CodeOf(word[at]))) != 0; at++)
                {
                    foreach (var key in _trie.At(node))
                    {
                        if (!lowered)
                            lowered = word.ToLowerInvariant(lower) >= 0;
                        var sought = _strings[key];
                        if ((sought.Languages & languages) != 0 && sought.Meets(lower[..word.Length], start))
                            Keep(found ??= [], sought.Part, i);
                    }
                }
            }
        }

        return found;

        void Keep(Dictionary<int, List<(int, int)>> by, int part, int word)
        {
            if (!by.TryGetValue(_rulesOfParts[part], out var own))
                by.Add(_rulesOfParts[part], own = []);
            own.Add((part, word));
        }
    }

    private RuleHit? HitOf(int index, TextWords words, List<(int Part, int Word)> found)
    {
        var rule = _rules[index];
        if (Counted(index, unless: true, words, found, words.Count).Count > 0)
            return null;
        var end = rule.Where switch { TextPart.Title => words.TitleEnd, TextPart.Lead => words.LeadEnd, _ => words.Count };
        var met = Counted(index, unless: false, words, found, end).Select(place => words.Between(place.First, place.Last).ToString()).ToList();
        if (_patterns[index] is { } pattern)
            met.AddRange(Matches(rule, pattern, words, end));
        return met.Count > 0 ? new RuleHit(rule, [.. met.Distinct(StringComparer.OrdinalIgnoreCase)]) : null;
    }

    /// <summary>The places of a rule's words, or of what must not be there, without those that are excepted.</summary>
    private List<(int First, int Last)> Counted(int rule, bool unless, TextWords words, List<(int Part, int Word)> found, int end)
    {
        var places = new List<(int First, int Last)>();
        var excepted = new List<(int First, int Last)>();
        foreach (var phrase in _phrases[rule])
        {
            foreach (var (part, word) in found)
            {
                if (phrase.Unless != unless || part != phrase.First)
                    continue;
                var last = word + phrase.Length - 1;
                if (last < (phrase.Excepts ? words.Count : end) && GoesOn(phrase, word, words, found))
                    (phrase.Excepts ? excepted : places).Add((word, last));
            }
        }

        places.RemoveAll(place => excepted.Exists(other => other.First <= place.Last && place.First <= other.Last));
        places.Sort();
        return places;
    }

    private static bool GoesOn(RulePhrase phrase, int word, TextWords words, List<(int Part, int Word)> found)
    {
        for (var i = 1; i < phrase.Length; i++)
        {
            if (words.IsApart(word + i) || !found.Contains((phrase.First + i, word + i)))
                return false;
        }

        return true;
    }

    private static List<string> Matches(ClassificationRule rule, Regex pattern, TextWords words, int end)
    {
        var met = new List<string>();
        try
        {
            foreach (var match in pattern.EnumerateMatches(words.Title))
                met.Add(words.Title.Slice(match.Index, match.Length).ToString());
            var text = words.TextUpTo(end);
            foreach (var match in pattern.EnumerateMatches(text))
                met.Add(text.Slice(match.Index, match.Length).ToString());
        }
        catch (RegexMatchTimeoutException fault)
        {
            throw new ClassifyException($"The pattern of the rule '{rule.Id}' takes longer than {fault.MatchTimeout.TotalSeconds:0} second on a text; write it simpler.", fault);
        }

        return met;
    }

    private static TextLanguages LanguagesOf(string? language) => language?.Split('-', '_')[0].ToUpperInvariant() switch
    {
        null or "" or "UND" => TextLanguages.Unknown,
        "SV" => TextLanguages.Swedish,
        "EN" => TextLanguages.English,
        _ => TextLanguages.None,
    };
}
