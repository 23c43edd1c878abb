namespace Foresight.Plugins.Signals;

/// <summary>Options of <c>indicator-findings</c>.</summary>
public sealed class IndicatorFindingsOptions
{
    /// <summary>Ids of indicators that get no finding, such as those that only serve as a denominator.</summary>
    public IReadOnlyList<string> Leave { get; set; } = [];
}
