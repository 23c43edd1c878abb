using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>What to ask the World Bank for.</summary>
public sealed class WorldBankOptions
{
    /// <summary>The ids of the indicators, such as <c>NY.GDP.MKTP.CD</c>.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Indicators { get; set; } = [];

    /// <summary>The countries by ISO 3166 alpha-3, such as <c>NAM</c>.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Countries { get; set; } = [];

    /// <summary>The first year.</summary>
    [Range(1950, 2200)]
    public int From { get; set; } = 2000;

    /// <summary>The rows on one page.</summary>
    [Range(1, 32_500)]
    public int PerPage { get; set; } = 20_000;

    /// <summary>The most pages that are read of one indicator.</summary>
    [Range(1, 1000)]
    public int MaxPages { get; set; } = 100;
}
