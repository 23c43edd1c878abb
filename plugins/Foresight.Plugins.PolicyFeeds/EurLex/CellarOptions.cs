using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PolicyFeeds.EurLex;

/// <summary>Options of the source <c>cellar</c>.</summary>
public sealed class CellarOptions : IValidatableObject
{
    /// <summary>
    /// Types of acts by the Publications Office's codes: <c>REG</c>, <c>DIR</c>, <c>DEC</c>, also <c>REG_IMPL</c>, <c>REG_DEL</c>,
    /// <c>PROP_REG</c>, <c>PROP_DIR</c> and others. Regulations and directives, proposed and adopted, by default.
    /// </summary>
    public IReadOnlyList<string> Types { get; set; } = ["REG", "DIR", "PROP_REG", "PROP_DIR"];

    /// <summary>Only acts about these EuroVoc concepts, by number such as <c>5482</c>; all by default.</summary>
    public IReadOnlyList<string> Concepts { get; set; } = [];

    /// <summary>The language of titles and concepts. <c>sv</c> by default; a title that is not translated yet comes in English.</summary>
    [AllowedValues("sv", "en", ErrorMessage = "language is sv or en.")]
    public string Language { get; set; } = "sv";

    /// <summary>The first day of the first run; 90 days before it by default.</summary>
    public DateOnly? From { get; set; }

    /// <summary>How many days behind the newest act a run reads again: acts are entered late, and translated later. 30 by default.</summary>
    [Range(1, 365)]
    public int LagDays { get; set; } = 30;

    /// <summary>Acts per page. 100 by default.</summary>
    [Range(1, 500)]
    public int PageSize { get; set; } = 100;

    /// <summary>Where queries are answered. <c>https://publications.europa.eu/webapi/rdf/sparql</c> by default.</summary>
    public Uri Endpoint { get; set; } = new("https://publications.europa.eu/webapi/rdf/sparql");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Types.Count == 0)
            yield return new ValidationResult("types is empty: name at least one, such as REG.");
        // They go into a query: nothing but the characters of codes may.
        foreach (var type in Types.Where(type => type.Length == 0 || !type.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_')))
            yield return new ValidationResult($"types: '{type}' is no code of a type; there are REG, DIR, DEC, PROP_REG and others.");
        foreach (var concept in Concepts.Where(concept => concept.Length == 0 || !concept.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')))
            yield return new ValidationResult($"concepts: '{concept}' is no number of a EuroVoc concept, such as 5482.");
    }
}
