using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>Options of the source <c>sedia</c>.</summary>
public sealed class SediaOptions : IValidatableObject
{
    /// <summary>The search of the EU Funding &amp; Tenders portal.</summary>
    public Uri Url { get; set; } = new("https://api.tech.ec.europa.eu/search-api/prod/rest/search");

    /// <summary>The portal's public key. <c>SEDIA</c> by default.</summary>
    [Required]
    public string ApiKey { get; set; } = "SEDIA";

    /// <summary>Words to search for; <c>***</c>, all, by default. The search takes words apart: a topic's id finds far more than that topic.</summary>
    [Required]
    public string Text { get; set; } = "***";

    /// <summary>Languages in the order of preference: one topic is one call, in the first of them that it has. <c>en</c> by default; others are machine translated.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["en"];

    /// <summary>The portal's codes of what to ask for: <c>1</c> calls for proposals, <c>2</c> and <c>8</c> calls outside of the portal's own procedure.</summary>
    public IReadOnlyList<string> Types { get; set; } = ["1", "2", "8"];

    /// <summary>States to ask for, one after the other: <c>forthcoming</c>, <c>open</c>, <c>closed</c>. The portal's own state may be stale: what is stored is told by the dates.</summary>
    public IReadOnlyList<string> States { get; set; } = ["forthcoming", "open"];

    /// <summary>The portal's numbers of framework programmes, such as <c>43108390</c> (Horizon Europe); all by default.</summary>
    public IReadOnlyList<string> FrameworkProgrammes { get; set; } = [];

    /// <summary>Rows per page. 100 by default.</summary>
    [Range(1, 100)]
    public int PageSize { get; set; } = 100;

    /// <summary>The most pages per state and run. 100 by default.</summary>
    [Range(1, 1000)]
    public int MaxPages { get; set; } = 100;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Url.IsAbsoluteUri || (Url.Scheme != Uri.UriSchemeHttps && Url.Scheme != Uri.UriSchemeHttp))
            yield return new ValidationResult($"url: '{Url}' is no http or https address.", [nameof(Url)]);
        if (Languages.Count == 0 || Languages.Any(language => language.Length != 2 || !language.All(char.IsAsciiLetterLower)))
            yield return new ValidationResult("languages: name at least one by its two letters, such as en.", [nameof(Languages)]);
        if (Types.Count == 0 || Types.Any(type => type.Length == 0 || !type.All(char.IsAsciiDigit)))
            yield return new ValidationResult("types: name at least one by its number, such as 1.", [nameof(Types)]);
        foreach (var state in States.Where(state => CallState.CodeOf(state) is null))
            yield return new ValidationResult($"states: '{state}' is none; there are forthcoming, open and closed.", [nameof(States)]);
        foreach (var programme in FrameworkProgrammes.Where(programme => programme.Length == 0 || !programme.All(char.IsAsciiDigit)))
            yield return new ValidationResult($"frameworkProgrammes: '{programme}' is no number of the portal, such as 43108390.", [nameof(FrameworkProgrammes)]);
    }
}
