using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PartnerIndicators.PxFiles;

/// <summary>Which .px file to read, and what of it.</summary>
public sealed class PxFileOptions
{
    /// <summary>Where the file is.</summary>
    [Required]
    [RegularExpression("^https?://.+$")]
    public string Url { get; set; } = "";

    /// <summary>The dataset's id; null for the file's own (TABLEID, else MATRIX).</summary>
    public string? Dataset { get; set; }

    /// <summary>The codes to keep, by variable; a variable that is not named is kept whole.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The first period that is kept, such as <c>2015</c> or <c>2022-03</c>; null for all.</summary>
    public string? From { get; set; }

    /// <summary>The dimension that a variable is stored as, where it is not known: <c>Kommun och trakt: ref_area</c>.</summary>
    public IReadOnlyDictionary<string, string> StoreAs { get; set; } = new Dictionary<string, string>();

    /// <summary>The most cells that a file may have: they are held until the last of them proved that the file is whole.</summary>
    [Range(1, 50_000_000)]
    public long MostCells { get; set; } = 5_000_000;
}
