using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>What to ask Kolada for, and for whom.</summary>
public sealed class KoladaOptions : KoladaReleasesOptions
{
    /// <summary>The ids of municipalities (<c>1487</c>), regions, the country (<c>0000</c>) or groups (<c>G96180</c>).</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Municipalities { get; set; } = [];

    /// <summary>The first year that is kept; null for all.</summary>
    [Range(1900, 2200)]
    public int? From { get; set; }
}
