namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Of what parts trade is made up in a chart.</summary>
public enum TradeParts
{
    /// <summary>The countries that it is with.</summary>
    Partner,

    /// <summary>The goods.</summary>
    Product,
}
