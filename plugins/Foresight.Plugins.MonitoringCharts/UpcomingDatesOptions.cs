using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>upcoming-dates</c>.</summary>
public sealed class UpcomingDatesOptions
{
    /// <summary>The source entries whose dates count; default all.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>How many days ahead; default 120.</summary>
    [Range(1, 1000)]
    public int Days { get; set; } = 120;
}
