using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PolicyFeeds.PressCorner;

/// <summary>Options of the source <c>ec-press</c>.</summary>
public sealed class PressCornerOptions : IValidatableObject
{
    /// <summary>The languages in the order in which they are wanted; a release that has none of them comes in English. <c>en</c> by default.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["en"];

    /// <summary>Only releases of these policy areas, by their codes such as <c>ENVIRO</c>; all by default.</summary>
    public IReadOnlyList<string> PolicyAreas { get; set; } = [];

    /// <summary>Items per page of the list. 100 by default.</summary>
    [Range(1, 100)]
    public int PageSize { get; set; } = 100;

    /// <summary>The most pages that a run reads to find where the last one stood. 5 by default.</summary>
    [Range(1, 100)]
    public int MaxPages { get; set; } = 5;

    /// <summary>Where it is served. <c>https://ec.europa.eu/commission/presscorner/</c> by default.</summary>
    public Uri BaseUrl { get; set; } = new("https://ec.europa.eu/commission/presscorner/");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Languages.Count == 0)
            yield return new ValidationResult("languages is empty: name at least one, such as en.");
        foreach (var language in Languages.Where(language => language.Length != 2 || !language.All(char.IsAsciiLetterLower)))
            yield return new ValidationResult($"languages: '{language}' is no language; write two small letters, such as sv.");
    }
}
