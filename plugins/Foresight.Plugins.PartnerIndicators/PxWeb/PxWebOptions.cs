using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PartnerIndicators.PxWeb;

/// <summary>Which table of a statistical office to read through its PxWeb, and what of it.</summary>
public sealed class PxWebOptions
{
    /// <summary>Where the API is. Statistics Norway's is <c>https://data.ssb.no/api/pxwebapi/v2</c>; Statistics Finland has version 1 at <c>https://pxdata.stat.fi/PXWeb/api/v1</c>.</summary>
    [RegularExpression("^https?://[^?#]+[^/?#]$")]
    public string BaseUrl { get; set; } = "https://statistikdatabasen.scb.se/api/v2";

    /// <summary>The API's version: 2, or 1 for offices that have no other.</summary>
    [Range(1, 2)]
    public int Version { get; set; } = 2;

    /// <summary>The table: an id such as <c>TAB6471</c>; with version 1 its path from the database on, such as <c>StatFin/vaerak/11ra.px</c>.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$")]
    public string Table { get; set; } = "";

    /// <summary>The languages, as the office names them. The first is asked in; labels are kept in those that are <c>sv</c> or <c>en</c>.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Languages { get; set; } = ["sv", "en"];

    /// <summary>
    /// What to take, by variable: codes, codes with <c>*</c> and <c>?</c>, <c>top(12)</c> (the newest; of other variables the first) and
    /// <c>from(2020M01)</c>. A variable that is not named is taken whole.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The dimension that a variable is stored as, where it is not known: <c>Arbeidssted: ref_area</c>.</summary>
    public IReadOnlyDictionary<string, string> StoreAs { get; set; } = new Dictionary<string, string>();

    /// <summary>The most cells that a run may ask for, in all its calls: a table that is taken whole by mistake ends in a sentence.</summary>
    [Range(1, 100_000_000)]
    public long MostCells { get; set; } = 5_000_000;
}
