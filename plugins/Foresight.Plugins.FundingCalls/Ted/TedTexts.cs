using Foresight.Formats.Feeds;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>One text in the languages in which a notice has it.</summary>
internal sealed class TedTexts
{
    private readonly List<(string? Language, string Text)> texts = [];

    public bool IsEmpty => texts.Count == 0;

    /// <summary>Adds a text; a repeated one, and an empty one, is passed over.</summary>
    public void Add(string? language, string? text)
    {
        if (PlainText.FromHtml(text ?? "") is { Length: > 0 } plain && !texts.Contains((TedCodes.Language(language), plain)))
            texts.Add((TedCodes.Language(language), plain));
    }

    /// <summary>Adds all texts of another.</summary>
    public void AddAll(TedTexts other) => texts.AddRange(other.texts.Where(text => !texts.Contains(text)));

    /// <summary>The best language: the first wanted one that there is, else the one that comes first; null where it is unknown.</summary>
    public string? BestOf(IReadOnlyList<string> wanted) =>
        wanted.FirstOrDefault(language => texts.Exists(text => text.Language == language)) ?? (IsEmpty ? null : texts[0].Language);

    /// <summary>The texts in one language, joined; null where there is none.</summary>
    public string? In(string? language, string separator) =>
        texts.Exists(text => text.Language == language) ? string.Join(separator, texts.Where(text => text.Language == language).Select(text => text.Text)) : null;

    /// <summary>The texts in the best language, joined; null where there is none.</summary>
    public string? Best(IReadOnlyList<string> wanted, string separator) => IsEmpty ? null : In(BestOf(wanted), separator);
}
