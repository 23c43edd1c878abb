using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>Options of the source <c>riksdagen</c>.</summary>
public sealed class RiksdagenOptions : IValidatableObject
{
    /// <summary>The types of documents: <c>bet</c> committee report, <c>prop</c> bill, <c>mot</c> motion, <c>fpm</c> memo on an EU proposal. <c>bet</c> by default.</summary>
    public IReadOnlyList<string> DocumentTypes { get; set; } = ["bet"];

    /// <summary>One parliamentary year only, such as <c>2025/26</c>; all of them by default.</summary>
    public string? Riksmote { get; set; }

    /// <summary>The most pages per type and run. 10 by default.</summary>
    [Range(1, 1000)]
    public int MaxPages { get; set; } = 10;

    /// <summary>Documents per page. 200 by default.</summary>
    [Range(1, 500)]
    public int PageSize { get; set; } = 200;

    /// <summary>How many days behind the newest document a run reads again. 14 by default.</summary>
    [Range(1, 365)]
    public int LagDays { get; set; } = 14;

    /// <summary>Whether the text of each filed document is asked for too: one more request for each, half a second apart. No by default.</summary>
    public bool FullText { get; set; }

    /// <summary>Documents to read by their id, such as <c>HA01AU10</c>, instead of lists.</summary>
    public IReadOnlyList<string> Documents { get; set; } = [];

    /// <summary>Where the data are served. <c>https://data.riksdagen.se/</c> by default.</summary>
    public Uri BaseUrl { get; set; } = new("https://data.riksdagen.se/");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DocumentTypes.Count == 0 && Documents.Count == 0)
            yield return new ValidationResult("documentTypes is empty: name at least one, such as bet.");
        foreach (var type in DocumentTypes.Where(type => type.Length is 0 or > 20 || !type.All(char.IsAsciiLetterOrDigit)))
            yield return new ValidationResult($"documentTypes: '{type}' is no type of document; there are bet, prop, mot, fpm and others.");
    }
}
