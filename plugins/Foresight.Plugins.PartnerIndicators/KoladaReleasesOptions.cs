using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>What to ask Kolada for.</summary>
public class KoladaReleasesOptions : KoladaServiceOptions
{
    /// <summary>The ids of the indicators, such as <c>N00401</c>.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Kpis { get; set; } = [];
}
