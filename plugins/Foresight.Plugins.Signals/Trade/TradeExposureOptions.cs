using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals.Trade;

/// <summary>Options of <c>trade-exposure</c>. What is watched, and where its figures are, is the policy's key <c>productWatch</c>.</summary>
public sealed class TradeExposureOptions
{
    /// <summary>The chart entry that shows a product, by the product's id.</summary>
    public IReadOnlyDictionary<string, string> Charts { get; set; } = new Dictionary<string, string>();

    /// <summary>The change of the index of concentration that is worth a line; default 0.05.</summary>
    [Range(0.0, 1.0)]
    public double ConcentrationChange { get; set; } = 0.05;

    /// <summary>The index of concentration from which a product is told to lie with few partners; default 0.4, as the EU's screening of dependencies takes it.</summary>
    [Range(0.0, 1.0)]
    public double Concentrated { get; set; } = 0.4;

    /// <summary>The part of the trade that changed partners in a year that is worth a line; default 0.1.</summary>
    [Range(0.0, 1.0)]
    public double Shift { get; set; } = 0.1;

    /// <summary>The difference between both ends' figures, relative to their mean, that is told; default 0.25: freight and insurance explain a few per cent.</summary>
    [Range(0.0, 2.0)]
    public double MirrorDifference { get; set; } = 0.25;
}
