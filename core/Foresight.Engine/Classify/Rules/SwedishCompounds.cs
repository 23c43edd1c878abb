using System.Collections.Frozen;

namespace Foresight.Engine.Classify.Rules;

/// <summary>Whether a Swedish word can be a compound with a part at a place: no dictionary, only how Swedish words look.</summary>
internal static class SwedishCompounds
{
    /// <summary>The letters that each part of a compound has at least.</summary>
    public const int LeastPart = 3;

    /// <summary>The groups of consonants that a Swedish word can begin with.</summary>
    private static readonly FrozenSet<string> Onsets =
        ("b bj bl br c ch cr d dj dr dv f fj fl fn fr g gj gl gn gr h hj hv j k kj kl kn kr kv l lj m mj n nj p ph pj pl pr ps q r s sc sch sf sj sk skj skr skv sl sm sn sp "
        + "spj spl spr st stj str sv t th tj tr tv v vr w x z").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OnsetsBySpan = Onsets.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What makes a word of another: <c>kommunism</c> is no compound of <c>kommun</c>.</summary>
    private static readonly string[] DerivedBeginnings = ["ning", "ism", "iser", "icer", "ikation", "iké", "ation", "ator", "itet", "ell", "else", "isti"];

    private static readonly FrozenSet<string> Derived =
        "are aren ares arens arna arnas ande anden andet andes isk iska iskt ist isten ister isterna isters".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DerivedBySpan = Derived.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words whose parts are words by chance: <c>transport</c> is no <c>sport</c>.</summary>
    private static readonly string[] OnlyLookCompound =
    [
        "transport", "kombination", "destination", "koordination", "ordination", "vaccination", "examination", "illumination", "signatur", "information",
        "reformation", "misshandel", "förhandling", "förtjänst", "föreställning", "uppskatt", "express", "konstant", "konstater", "konstitut", "konstruk",
    ];

    public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'å' or 'ä' or 'ö' or 'é';

    /// <summary>Whether the form, found at a place in the word, makes the word one of its forms, or a compound with it.</summary>
    /// <param name="word">The word, in lower case.</param>
    /// <param name="start">Where the form's stem begins.</param>
    /// <param name="form">The form.</param>
    public static bool Meets(ReadOnlySpan<char> word, int start, WordForm form)
    {
        var rest = word[(start + form.Stem.Length)..];
        if (start == 0 && form.EndsWith(rest))
            return true;
        return form.Compounds
            && (start == 0 || IsPart(word[..start]))
            && ((start > 0 && form.EndsWith(rest)) || GoesOn(rest, form.Links))
            && !OnlyLooks(word, start, form.Stem.Length);
    }

    private static bool GoesOn(ReadOnlySpan<char> rest, IReadOnlyList<string> links)
    {
        foreach (var link in links)
        {
            if (rest.StartsWith(link, StringComparison.Ordinal) && IsPart(rest[link.Length..]) && !IsDerivation(rest[link.Length..]))
                return true;
        }

        return false;
    }

    /// <summary>Whether it can be a word: three letters, a vowel, and a beginning that Swedish words have.</summary>
    private static bool IsPart(ReadOnlySpan<char> part)
    {
        if (part.Length < LeastPart)
            return false;
        for (var i = 0; i < part.Length; i++)
        {
            if (IsVowel(part[i]))
                return i == 0 || OnsetsBySpan.Contains(part[..i]);
        }

        return false;
    }

    private static bool IsDerivation(ReadOnlySpan<char> rest)
    {
        foreach (var beginning in DerivedBeginnings)
        {
            if (rest.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return DerivedBySpan.Contains(rest);
    }

    private static bool OnlyLooks(ReadOnlySpan<char> word, int start, int length)
    {
        foreach (var whole in OnlyLookCompound)
        {
            var at = word.IndexOf(whole, StringComparison.Ordinal);
            if (at >= 0 && at <= start && start + length <= at + whole.Length && length < whole.Length)
                return true;
        }

        return false;
    }
}
