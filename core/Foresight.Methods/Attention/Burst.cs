namespace Foresight.Methods.Attention;

/// <summary>A run of batches with more relevant documents than the base rate gives.</summary>
public sealed record Burst
{
    /// <summary>Its first batch, counted from 0.</summary>
    public required int Start { get; init; }

    /// <summary>Its last batch.</summary>
    public required int End { get; init; }

    /// <summary>
    /// The cost that the upper state saves over these batches, Σ σ(0, r, d) − σ(1, r, d): Kleinberg's weight, the logarithm of how much likelier
    /// the counts are in the upper state than at the base rate.
    /// </summary>
    public required double Weight { get; init; }

    /// <summary>The share of relevant documents that the upper state stands for, over the base share, as odds or as shares by the method.</summary>
    public required double Ratio { get; init; }

    /// <summary>The relevant documents within.</summary>
    public required long Relevant { get; init; }

    /// <summary>All documents within.</summary>
    public required long Documents { get; init; }

    /// <summary>The relevant documents that the base rate gives for these batches.</summary>
    public required double Expected { get; init; }

    /// <summary>
    /// A bound on the chance that a series without any burst shows one of this weight somewhere. The likelihood ratio of a run that begins at a given
    /// batch exceeds x with a chance of at most 1/x (Ville 1939), so over n beginnings and k upper states p ≤ min(1, n k e^(−weight)). It holds for a
    /// known base rate; how well it does for an estimated one is measured on planted signals (docs/methods/attention.md).
    /// </summary>
    public required double PValue { get; init; }

    /// <summary>How many batches it lasts.</summary>
    public int Length => End - Start + 1;
}
