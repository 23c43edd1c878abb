using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>peer-distance</c>.</summary>
public sealed class PeerDistanceOptions
{
    /// <summary>The policy's indicators, in the order of the rows.</summary>
    [Required]
    [MinLength(1)]
    public IReadOnlyList<string> Indicators { get; set; } = [];

    /// <summary>One peer group for all of them; default each indicator's own.</summary>
    public string? PeerGroup { get; set; }
}
