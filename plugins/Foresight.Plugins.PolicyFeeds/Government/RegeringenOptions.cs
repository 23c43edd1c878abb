using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PolicyFeeds.Government;

/// <summary>Options of the source <c>regeringen</c>.</summary>
public sealed class RegeringenOptions : IValidatableObject
{
    /// <summary>
    /// Types of documents: <c>prop</c>, <c>skr</c>, <c>lagradsremiss</c>, <c>sou</c>, <c>ds</c>, <c>rapport</c>, <c>dir</c>, <c>regeringsuppdrag</c>,
    /// <c>remiss</c>, <c>faktapromemoria</c>, <c>pressmeddelande</c>, <c>uttalande</c>, <c>tal</c>, <c>artikel</c>. Bills, inquiries and assignments by default.
    /// </summary>
    public IReadOnlyList<string> Types { get; set; } = ["prop", "sou", "regeringsuppdrag"];

    /// <summary>Only these departments, such as <c>klimat-naringsliv</c> and <c>utbildning</c>; all by default.</summary>
    public IReadOnlyList<string> Departments { get; set; } = [];

    /// <summary>Whether the paged listing is read instead of the feed, which ends after 100 items. Needed for a backfill. No by default.</summary>
    public bool Listing { get; set; }

    /// <summary>The most pages of the listing per type and run. 10 by default.</summary>
    [Range(1, 1000)]
    public int MaxPages { get; set; } = 10;

    /// <summary>Where it is served. <c>https://www.regeringen.se/</c> by default.</summary>
    public Uri BaseUrl { get; set; } = new("https://www.regeringen.se/");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Types.Count == 0)
            yield return new ValidationResult("types is empty: name at least one, such as prop.");
        foreach (var type in Types.Where(type => !GovernmentCategories.Types.ContainsKey(type)))
            yield return new ValidationResult($"types: '{type}' is none; there are {string.Join(", ", GovernmentCategories.Types.Keys)}.");
        foreach (var department in Departments.Where(department => !GovernmentCategories.Departments.ContainsKey(department)))
            yield return new ValidationResult($"departments: '{department}' is none; there are {string.Join(", ", GovernmentCategories.Departments.Keys)}.");
    }
}
