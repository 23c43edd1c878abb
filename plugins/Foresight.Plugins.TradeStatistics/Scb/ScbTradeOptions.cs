using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.TradeStatistics.Scb;

/// <summary>Which table of SCB's foreign trade to read, and what of it.</summary>
public sealed class ScbTradeOptions
{
    /// <summary>The table's path; the default is monthly imports, exports and net trade since 1975. By CN product it is <c>HA/HA0201/HA0201B/ImpExpKNTotMan</c>.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9_]+(/[A-Za-z0-9_.]+)+$")]
    public string Table { get; set; } = "HA/HA0201/HA0201A/ImportExportSnabbM";

    /// <summary>The codes to take, by variable; a variable that is not named is taken whole. A code may end in <c>*</c>: <c>72*</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The first month, such as <c>2020-01</c>; null for all.</summary>
    [RegularExpression(@"^\d{4}(-(0[1-9]|1[0-2]))?$")]
    public string? From { get; set; }

    /// <summary>The dimension that a variable is stored as, where it is not known: <c>Handelspartner: counterpart_area</c>.</summary>
    public IReadOnlyDictionary<string, string> StoreAs { get; set; } = new Dictionary<string, string>();

    /// <summary>Where SCB's PxWeb is.</summary>
    [RegularExpression("^https?://[^?#]+[^/?#]$")]
    public string BaseUrl { get; set; } = "https://api.scb.se/OV0104/v1/doris";
}
