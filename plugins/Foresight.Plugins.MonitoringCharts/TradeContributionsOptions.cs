using System.ComponentModel.DataAnnotations;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>trade-contributions</c>.</summary>
public sealed class TradeContributionsOptions
{
    /// <summary>Whose contributions: partner (default), or product: the watched goods' to the growth of all goods.</summary>
    public TradeParts By { get; set; } = TradeParts.Partner;

    /// <summary>The id of a product of the policy's <c>productWatch</c>, by partner only; default all goods together.</summary>
    [MinLength(1)]
    public string? Product { get; set; }

    /// <summary>The direction of all goods, export (default) or import; a watched product has its own.</summary>
    public TradeFlow Flow { get; set; } = TradeFlow.Export;

    /// <summary>How many parts have a bar of their own; default 10. The others share one.</summary>
    [Range(1, 30)]
    public int Most { get; set; } = 10;
}
