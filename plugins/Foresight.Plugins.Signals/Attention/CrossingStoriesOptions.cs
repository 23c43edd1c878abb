using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Options of <c>crossing-stories</c>.</summary>
public sealed class CrossingStoriesOptions
{
    /// <summary>How many weeks back stories are followed; default 26.</summary>
    [Range(1, 104)]
    public int Weeks { get; set; } = 26;

    /// <summary>Crossings of how many weeks are told; default 8.</summary>
    [Range(1, 52)]
    public int Now { get; set; } = 8;

    /// <summary>How many stories at most are told; default 3.</summary>
    [Range(1, 50)]
    public int Most { get; set; } = 3;
}
