using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>A topic's name.</summary>
public sealed class TopicName
{
    /// <summary>In Swedish.</summary>
    [Required]
    public string Sv { get; set; } = "";

    /// <summary>In English.</summary>
    [Required]
    public string En { get; set; } = "";
}
