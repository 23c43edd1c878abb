using Foresight.Methods.Trade;
using Foresight.Sdk;

namespace Foresight.Engine.Exposure;

/// <summary>A what-if: a shock to the trade in a product, with a partner, or both.</summary>
public sealed record WhatIfQuestion
{
    /// <summary>A watched product's id, or a code of HS or CN; null for all goods.</summary>
    public string? Product { get; init; }

    /// <summary>The partner by its code (<c>NO</c>) or a place's id (<c>norway</c>); null for all partners.</summary>
    public string? Partner { get; init; }

    /// <summary>The shock.</summary>
    public required TradeShock Shock { get; init; }

    /// <summary>Whether the elasticity was given, and not taken to be 1.</summary>
    public bool ElasticityGiven { get; init; }

    /// <summary>The direction for what is not watched; a watched product has its own.</summary>
    public TradeFlow Flow { get; init; } = TradeFlow.Export;
}
