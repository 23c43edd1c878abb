using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>What to ask Eurostat for.</summary>
public sealed class EurostatOptions
{
    /// <summary>The dataset's code, such as <c>nama_10r_3gdp</c>.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9_$-]+$")]
    public string Dataset { get; set; } = "";

    /// <summary>The codes to keep, by dimension: <c>geo: [SE232, DK041]</c>. A dimension that is not named comes whole.</summary>
    public Dictionary<string, IReadOnlyList<string>> Filters { get; set; } = [];

    /// <summary>The first period, such as <c>2015</c> or <c>2022-03</c>; null for all.</summary>
    public string? From { get; set; }

    /// <summary>The language of labels: EN, FR or DE.</summary>
    [RegularExpression("^(EN|FR|DE)$")]
    public string Language { get; set; } = "EN";
}
