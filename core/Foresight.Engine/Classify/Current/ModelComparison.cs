using Foresight.Sdk;

namespace Foresight.Engine.Classify.Current;

/// <summary>How a newly trained model came off against the one that judged.</summary>
/// <param name="With">The version of the one that judged; null where there was none that could be compared.</param>
/// <param name="Taken">Whether the new one judges from then on.</param>
/// <param name="Why">In a sentence, with both figures.</param>
public sealed record ModelComparison(string? With, bool Taken, LocalText Why)
{
    /// <summary>The micro F1 of the new model; null where nothing could be compared.</summary>
    public double? New { get; init; }

    /// <summary>The micro F1 of the one that judged, on the same texts.</summary>
    public double? Old { get; init; }

    /// <summary>95 % of what the difference could be on other texts of the kind; null where only held-out figures could be compared.</summary>
    public Interval? Difference { get; init; }
}
