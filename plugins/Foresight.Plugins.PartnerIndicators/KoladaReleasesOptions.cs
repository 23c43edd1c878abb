using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>What to ask Kolada for.</summary>
public class KoladaReleasesOptions
{
    /// <summary>The ids of the indicators, such as <c>N00401</c>.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Kpis { get; set; } = [];

    /// <summary>Where version 3 of the API is.</summary>
    [Url]
    public string BaseUrl { get; set; } = "https://api.kolada.se/v3/";

    /// <summary>The rows on one page; Kolada gives 5,000 at most.</summary>
    [Range(1, 5000)]
    public int PerPage { get; set; } = 5000;

    /// <summary>The most pages that are read of one question.</summary>
    [Range(1, 10_000)]
    public int MaxPages { get; set; } = 1000;
}
