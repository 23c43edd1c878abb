using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Options of <c>attention</c>.</summary>
public sealed class AttentionOptions
{
    /// <summary>How many months are compared with as many before them; default 6.</summary>
    [Range(1, 24)]
    public int Months { get; set; } = 6;

    /// <summary>How many classified documents each half must have at least; default 20.</summary>
    [Range(1, 100000)]
    public int AtLeast { get; set; } = 20;
}
