using Foresight.Sdk;

namespace Foresight.Engine.Classify.Rules;

/// <summary>One item of a rule's lists of words, ready to be found.</summary>
/// <param name="Rule">The rule's place in the policy.</param>
/// <param name="Unless">Whether it stands in the rule's list of what must not be there.</param>
/// <param name="Excepts">Whether what it meets does not count for its list.</param>
/// <param name="First">The number of its first part over all phrases; the others follow.</param>
/// <param name="Length">The number of parts.</param>
internal sealed record RulePhrase(int Rule, bool Unless, bool Excepts, int First, int Length);

/// <summary>A string to look for, and what must hold of the word that it stands in.</summary>
/// <param name="Key">The string.</param>
/// <param name="Part">The number of the phrase's part that it is for.</param>
/// <param name="Languages">The languages of texts in which it counts.</param>
/// <param name="Kind">How it is to be met.</param>
/// <param name="Form">For a plain word: its forms.</param>
internal sealed record SoughtString(string Key, int Part, TextLanguages Languages, WordKind Kind, WordForm? Form)
{
    /// <summary>Whether the word, in which the string was found at a place, is met.</summary>
    public bool Meets(ReadOnlySpan<char> word, int start) => Kind switch
    {
        WordKind.Exact => start == 0 && word.Length == Key.Length,
        WordKind.Start => start == 0,
        WordKind.End => start + Key.Length == word.Length,
        _ => SwedishCompounds.Meets(word, start, Form!),
    };
}

/// <summary>The languages in which rules have words.</summary>
[Flags]
internal enum TextLanguages
{
    None = 0,
    Swedish = 1,
    English = 2,
    Unknown = Swedish | English,
}

/// <summary>The phrases of rules, and the strings by which they are found.</summary>
internal sealed class RulePhrases
{
    private int _parts;

    public List<RulePhrase> Phrases { get; } = [];

    public List<SoughtString> Strings { get; } = [];

    public void Add(int rule, bool unless, LocalWords words)
    {
        foreach (var (language, list) in new[] { (TextLanguages.Swedish, words.Sv), (TextLanguages.English, words.En) })
        {
            foreach (var text in list)
            {
                var word = RuleWord.Parse(text) ?? throw new ArgumentException($"'{text}' is not {RuleWord.Due}.", nameof(words));
                Add(rule, unless, language, word.Excepts, word.Parts);
                if (word.Joined is { } joined)
                    Add(rule, unless, language, word.Excepts, [joined]);
            }
        }
    }

    private void Add(int rule, bool unless, TextLanguages language, bool excepts, IReadOnlyList<RuleWordPart> parts)
    {
        Phrases.Add(new RulePhrase(rule, unless, excepts, _parts, parts.Count));
        foreach (var part in parts)
        {
            if (part.Kind != WordKind.Plain)
                Strings.Add(new SoughtString(part.Text, _parts, language, part.Kind, null));
            foreach (var form in part.Kind != WordKind.Plain ? [] : language == TextLanguages.Swedish ? SwedishForms.Of(part.Text) : EnglishForms.Of(part.Text))
                Strings.Add(new SoughtString(form.Stem, _parts, language, part.Kind, parts.Count > 1 ? form with { Links = [] } : form));
            _parts++;
        }
    }
}
