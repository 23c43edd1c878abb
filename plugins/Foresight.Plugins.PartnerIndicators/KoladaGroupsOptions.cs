namespace Foresight.Plugins.PartnerIndicators;

/// <summary>Which groups of municipalities to read from Kolada: those of the municipalities, those named, or both.</summary>
public sealed class KoladaGroupsOptions : KoladaServiceOptions
{
    /// <summary>Whose groups of similar municipalities are kept, by code (<c>1487</c>); all that Kolada has are read for it.</summary>
    public IReadOnlyList<string> Municipalities { get; set; } = [];

    /// <summary>The ids of further groups, such as <c>G114418</c>.</summary>
    public IReadOnlyList<string> Groups { get; set; } = [];
}
