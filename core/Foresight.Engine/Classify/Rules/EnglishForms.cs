using System.Collections.Frozen;

namespace Foresight.Engine.Classify.Rules;

/// <summary>The forms of an English word: -s -es -ed -ing, whatever the word is. Forms that do not exist meet nothing.</summary>
internal static class EnglishForms
{
    private static readonly FrozenSet<string> Usual = Endings("", "s", "es", "ed", "ing", "ings");
    private static readonly FrozenSet<string> AfterE = Endings("e", "es", "ed", "ing", "ings");
    private static readonly FrozenSet<string> AfterY = Endings("y", "ies", "ied", "ying");
    private static readonly FrozenSet<string> Doubled = Endings("ed", "ing", "ings");

    public static IEnumerable<WordForm> Of(string word)
    {
        if (word.Length < 3)
        {
            yield return new WordForm(word, Endings("", "s"), []);
        }
        else if (word[^1] == 'e')
        {
            yield return new WordForm(word[..^1], AfterE, []);
        }
        else if (word[^1] == 'y' && !IsVowel(word[^2]))
        {
            yield return new WordForm(word[..^1], AfterY, []);
        }
        else
        {
            yield return new WordForm(word, Usual, []);
            if (!IsVowel(word[^1]) && word[^1] is not ('w' or 'x') && IsVowel(word[^2]) && !IsVowel(word[^3]))
                yield return new WordForm(word + word[^1], Doubled, []);
        }
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenSet<string> Endings(params string[] endings) => endings.ToFrozenSet(StringComparer.Ordinal);
}
