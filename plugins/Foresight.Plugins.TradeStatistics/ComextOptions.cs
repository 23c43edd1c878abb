using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>What to ask Comext for. All lists are codes of Comext's own code lists.</summary>
public sealed class ComextOptions
{
    /// <summary>The dataset; DS-045409 is EU trade by HS2-4-6 and CN8.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9_-]+$")]
    public string Dataset { get; set; } = "DS-045409";

    /// <summary>The frequency: <c>M</c> or <c>A</c>.</summary>
    [RegularExpression("^[MA]$")]
    public string Frequency { get; set; } = "M";

    /// <summary>The reporting countries, such as <c>SE</c>.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Reporters { get; set; } = [];

    /// <summary>The partners; empty for all.</summary>
    public IReadOnlyList<string> Partners { get; set; } = [];

    /// <summary>The products (HS or CN codes, or <c>TOTAL</c>); whole datasets are refused.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Products { get; set; } = [];

    /// <summary>The flows: <c>1</c> import, <c>2</c> export.</summary>
    public IReadOnlyList<string> Flows { get; set; } = ["1", "2"];

    /// <summary>The measures.</summary>
    public IReadOnlyList<string> Indicators { get; set; } = ["VALUE_IN_EUROS", "QUANTITY_IN_100KG"];

    /// <summary>The first period, such as <c>2024-01</c>; null for all.</summary>
    [RegularExpression(@"^\d{4}(-(0[1-9]|1[0-2]))?$")]
    public string? From { get; set; }

    /// <summary>The number of rows that are handed on together.</summary>
    [Range(1, 200_000)]
    public int BatchRows { get; set; } = 100_000;
}
