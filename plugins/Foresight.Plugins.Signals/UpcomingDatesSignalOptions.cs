using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals;

/// <summary>Options of <c>upcoming-dates</c>.</summary>
public sealed class UpcomingDatesSignalOptions
{
    /// <summary>The source entries whose dates count; default all.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>How many days ahead; default 90.</summary>
    [Range(1, 1000)]
    public int Days { get; set; } = 90;

    /// <summary>How many dates at most; default 5.</summary>
    [Range(1, 50)]
    public int Most { get; set; } = 5;
}
