using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals;

/// <summary>Options of <c>project-money</c>; those of the chart <c>project-money-per-inhabitant</c>, and that chart.</summary>
public sealed class ProjectMoneySignalOptions
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

    /// <summary>The chart entry that shows it; default none.</summary>
    public string? Chart { get; set; }
}
