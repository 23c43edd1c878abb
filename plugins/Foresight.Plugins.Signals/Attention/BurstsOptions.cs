using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Options of <c>bursts</c>.</summary>
public sealed class BurstsOptions
{
    /// <summary>How many weeks back are read; default 104.</summary>
    [Range(20, 520)]
    public int Weeks { get; set; } = 104;

    /// <summary>The stories that a focus area, topic or term must have had in the 13 weeks before; default 26, two a week.</summary>
    [Range(5, 100000)]
    public int AtLeast { get; set; } = 26;

    /// <summary>The share of false ones among the bursts told that is accepted; default 0.05.</summary>
    [Range(0.0001, 0.5)]
    public double FalseDiscovery { get; set; } = 0.05;

    /// <summary>How many terms at most are told; default 3, 0 for none.</summary>
    [Range(0, 50)]
    public int MostTerms { get; set; } = 3;
}
