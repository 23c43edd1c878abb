using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Foresight.Plugins.FundingCalls.Esif;

/// <summary>How the platform is asked.</summary>
public enum EsifFormat
{
    /// <summary>The whole table as one file.</summary>
    Csv,

    /// <summary>The platform's query service, page by page; countries and funds are picked out there.</summary>
    Json,
}

/// <summary>Options of the source <c>esif</c>.</summary>
public sealed partial class EsifOptions : IValidatableObject
{
    /// <summary>The platform. <c>https://cohesiondata.ec.europa.eu/</c> by default.</summary>
    public Uri Url { get; set; } = new("https://cohesiondata.ec.europa.eu/");

    /// <summary>The dataset's id on the platform. <c>e4v6-qrrq</c>, the planned finances of 2014-2020 in detail, by default.</summary>
    public string Dataset { get; set; } = "e4v6-qrrq";

    /// <summary>Another address of the same table, as CSV or JSON, to read instead.</summary>
    public Uri? File { get; set; }

    /// <summary>How the platform is asked. <c>csv</c> by default.</summary>
    public EsifFormat Format { get; set; }

    /// <summary>Countries by the platform's two letters (<c>GR</c> is Greece, <c>TC</c> Interreg); all by default.</summary>
    public IReadOnlyList<string> Countries { get; set; } = [];

    /// <summary>Funds, such as <c>ERDF</c>; all by default.</summary>
    public IReadOnlyList<string> Funds { get; set; } = [];

    /// <summary>Rows per page of the query service. 5,000 by default.</summary>
    [Range(1, 50_000)]
    public int PageSize { get; set; } = 5_000;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, url) in new[] { ("url", Url), ("file", File) })
        {
            if (url is not null && (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp && (name == "url" || !url.IsFile))))
                yield return new ValidationResult($"{name}: '{url}' is no http or https address.", [name]);
        }

        if (!DatasetId().IsMatch(Dataset))
            yield return new ValidationResult($"dataset: '{Dataset}' is no dataset's id of the platform, such as e4v6-qrrq.", [nameof(Dataset)]);
        foreach (var country in Countries.Where(country => !Letters().IsMatch(country) || country.Length != 2))
            yield return new ValidationResult($"countries: '{country}' is none of two capital letters, such as SE.", [nameof(Countries)]);
        foreach (var fund in Funds.Where(fund => !Letters().IsMatch(fund)))
            yield return new ValidationResult($"funds: '{fund}' is no short name in capital letters, such as ERDF.", [nameof(Funds)]);
    }

    [GeneratedRegex("^[a-z0-9]{4}-[a-z0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex DatasetId();

    [GeneratedRegex("^[A-Z][A-Z0-9+]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
