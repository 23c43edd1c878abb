using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>product-watch</c>.</summary>
public sealed class ProductWatchOptions
{
    /// <summary>The id of a product of the policy's <c>productWatch</c>.</summary>
    [Required]
    [MinLength(1)]
    public string Product { get; set; } = "";
}
