using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals.Coverage;

/// <summary>Options of <c>coverage</c>.</summary>
public sealed class CoverageGapsOptions
{
    /// <summary>How many months to look at, the present one included; default 6.</summary>
    [Range(1, 60)]
    public int Months { get; set; } = 6;

    /// <summary>With fewer stories an area has too little; default 10.</summary>
    [Range(1, 10000)]
    public int Stories { get; set; } = 10;

    /// <summary>With fewer publishers an area has too little; default 2.</summary>
    [Range(1, 100)]
    public int Publishers { get; set; } = 2;

    /// <summary>The languages in each of which an area needs a text; default Swedish.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["sv"];

    /// <summary>The source entries to watch; default all that give documents, or may.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>The chart entry that shows it; default none.</summary>
    public string? Chart { get; set; }
}
