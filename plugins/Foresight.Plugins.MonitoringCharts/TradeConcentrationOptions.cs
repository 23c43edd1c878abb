using System.ComponentModel.DataAnnotations;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Options of <c>trade-concentration</c>.</summary>
public sealed class TradeConcentrationOptions
{
    /// <summary>Of what parts: partner (default; monthly trade), or product: the groups of goods of the yearly summary, exports only.</summary>
    public TradeParts By { get; set; } = TradeParts.Partner;

    /// <summary>The id of a product of the policy's <c>productWatch</c>, by partner only; default all goods together.</summary>
    [MinLength(1)]
    public string? Product { get; set; }

    /// <summary>The direction of all goods by partner, export (default) or import; a watched product has its own.</summary>
    public TradeFlow Flow { get; set; } = TradeFlow.Export;
}
