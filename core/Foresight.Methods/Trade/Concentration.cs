namespace Foresight.Methods.Trade;

/// <summary>
/// How far a total lies with few: the Herfindahl-Hirschman index, the sum of squared shares (Herfindahl 1950; Hirschman 1964), from 1/n for n equal
/// parts to 1 for a single one. Where only a part of the total is known, the index is not told but bounded.
/// </summary>
public sealed class Concentration
{
    // What rounding of the source may leave between the parts and their total.
    internal const double Tolerance = 0.001;

    private readonly double[] _shares;

    private Concentration(double[] shares, double unexplained) => (_shares, Unexplained) = (shares, unexplained);

    /// <summary>The number of parts above nought that are known.</summary>
    public int Parts => _shares.Length;

    /// <summary>The share of the total that no known part explains, 0 to 1.</summary>
    public double Unexplained { get; }

    /// <summary>Whether the parts are the whole, but for rounding (a thousandth).</summary>
    public bool IsComplete => Unexplained <= Tolerance;

    /// <summary>The index, 0 to 1; null where parts are missing: then only <see cref="Low"/> and <see cref="High"/> are known.</summary>
    public double? Index => IsComplete ? Low : null;

    /// <summary>The least that the index can be: what is unexplained lies with very many.</summary>
    public double Low => _shares.Sum(share => share * share);

    /// <summary>The most that it can be: all that is unexplained lies with one.</summary>
    public double High => IsComplete ? Low : Low + (Unexplained * Unexplained);

    /// <summary>The index between 0 (all parts equal) and 1 (a single part): (H - 1/n) / (1 - 1/n). Null where parts are missing, or for a single one.</summary>
    public double? Normalised => Index is { } index && Parts > 1 ? (index - (1.0 / Parts)) / (1 - (1.0 / Parts)) : null;

    /// <summary>How many equal parts would be as concentrated: 1/H (Adelman 1969). Null where parts are missing.</summary>
    public double? EffectiveNumber => 1 / Index;

    /// <summary>The index of some parts.</summary>
    /// <param name="parts">The values of the parts; none is below nought, and noughts count for nothing.</param>
    /// <param name="total">The known total; null where the parts are known to be all of it.</param>
    /// <exception cref="ArgumentException">A part is below nought or no number, all are nought, or the parts add up to more than the total: a sum stands among its parts.</exception>
    public static Concentration Of(IReadOnlyCollection<double> parts, double? total = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Any(part => !(part >= 0) || double.IsInfinity(part)))
        {
            throw new ArgumentException("A part of a total is a number of at least nought.", nameof(parts));
        }

        var known = parts.Sum();
        var whole = total ?? known;
        if (!(whole > 0) || double.IsInfinity(whole))
        {
            throw new ArgumentException("Nothing has no concentration: the total must be above nought.", nameof(total));
        }

        if (known > whole * (1 + Tolerance))
        {
            throw new ArgumentException($"The parts add up to {FormattableString.Invariant($"{known / whole:0.00}")} times the total: a sum stands among its parts.", nameof(parts));
        }

        return new Concentration([.. parts.Where(part => part > 0).Select(part => part / whole).OrderDescending()], Math.Max(0, 1 - (known / whole)));
    }

    /// <summary>The share of the k largest known parts. Where parts are missing an unknown one may be larger: then it is the least that it can be.</summary>
    public double TopShare(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return _shares.Take(k).Sum();
    }
}
