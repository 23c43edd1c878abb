using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Options of <c>emerging-terms</c>.</summary>
public sealed class EmergingTermsOptions
{
    /// <summary>How many weeks back are read; default 104.</summary>
    [Range(20, 520)]
    public int Weeks { get; set; } = 104;

    /// <summary>How many weeks are now; default 4.</summary>
    [Range(1, 12)]
    public int Now { get; set; } = 4;

    /// <summary>The stories in a language that there must be now, and before; default 50.</summary>
    [Range(10, 100000)]
    public int AtLeast { get; set; } = 50;

    /// <summary>The publishers that must tell a story of their own with the term; default 3.</summary>
    [Range(1, 64)]
    public int LeastPublishers { get; set; } = 3;

    /// <summary>The stories that must have the term now; default 5.</summary>
    [Range(2, 10000)]
    public int LeastStories { get; set; } = 5;

    /// <summary>The share of stories that may have had it before; default 0.01.</summary>
    [Range(0, 1.0)]
    public double MostBefore { get; set; } = 0.01;

    /// <summary>The share of false ones among the terms told that is accepted; default 0.05.</summary>
    [Range(0.0001, 0.5)]
    public double FalseDiscovery { get; set; } = 0.05;

    /// <summary>How many terms at most are told; default 5.</summary>
    [Range(1, 50)]
    public int Most { get; set; } = 5;
}
