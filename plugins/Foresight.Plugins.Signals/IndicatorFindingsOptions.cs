namespace Foresight.Plugins.Signals;

/// <summary>Options of <c>indicator-findings</c>.</summary>
public sealed class IndicatorFindingsOptions
{
    /// <summary>Ids of indicators that get no finding, such as denominators and amounts in current prices.</summary>
    public IReadOnlyList<string> Leave { get; set; } = [];

    /// <summary>The chart entry that shows an indicator, by the indicator's id.</summary>
    public IReadOnlyDictionary<string, string> Charts { get; set; } = new Dictionary<string, string>();

    /// <summary>
    /// A regular expression of the area codes that are municipalities, to place ours among all of them where the store has a hundred or more; default none.
    /// </summary>
    public string? Municipalities { get; set; }
}
