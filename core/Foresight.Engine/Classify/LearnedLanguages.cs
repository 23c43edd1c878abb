namespace Foresight.Engine.Classify;

/// <summary>The languages that a model learned, by the texts that it learned from.</summary>
internal sealed class LearnedLanguages(IReadOnlyDictionary<string, int> textsByLanguage)
{
    /// <summary>A few texts teach no language.</summary>
    private const double LeastShare = 0.05;

    /// <summary>A model judged 36 % of texts of another language rightly where it judged 88 % of its own (docs/classification.md).</summary>
    private const double OtherTrust = 0.4;

    private readonly HashSet<string> _languages = [.. textsByLanguage
        .Where(language => language.Key != "unknown" && language.Value >= LeastShare * textsByLanguage.Values.Sum())
        .Select(language => DocumentLanguage.Plain(language.Key)).OfType<string>()];

    /// <summary>Whether a text's language is known to be none of them; never where the labelled texts do not tell theirs.</summary>
    public bool IsOther(string? language) => _languages.Count > 0 && DocumentLanguage.Plain(language) is { } plain && !_languages.Contains(plain);

    /// <summary>How far to trust a verdict on a text in the language.</summary>
    public double TrustOf(string? language) => IsOther(language) ? OtherTrust : 1;
}
