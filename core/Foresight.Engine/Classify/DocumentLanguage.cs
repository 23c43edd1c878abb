using Foresight.Formats.Languages;

namespace Foresight.Engine.Classify;

/// <summary>The language of a document: the one found in its own words, or else the one that its source tells.</summary>
/// <param name="Found">What was found, with the share of the text that speaks for it; null for too little text or no clear answer.</param>
/// <param name="Code">The language to go by, BCP 47; null where nobody knows.</param>
internal readonly record struct DocumentLanguage((string Language, double Share)? Found, string? Code)
{
    /// <summary>Below this share one in four answers is wrong (docs/languages.md).</summary>
    private const double LeastShare = 0.6;

    /// <summary>In fewer letters one in fifty Swedish titles is taken for Danish or Norwegian; from here on one in two hundred.</summary>
    private const int LeastLetters = 40;

    public static DocumentLanguage Of(string title, string text, string? told)
    {
        var whole = title.Length == 0 ? text : title + "\n" + text;
        var guess = HasLetters(whole) ? LanguageIdentifier.Identify(whole) : LanguageGuess.None;
        return guess.Language != LanguageGuess.Undetermined && guess.Share >= LeastShare
            ? new DocumentLanguage((guess.Language, guess.Share), guess.Language)
            : new DocumentLanguage(null, told);
    }

    /// <summary>A language without its region; Bokmål and Nynorsk are Norwegian, which a title does not tell apart.</summary>
    public static string? Plain(string? code) => code?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        null or "" or LanguageGuess.Undetermined => null,
        "nb" or "nn" => "no",
        var plain => plain,
    };

    private static bool HasLetters(string text)
    {
        var letters = 0;
        for (var i = 0; i < text.Length && letters < LeastLetters; i++)
            letters += char.IsLetter(text[i]) ? 1 : 0;
        return letters == LeastLetters;
    }
}
