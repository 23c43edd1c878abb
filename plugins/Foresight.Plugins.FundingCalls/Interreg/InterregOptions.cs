using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.FundingCalls.Interreg;

/// <summary>Options of the source <c>interreg</c>.</summary>
public sealed class InterregOptions : IValidatableObject
{
    /// <summary>Where Interregbarometern's raw data are. Its public repository by default; no other address of it is documented.</summary>
    public Uri Url { get; set; } = new("https://raw.githubusercontent.com/bjoottG/interregbarometern/HEAD/public/data/rawdata.json");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Url.IsAbsoluteUri || (Url.Scheme != Uri.UriSchemeHttps && Url.Scheme != Uri.UriSchemeHttp))
            yield return new ValidationResult($"url: '{Url}' is no http or https address.", [nameof(Url)]);
    }
}
