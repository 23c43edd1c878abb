namespace Foresight.Methods.Trends;

/// <summary>The ends between which something lies with a confidence.</summary>
/// <param name="Low">The lower end, in the unit of what is estimated; −∞ where the data give none.</param>
/// <param name="High">The upper end; ∞ where the data give none.</param>
/// <param name="Confidence">The share of such intervals that hold the truth, between 0 and 1.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Confidence)
{
    /// <summary>Whether both ends are numbers.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Whether a value lies within, the ends included.</summary>
    public bool Holds(double value) => value >= Low && value <= High;

    internal static double Checked(double confidence) => confidence is > 0 and < 1
        ? confidence
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1, such as 0.95.");
}
