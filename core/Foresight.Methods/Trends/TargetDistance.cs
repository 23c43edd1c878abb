namespace Foresight.Methods.Trends;

/// <summary>How far a value is from a target, and how far it has come.</summary>
/// <param name="Distance">The value less the target, in its unit: negative below it.</param>
/// <param name="Gain">How much nearer to the target than at the start; negative for farther.</param>
/// <param name="Passed">Whether start and end stand on different sides of it.</param>
public readonly record struct TargetDistance(double Distance, double Gain, bool Passed)
{
    /// <summary>Measures it.</summary>
    /// <param name="start">The value at the start.</param>
    /// <param name="end">The value now.</param>
    /// <param name="target">The target, in the same unit.</param>
    public static TargetDistance Of(double start, double end, double target) =>
        new(end - target, Math.Abs(start - target) - Math.Abs(end - target), (start - target) * (end - target) < 0);
}
