namespace Foresight.Methods.Attention;

/// <summary>How <see cref="ReferenceBursts"/> looks. The defaults were chosen on planted signals (docs/methods/attention.md).</summary>
public sealed record ReferenceBurstOptions
{
    /// <summary>The upper states: times the odds of the base state. Two, since one that is made for ×2 is slow on ×5, and one made for ×4 does not see ×2.</summary>
    public IReadOnlyList<double> Ratios { get; init; } = [2, 4];

    /// <summary>γ: how hard it is to go up, in units of ln n.</summary>
    public double Gamma { get; init; } = 1;

    /// <summary>How many batches before a batch give its base rate.</summary>
    public int Reference { get; init; } = 13;

    /// <summary>With fewer quiet batches before it, the base rate is that of the batches around it.</summary>
    public int LeastReference { get; init; } = 6;
}
