using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>trade-by-partner</c>.</summary>
public sealed class TradeByPartnerOptions
{
    /// <summary>The source entry that brings the WITS summary.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>The reporting country, ISO 3166 alpha-3.</summary>
    [Required]
    [RegularExpression("[A-Z]{3}")]
    public string Reporter { get; set; } = "";

    /// <summary>The year; default the newest.</summary>
    [Range(1960, 2100)]
    public int? Year { get; set; }
}
