using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>project-money-per-inhabitant</c>.</summary>
public sealed class ProjectMoneyOptions
{
    /// <summary>The source entry that brings the Interreg partners.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>The source entry that brings the population.</summary>
    [Required]
    public string PopulationSource { get; set; } = "";

    /// <summary>The population's indicator; default Kolada's N01951.</summary>
    [Required]
    public string PopulationIndicator { get; set; } = "N01951";

    /// <summary>The group of places to stand beside.</summary>
    [Required]
    public string PeerGroup { get; set; } = "";
}
