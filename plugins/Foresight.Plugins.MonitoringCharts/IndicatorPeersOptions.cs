using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>indicator-peers</c>.</summary>
public sealed class IndicatorPeersOptions
{
    /// <summary>The policy's indicator.</summary>
    [Required]
    public string Indicator { get; set; } = "";
}
