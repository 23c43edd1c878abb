using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>Where Kolada is, and how it is read page by page.</summary>
public abstract class KoladaServiceOptions
{
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
