namespace Foresight.Methods.Trade;

/// <summary>What a part adds to the growth of the total.</summary>
/// <param name="Part">The part.</param>
/// <param name="Before">Its value then; nought where it had not appeared.</param>
/// <param name="After">Its value now; nought where it vanished.</param>
/// <param name="Contribution">Its change as a share of the total then: 0.05 is five percentage points of the total's growth.</param>
public sealed record GrowthContribution(string Part, double Before, double After, double Contribution)
{
    /// <summary>Its own growth; null where it was nought before, since nothing grows from nothing.</summary>
    public double? Growth => Before > 0 ? (After - Before) / Before : null;

    /// <summary>Whether it was nought before and is not now.</summary>
    public bool Appeared => Before == 0 && After > 0;

    /// <summary>Whether it is nought now and was not before.</summary>
    public bool Vanished => Before > 0 && After == 0;
}

/// <summary>
/// The growth of a total, parted on its parts: (after - before of the part) / (before of the total). The contributions add up to the growth, those of
/// parts that appeared or vanished included; what the known parts do not explain is a part of its own.
/// </summary>
public sealed class GrowthContributions
{
    /// <summary>The part that stands for what the known parts do not explain.</summary>
    public const string Rest = "";

    private GrowthContributions(double before, double after, IReadOnlyList<GrowthContribution> parts) => (Before, After, Parts) = (before, after, parts);

    /// <summary>The total then.</summary>
    public double Before { get; }

    /// <summary>The total now.</summary>
    public double After { get; }

    /// <summary>The total's growth: 0.1 is ten per cent.</summary>
    public double Growth => (After - Before) / Before;

    /// <summary>The parts, the largest contribution in either direction first.</summary>
    public IReadOnlyList<GrowthContribution> Parts { get; }

    /// <summary>The contributions between two periods.</summary>
    /// <param name="before">The parts then.</param>
    /// <param name="after">The parts now.</param>
    /// <param name="totals">The totals then and now; null where the parts are all of it.</param>
    /// <exception cref="ArgumentException">The total then is not above nought, or a part is below nought.</exception>
    public static GrowthContributions Between(
        IReadOnlyDictionary<string, double> before, IReadOnlyDictionary<string, double> after, (double Before, double After)? totals = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Values.Concat(after.Values).Any(value => !(value >= 0) || double.IsInfinity(value)))
        {
            throw new ArgumentException("A part of a total is a number of at least nought.", nameof(before));
        }

        var (then, now) = totals ?? (before.Values.Sum(), after.Values.Sum());
        if (!(then > 0))
        {
            throw new ArgumentException("Nothing grows from nothing: the total before must be above nought.", nameof(totals));
        }

        var parts = before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Select(part => Of(part, before.GetValueOrDefault(part), after.GetValueOrDefault(part))).ToList();
        var rest = Of(Rest, then - before.Values.Sum(), now - after.Values.Sum());
        // Less than a thousandth of a thousandth is rounding.
        if (Math.Abs(rest.Before) > 1e-6 * then || Math.Abs(rest.After) > 1e-6 * then)
        {
            parts.Add(rest);
        }

        return new GrowthContributions(
            then, now, [.. parts.OrderByDescending(part => Math.Abs(part.Contribution)).ThenBy(part => part.Part, StringComparer.Ordinal)]);

        GrowthContribution Of(string part, double from, double to) => new(part, from, to, (to - from) / then);
    }
}
