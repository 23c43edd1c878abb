namespace Foresight.Formats.Languages;

/// <summary>The language of a text, as far as its letters tell.</summary>
/// <param name="Language">A BCP 47 code out of <see cref="LanguageIdentifier.Languages"/>, or <c>und</c> where no answer is better than a wrong one.</param>
/// <param name="Share">
/// From 0 to 1: how much of what was read speaks for the language. Near 1 for a text in one language, lower where a part is in another
/// one or where two languages fit nearly as well; 0 with <c>und</c>.
/// </param>
/// <param name="RunnerUp">The language that fits next best, or <c>und</c>.</param>
public readonly record struct LanguageGuess(string Language, double Share, string RunnerUp)
{
    /// <summary>The code for a text whose language cannot be told.</summary>
    public const string Undetermined = "und";

    /// <summary>No answer.</summary>
    public static LanguageGuess None { get; } = new(Undetermined, 0, Undetermined);
}
