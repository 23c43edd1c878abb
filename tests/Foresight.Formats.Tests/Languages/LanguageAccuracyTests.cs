using Foresight.Formats.Languages;
using Xunit;

namespace Foresight.Formats.Tests.Languages;

/// <summary>
/// Floors slightly under what docs/languages.md tells, on a thousand sentences, word pairs and words of each language that the model
/// has not seen.
/// </summary>
public sealed class LanguageAccuracyTests
{
    [Theory]
    [InlineData("da", 98.4, 81.0, 57.5)]
    [InlineData("de", 99.6, 95.0, 77.5)]
    [InlineData("en", 99.6, 95.0, 75.5)]
    [InlineData("et", 99.7, 97.8, 89.5)]
    [InlineData("fi", 99.8, 98.0, 94.0)]
    [InlineData("fr", 99.5, 95.5, 81.0)]
    [InlineData("is", 99.8, 97.8, 89.5)]
    [InlineData("nb", 86.5, 70.5, 49.5)]
    [InlineData("nl", 99.6, 89.5, 69.0)]
    [InlineData("nn", 94.0, 65.5, 45.5)]
    [InlineData("pl", 99.8, 99.0, 92.5)]
    [InlineData("sv", 98.5, 91.0, 67.5)]
    public void Identify_UnseenTexts_IsRightAsOftenAsTold(string language, double sentences, double pairs, double words)
    {
        double[] floors = [sentences, pairs, words];

        double[] right = [Right(language, "sentences"), Right(language, "word-pairs"), Right(language, "single-words")];

        Assert.All(right.Zip(floors), pair => Assert.True(pair.First >= pair.Second, $"{language}: {pair.First:F1} % right, below {pair.Second:F1} %."));
    }

    [Fact]
    public void Share_OfUnseenSentences_IsTheChanceToBeRight()
    {
        string[] languages = ["da", "de", "en", "et", "fi", "fr", "is", "nb", "nl", "nn", "pl", "sv"];

        var guesses = languages
            .SelectMany(language => Lines(language, "sentences").Select(line => (Guess: LanguageIdentifier.Identify(line), Language: language)))
            .ToArray();
        var error = guesses
            .GroupBy(pair => Math.Min(9, (int)(pair.Guess.Share * 10)))
            .Sum(bin => Math.Abs(bin.Sum(pair => pair.Guess.Share) - bin.Count(pair => pair.Guess.Language == pair.Language)));

        Assert.InRange(error / guesses.Length, 0, 0.03);
    }

    private static double Right(string language, string set)
    {
        var lines = Lines(language, set);
        return 100.0 * lines.Count(line => LanguageIdentifier.Identify(line).Language == language) / lines.Length;
    }

    private static string[] Lines(string language, string set) =>
        File.ReadAllLines(SharedFolder.Path("evaluation", "text", "language-id", $"{set}_{language}.txt"));
}
