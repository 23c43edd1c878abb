using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.FundingCalls.Reference;

/// <summary>Options of the source <c>funding-reference</c>.</summary>
public sealed class ReferenceOptions : IValidatableObject
{
    /// <summary>The portal's reference file, some 130 MB of JSON.</summary>
    public Uri Url { get; set; } = new("https://ec.europa.eu/info/funding-tenders/opportunities/data/referenceData/grantsTenders.json");

    /// <summary>Where a topic's own file lies: <c>{topic}.json</c> in this folder.</summary>
    public Uri DetailsUrl { get; set; } = new("https://ec.europa.eu/info/funding-tenders/opportunities/data/topicDetails/");

    /// <summary>Whether each call's own file is read too, for its description and budget: one request each. No by default.</summary>
    public bool Details { get; set; }

    /// <summary>How long after its last deadline a call is still read, in days: 90 by default, so that a call that was open is seen to close.</summary>
    [Range(0, 36_500)]
    public int ClosedDays { get; set; } = 90;

    /// <summary>Programmes to read, by their short names, such as <c>CERV</c>; all by default.</summary>
    public IReadOnlyList<string> Programmes { get; set; } = [];

    /// <summary>Languages in the order of preference, where the file has one topic in several. <c>en</c> by default.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["en"];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, url) in new[] { ("url", Url), ("detailsUrl", DetailsUrl) })
        {
            if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
                yield return new ValidationResult($"{name}: '{url}' is no http or https address.", [name]);
            else if (name == "detailsUrl" && !url.AbsolutePath.EndsWith('/'))
                yield return new ValidationResult($"{name}: '{url}' is no folder: let it end with a slash.", [name]);
        }

        if (Languages.Count == 0 || Languages.Any(language => language.Length != 2 || !language.All(char.IsAsciiLetterLower)))
            yield return new ValidationResult("languages: name at least one by its two letters, such as en.", [nameof(Languages)]);
        foreach (var programme in Programmes.Where(programme => programme.Length == 0 || !programme.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter))))
            yield return new ValidationResult($"programmes: '{programme}' is no short name of capital letters, such as CERV.", [nameof(Programmes)]);
    }
}
