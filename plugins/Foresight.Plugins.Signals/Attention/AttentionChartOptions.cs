namespace Foresight.Plugins.Signals.Attention;

/// <summary>Options of the chart <c>attention</c>. Where the analyses have options of their own, the chart wants the same, or it may tell otherwise.</summary>
public sealed class AttentionChartOptions
{
    /// <summary>The focus area to draw; default the one with the surest burst, else with the surest drift, else all.</summary>
    public string? FocusArea { get; set; }

    /// <summary>As of the analysis <c>bursts</c>.</summary>
    public BurstsOptions Bursts { get; set; } = new();

    /// <summary>As of the analysis <c>attention</c>.</summary>
    public AttentionOptions Drift { get; set; } = new();
}
