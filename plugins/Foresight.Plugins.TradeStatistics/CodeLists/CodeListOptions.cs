using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.TradeStatistics.CodeLists;

/// <summary>Where the labels of a dimension's codes are.</summary>
public sealed class CodeListOptions
{
    /// <summary>The list: Eurostat's <c>…/codelist/ESTAT/{list}?format=TSV</c>, a CSV file with a header, or JSON of code and label.</summary>
    [Required]
    [RegularExpression("^https?://.+$")]
    public string Url { get; set; } = "";

    /// <summary>The dataset whose codes they are, as in the observations.</summary>
    [Required]
    public string Dataset { get; set; } = "";

    /// <summary>The dimension, as in the observations: <c>product</c>, <c>counterpart_area</c>, <c>product_sitc</c>.</summary>
    [Required]
    public string Dimension { get; set; } = "";

    /// <summary>The labels' language: <c>sv</c> or <c>en</c>.</summary>
    [RegularExpression("^(sv|en)$")]
    public string Language { get; set; } = "en";

    /// <summary>The column of codes; null for the usual names.</summary>
    public string? CodeColumn { get; set; }

    /// <summary>The column of labels; null for the usual names.</summary>
    public string? LabelColumn { get; set; }

    /// <summary>The column of the codes that they are parts of; null for the usual name, which may be missing.</summary>
    public string? ParentColumn { get; set; }
}
