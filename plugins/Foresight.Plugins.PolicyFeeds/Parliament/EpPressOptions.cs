using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PolicyFeeds.Parliament;

/// <summary>Options of the source <c>ep-press</c>.</summary>
public sealed class EpPressOptions : IValidatableObject
{
    /// <summary>
    /// The feeds: <c>press-releases</c>, <c>press-releases-plenary</c>, <c>press-releases-committees</c>, <c>top-stories</c>,
    /// <c>last-news-committees</c>, <c>agendas-news</c>, <c>newsletters</c>. The first by default.
    /// </summary>
    public IReadOnlyList<string> Feeds { get; set; } = ["press-releases"];

    /// <summary>The wanted language. <c>sv</c> by default; what is not translated yet comes in English.</summary>
    [RegularExpression("^[a-z]{2}$", ErrorMessage = "a language has two small letters, such as sv.")]
    public string Language { get; set; } = "sv";

    /// <summary>Where the feeds are served. <c>https://www.europarl.europa.eu/</c> by default.</summary>
    public Uri BaseUrl { get; set; } = new("https://www.europarl.europa.eu/");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Feeds.Count == 0)
            yield return new ValidationResult("feeds is empty: name at least one, such as press-releases.");
        foreach (var feed in Feeds.Where(feed => feed.Length == 0 || !feed.All(letter => char.IsAsciiLetterLower(letter) || letter == '-')))
            yield return new ValidationResult($"feeds: '{feed}' is no feed of the Parliament; there are press-releases, top-stories, agendas-news and others.");
    }
}
