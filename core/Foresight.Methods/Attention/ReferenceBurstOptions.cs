namespace Foresight.Methods.Attention;

/// <summary>How <see cref="ReferenceBursts"/> looks. The defaults were chosen on planted signals (docs/methods/attention.md).</summary>
public sealed record ReferenceBurstOptions
{
    /// <summary>The upper states: times the odds of the base state. Several, since one that is made for ×2 hardly sees ×1.5 and is slow on ×5.</summary>
    public IReadOnlyList<double> Ratios { get; init; } = [1.5, 2, 3, 5];

    /// <summary>γ: how hard it is to go up, in units of ln n.</summary>
    public double Gamma { get; init; } = 1.5;

    /// <summary>How many batches before a batch give its base rate.</summary>
    public int Reference { get; init; } = 26;

    /// <summary>With fewer quiet batches before it, the base rate is that of the batches around it.</summary>
    public int LeastReference { get; init; } = 8;
}
