using System.ComponentModel.DataAnnotations;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>coverage</c>.</summary>
public sealed class CoverageOptions
{
    /// <summary>What the rows are: source (if left out), language, region or month.</summary>
    [DeniedValues(CoverageAxis.Publisher)]
    public CoverageAxis By { get; set; } = CoverageAxis.Source;

    /// <summary>How many months back, the present one included; default 12.</summary>
    [Range(1, 120)]
    public int Months { get; set; } = 12;

    /// <summary>The source entries to show; default all that give documents, or may.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];
}
