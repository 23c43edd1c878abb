using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>Whose trade summaries to read from the World Bank's WITS.</summary>
public sealed class WitsOptions
{
    /// <summary>The reporters by WITS's three letters: ISO 3166, with <c>WLD</c>, <c>EUN</c> and the old <c>ROM</c>.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Reporters { get; set; } = [];

    /// <summary>Where a reporter's file is; <c>{reporter}</c> stands for its letters.</summary>
    [RegularExpression(@"^https://wits\.worldbank\.org/.*\{reporter\}.*$")]
    public string UrlTemplate { get; set; } = "https://wits.worldbank.org/data/public/cp/en_{reporter}_AllYears_WITS_Trade_Summary.CSV";
}
