using System.Collections.Frozen;

namespace Foresight.Engine.Classify.Rules;

/// <summary>
/// The forms of a Swedish word, whatever it is: noun, adjective or verb. Forms that do not exist meet nothing; those that are another word's
/// are the price, and a policy names them with a minus. Vowel changes (stad, städer) are not known.
/// </summary>
internal static class SwedishForms
{
    /// <summary>A shorter word is part of too many words by chance: <c>ort</c> in sport, <c>stad</c> in bostad.</summary>
    private const int LeastForCompounds = 5;

    private static readonly FrozenSet<string> AfterConsonant = Endings(
        "", "en", "n", "et", "ena", "ar", "arna", "er", "erna", "or", "orna", "na", "a", "t", "e", "es");

    private static readonly FrozenSet<string> Short = Endings("", "en", "et", "ar", "arna", "er", "erna", "na");
    private static readonly FrozenSet<string> AfterVowel = Endings("", "n", "t", "et", "r", "rna", "er", "erna", "ar", "arna", "na", "en");

    // Of nouns (flicka), then of verbs of all conjugations (arbeta, hjälpa, bygga).
    private static readonly FrozenSet<string> AfterA = Endings(
        "a", "s", "an", "or", "orna", "ar", "er", "ade", "at", "ad", "te", "t", "de", "d", "ande", "andet", "anden");

    private static readonly FrozenSet<string> AfterE = Endings("e", "en", "et", "ena", "ar", "arna", "n", "na");
    private static readonly FrozenSet<string> AfterUm = Endings("um", "et", "er", "erna");
    private static readonly FrozenSet<string> Shortened = Endings("ar", "arna", "et", "en", "er", "erna", "a");
    private static readonly FrozenSet<string> DoubledM = Endings("et", "en", "er", "erna", "ar", "arna", "a");

    private static readonly string[] Usual = ["", "s"];
    private static readonly string[] AfterFallenVowel = ["", "s", "o", "u", "e"];

    public static IEnumerable<WordForm> Of(string word)
    {
        var usual = word.Length >= LeastForCompounds ? Usual : [];
        var fallen = word.Length >= LeastForCompounds ? AfterFallenVowel : [];
        switch (word)
        {
            case [.., _, _, _, 'a']:
                yield return new WordForm(word[..^1], AfterA, fallen);
                // "kameraövervakning": the -a may stay as well.
                if (usual.Length > 0)
                    yield return new WordForm(word, Endings("s"), [""]);
                break;
            case [.., _, _, _, 'e']:
                yield return new WordForm(word[..^1], AfterE, fallen);
                break;
            case [.., _, _, _, _, 'u', 'm']:
                yield return new WordForm(word[..^2], AfterUm, []);
                yield return new WordForm(word, Endings(""), usual);
                break;
            case [.., _, _, _]:
                var vowel = SwedishCompounds.IsVowel(word[^1]);
                yield return new WordForm(word, vowel ? AfterVowel : word.Length >= LeastForCompounds ? AfterConsonant : Short, usual);
                if (word is [.., _, _, 'e', 'l' or 'n' or 'r'] && word.Length >= LeastForCompounds && !SwedishCompounds.IsVowel(word[^3]))
                    yield return new WordForm(word[..^2] + word[^1], Shortened, []);
                if (word is [.., var before, 'm'] && SwedishCompounds.IsVowel(before))
                    yield return new WordForm(word + 'm', DoubledM, []);
                break;
            default:
                yield return new WordForm(word, Endings(""), []);
                break;
        }
    }

    /// <summary>The endings, each also with the -s of the genitive or the passive.</summary>
    private static FrozenSet<string> Endings(params string[] endings) =>
        endings.Concat(endings.Where(ending => !ending.EndsWith('s')).Select(ending => ending + "s")).ToFrozenSet(StringComparer.Ordinal);
}
