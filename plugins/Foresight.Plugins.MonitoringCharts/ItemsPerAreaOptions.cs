using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>items-per-area</c>.</summary>
public sealed class ItemsPerAreaOptions
{
    /// <summary>How many months back, the present one included; default 18.</summary>
    [Range(2, 120)]
    public int Months { get; set; } = 18;
}
