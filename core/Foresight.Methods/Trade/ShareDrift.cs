namespace Foresight.Methods.Trade;

/// <summary>A part's share of the total in two periods.</summary>
/// <param name="Part">The part.</param>
/// <param name="Before">Its share then, 0 to 1.</param>
/// <param name="After">Its share now.</param>
public sealed record ShareChange(string Part, double Before, double After)
{
    /// <summary>The change; 0.05 is five percentage points.</summary>
    public double Change => After - Before;
}

/// <summary>How far the shares of a total moved between two periods.</summary>
public sealed class ShareDrift
{
    private ShareDrift(IReadOnlyList<ShareChange> changes) => Changes = changes;

    /// <summary>Every part of either period, the largest move first.</summary>
    public IReadOnlyList<ShareChange> Changes { get; }

    /// <summary>
    /// Half the sum of the absolute changes: the share of the total that changed hands, 0 (nothing) to 1 (all of it). Michaely's index of structural
    /// change (1962); one less it is the similarity of Finger and Kreinin (1979).
    /// </summary>
    public double Shift => Changes.Sum(change => Math.Abs(change.Change)) / 2;

    /// <summary>The drift from one period to another; a part that one of them lacks has a share of nought there.</summary>
    /// <param name="before">The parts then; all of the total.</param>
    /// <param name="after">The parts now; all of the total.</param>
    /// <exception cref="ArgumentException">A part is below nought, or a period adds up to nought.</exception>
    public static ShareDrift Between(IReadOnlyDictionary<string, double> before, IReadOnlyDictionary<string, double> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (then, now) = (TotalOf(before, nameof(before)), TotalOf(after, nameof(after)));
        return new ShareDrift(
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .Select(part => new ShareChange(part, before.GetValueOrDefault(part) / then, after.GetValueOrDefault(part) / now))
                .OrderByDescending(change => Math.Abs(change.Change)).ThenBy(change => change.Part, StringComparer.Ordinal),
        ]);
    }

    private static double TotalOf(IReadOnlyDictionary<string, double> parts, string name)
    {
        var total = parts.Values.Sum();
        return parts.Values.All(part => part >= 0) && total > 0 && double.IsFinite(total)
            ? total
            : throw new ArgumentException("Shares need parts of at least nought that add up to more than nought.", name);
    }
}
