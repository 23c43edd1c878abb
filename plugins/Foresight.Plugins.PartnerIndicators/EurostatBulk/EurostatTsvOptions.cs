using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PartnerIndicators.EurostatBulk;

/// <summary>Which dataset of Eurostat's to read whole.</summary>
public sealed class EurostatTsvOptions
{
    /// <summary>The dataset's code, such as <c>nama_10r_3gdp</c>.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9_$-]+$")]
    public string Dataset { get; set; } = "";

    /// <summary>Where the file is, of either generation; null for Eurostat's own place.</summary>
    [RegularExpression("^https?://.+$")]
    public string? Url { get; set; }

    /// <summary>The codes to keep, by dimension: <c>geo: [SE232, DK041]</c>. The file is read whole all the same.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The first period that is kept, such as <c>2015</c> or <c>2022-03</c>; null for all.</summary>
    public string? From { get; set; }
}
