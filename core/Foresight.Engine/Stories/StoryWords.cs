using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Foresight.Engine.Stories;

/// <summary>A word of a text as it is compared: in lower case, without endings that only grammar asks for.</summary>
/// <param name="Stem">The word.</param>
/// <param name="IsCapital">Whether it began with a capital.</param>
/// <param name="BeginsSentence">Whether a sentence begins with it, where a capital says nothing.</param>
internal readonly record struct StoryWord(string Stem, bool IsCapital, bool BeginsSentence);

/// <summary>Texts as words, without what feeds put around every text.</summary>
internal static partial class StoryWords
{
    private static readonly HashSet<string> Empty = new(
        ("a an and are as at be by for from has have in into is it its more new of on or over than that the this to today up was were will with yes "
            + "al av de den det dem ett dag en ett fler för från får har i idag in inom ja med mer men mot nu nya ny nytt när och om på ska som till under upp ut vid är än över").Split(' ').Select(Stem),
        StringComparer.Ordinal);

    /// <summary>The words of a text, in its order.</summary>
    public static List<StoryWord> Of(string text)
    {
        var plain = Boilerplate().Replace(text.Normalize(NormalizationForm.FormC), " ");
        var words = new List<StoryWord>();
        var begins = true;
        for (var i = 0; i < plain.Length;)
        {
            if (!char.IsLetterOrDigit(plain[i]))
            {
                begins |= plain[i] is '.' or '!' or '?' or ':' or '\n' or '–' or '”' or '"';
                i++;
                continue;
            }

            var start = i;
            while (i < plain.Length && (char.IsLetterOrDigit(plain[i]) || IsInsideNumber(plain, i) || CharUnicodeInfo.GetUnicodeCategory(plain[i]) is UnicodeCategory.NonSpacingMark))
            {
                i++;
            }

            words.Add(new StoryWord(Stem(plain[start..i].ToLowerInvariant()), char.IsUpper(plain[start]), begins));
            begins = false;
        }

        return words;
    }

    /// <summary>Whether a word carries meaning by itself.</summary>
    public static bool Tells(StoryWord word) => !Empty.Contains(word.Stem);

    // "2,5" and "12:30" are one word; a genitive s and plurals are none of their own.
    private static bool IsInsideNumber(string text, int i) =>
        text[i] is '.' or ',' or ':' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private static string Stem(string word) => word.Length > 4 && word[^1] == 's' && !char.IsAsciiDigit(word[^2]) ? word[..^1] : word;

    [GeneratedRegex(
        @"(?:^\s*(?:exempel|example|pressmeddelande|press release|nyhet|news|just nu|breaking|uppdaterad|uppdatering|updated?|rättelse|correction)\b[^:\n–-]{0,40}[:–-])"
        + @"|(?:(?:the post .{0,200} (?:appeared )?first (?:appeared )?on .*)|(?:(?:läs mer|läs hela|läs vidare|read more|continue reading|full text|more information|mer information)\b.{0,60})$)"
        + @"|(?:\s[|–-]\s(?:[\w.åäöÅÄÖ]+\.(?:se|eu|com|org|int)|regeringen|riksdagen|europaparlamentet|europeiska kommissionen|european commission|european parliament|kommun(?:en)?)\s*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Boilerplate();
}
