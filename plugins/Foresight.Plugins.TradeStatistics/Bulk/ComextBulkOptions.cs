using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>Which lines of Comext's monthly files to store. An empty list means all.</summary>
public sealed class ComextBulkOptions
{
    /// <summary>The reporting countries.</summary>
    public IReadOnlyList<string> Reporters { get; set; } = ["SE"];

    /// <summary>The partners.</summary>
    public IReadOnlyList<string> Partners { get; set; } = [];

    /// <summary>The products, each by the beginning of its code: <c>87</c> takes all of the chapter, <c>TOTAL</c> the sum of all products.</summary>
    public IReadOnlyList<string> Products { get; set; } = [];

    /// <summary>The flows: <c>1</c> import, <c>2</c> export.</summary>
    public IReadOnlyList<string> Flows { get; set; } = [];

    /// <summary>The measures: <c>VALUE_EUR</c>, <c>QUANTITY_KG</c>, <c>QUANTITY_SUPPL_UNIT</c>, <c>VALUE_NAC</c> (the reporter's own currency).</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Measures { get; set; } = ["VALUE_EUR", "QUANTITY_KG", "QUANTITY_SUPPL_UNIT"];

    /// <summary>The first month, such as <c>2024-01</c>; null for thirteen months before the run.</summary>
    [RegularExpression(@"^(19[89]\d|20\d\d)-(0[1-9]|1[0-2])$")]
    public string? From { get; set; }

    /// <summary>How many months before the last one a run reads again, since Comext revises them.</summary>
    [Range(0, 60)]
    public int RevisedMonths { get; set; } = 3;

    /// <summary>Where a month's file is; <c>{month}</c> stands for its six digits.</summary>
    [RegularExpression(@"^https?://.*\{month\}.*$")]
    public string UrlTemplate { get; set; } =
        "https://ec.europa.eu/eurostat/api/dissemination/files?file=comext%2FCOMEXT_DATA%2FPRODUCTS%2Ffull_v2_{month}.7z";

    /// <summary>The number of lines that are handed on together; each is up to four observations.</summary>
    [Range(1, 100_000)]
    public int BatchLines { get; set; } = 50_000;
}
