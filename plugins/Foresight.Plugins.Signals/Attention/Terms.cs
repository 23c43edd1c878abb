using System.Text;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>
/// The terms of a text: words in lower case, endings folded as far as it is cheap, each once; no stop words, numbers, months, and no words of the
/// publishers' own names.
/// </summary>
internal sealed class Terms
{
    private const int LeastLetters = 4;
    private const int LeastStem = 4;
    private const int Most = 150;

    // From Snowball's first step for Swedish, longest first. Not -s and -n alone: elpris and kommunikation would lose a letter of their own.
    private static readonly string[] SwedishEndings =
    [
        "heternas", "heterna", "heten", "heter", "arnas", "ernas", "ornas", "andet", "arens", "arna", "erna", "orna", "ande", "aren", "arne", "ades",
        "ade", "ans", "ens", "ets", "ars", "ers", "ors", "an", "en", "et", "ar", "er", "or", "ad", "as", "es", "at", "na", "a", "e",
    ];

    private readonly HashSet<string> _names;

    /// <summary>Terms without the words of some names.</summary>
    public Terms(IEnumerable<string> names) => _names = [.. names.SelectMany(Words).SelectMany(word => new[] { Stem(word, "sv"), Stem(word, "en") })];

    /// <summary>The terms of a document, each once, with the form in which it came first.</summary>
    public IReadOnlyDictionary<string, string> Of(NewsDocument document) => Of(document.Title + "\n" + document.Text, document.Language);

    public IReadOnlyDictionary<string, string> Of(string text, string language)
    {
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in Words(text))
        {
            if (terms.Count < Most && word.Length >= LeastLetters && !StopWords.Has(word, language))
            {
                var stem = Stem(word, language);
                if (!_names.Contains(stem))
                {
                    terms.TryAdd(stem, word);
                }
            }
        }

        return terms;
    }

    /// <summary>A word without what only grammar asks for.</summary>
    public static string Stem(string word, string language)
    {
        if (language == "sv")
        {
            var ending = SwedishEndings.FirstOrDefault(ending => word.Length - ending.Length >= LeastStem && word.EndsWith(ending, StringComparison.Ordinal));
            return ending is null ? word : word[..^ending.Length];
        }

        return word switch
        {
            [.., _, _, _, 'i', 'e', 's'] => word[..^3] + "y",
            [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
            [.., _, _, _, 's'] => word[..^1],
            _ => word,
        };
    }

    /// <summary>Runs of letters in lower case, with hyphens and digits inside: <c>co2-avgift</c>.</summary>
    private static IEnumerable<string> Words(string text)
    {
        text = text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            var (start, letters) = (i, false);
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '-' or '\u2011' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))))
            {
                letters |= char.IsLetter(text[i]);
                i++;
            }

            if (letters && char.IsLetter(text[start]))
            {
                yield return text[start..i].ToLowerInvariant();
            }
        }
    }
}
