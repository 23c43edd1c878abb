using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>indicator-forecast</c>.</summary>
public sealed class IndicatorForecastOptions
{
    /// <summary>The policy's indicator.</summary>
    [Required]
    public string Indicator { get; set; } = "";

    /// <summary>How many periods ahead; null for the end of the second year from now, at most half as many as there are values.</summary>
    [Range(1, 60)]
    public int? Horizon { get; set; }

    /// <summary>The year before which nothing is read; null for none.</summary>
    [Range(1900, 2100)]
    public int? From { get; set; }
}
