namespace Foresight.Formats.Languages;

/// <summary>
/// Tells which language a text is written in, from the runs of up to five letters in its words (docs/languages.md). Safe from several
/// threads; the same text gives the same answer in any culture.
/// </summary>
public static class LanguageIdentifier
{
    /// <summary>So many letters are read, from the beginning; more do not change the answer, only its price.</summary>
    internal const int LettersRead = 300;

    /// <summary>Fewer letters than this are no text: <c>EU 2026</c>.</summary>
    internal const int LettersNeeded = 4;

    private static readonly Lazy<LanguageModel> Model = new(LanguageModel.Load);

    /// <summary>The codes of the languages that are told apart, in the alphabet's order.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Model.Value.Languages.Order(StringComparer.Ordinal)];

    /// <summary>The language of a text; <c>und</c> for fewer than four letters, for another script and for what resembles no language known here.</summary>
    public static LanguageGuess Identify(ReadOnlySpan<char> text)
    {
        var model = Model.Value;
        var tally = new LanguageTally(model);
        var words = new WordReader(text);
        while (tally.Letters < LettersRead && words.Read(model))
        {
            tally.Add(words.Symbols, words.Letters);
        }

        return tally.Letters < LettersNeeded || words.Foreign > tally.Letters ? LanguageGuess.None : tally.Guess();
    }
}
