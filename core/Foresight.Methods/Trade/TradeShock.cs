namespace Foresight.Methods.Trade;

/// <summary>What is shocked.</summary>
public enum ShockKind
{
    /// <summary>The buyer's price rises by the shock (a tariff or another cost at the border, passed on in full).</summary>
    Tariff,

    /// <summary>What buyers want changes by the shock.</summary>
    Demand,

    /// <summary>What sellers can deliver changes by the shock.</summary>
    Supply,
}

/// <summary>
/// A what-if: a shock of x to some trade, with all else as it was. A price that rises by x changes the value by (1 + x)^-e - 1, demand or supply that
/// change by x change it by (1 + x)^e - 1: constant elasticity, as in the demand equations of Armington (1969). It is arithmetic and no forecast.
/// </summary>
/// <param name="Kind">What is shocked.</param>
/// <param name="Size">The shock x: -0.2 for a fall by a fifth.</param>
/// <param name="Elasticity">How strongly the value answers, e: 1 in proportion.</param>
public sealed record TradeShock(ShockKind Kind, double Size, double Elasticity = 1)
{
    /// <summary>What makes the shock impossible, as a sentence; null for nothing.</summary>
    public string? Problem
    {
        get
        {
            var least = Kind == ShockKind.Tariff ? -0.99 : -1;
            return !(Size >= least) || double.IsInfinity(Size) ? $"A shock of this kind is at least {FormattableString.Invariant($"{100 * least}")} per cent."
                : !(Elasticity >= 0) || double.IsInfinity(Elasticity) ? "An elasticity is at least 0: its direction follows from what is shocked."
                : null;
        }
    }

    /// <summary>The change of the value that is hit, -1 (all of it is lost) or more.</summary>
    /// <exception cref="InvalidOperationException">The shock is impossible (<see cref="Problem"/>).</exception>
    public double Change() => Problem is { } problem ? throw new InvalidOperationException(problem)
        : Math.Pow(1 + Size, Kind == ShockKind.Tariff ? -Elasticity : Elasticity) - 1;

    /// <summary>Carries the shock on.</summary>
    /// <param name="exposed">The value of the trade that is hit.</param>
    /// <param name="all">The whole of which it is a part, such as all exports; null where it is not known.</param>
    /// <param name="jobs">The jobs that depend on <paramref name="jobsBase"/>; null where they are not known.</param>
    /// <param name="jobsBase">The trade on which these jobs depend; null where they depend on <paramref name="exposed"/> alone.</param>
    public ShockEffect On(double exposed, double? all = null, double? jobs = null, double? jobsBase = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exposed);
        var change = Change();
        var share = Share(exposed, all);
        var exposedJobs = jobsBase is null ? jobs : jobs * Share(exposed, jobsBase);
        return new ShockEffect(exposed, change, share, exposedJobs);
    }

    // A source rounds the whole and its parts apart, so that a lone part may be a little more than all.
    private static double? Share(double part, double? whole) => !(whole > 0) ? null
        : part <= whole * (1 + Concentration.Tolerance) ? Math.Min(1, part / whole.Value)
        : throw new ArgumentException("What is exposed is a part of the whole and cannot be more than it.", nameof(whole));
}

/// <summary>What a shock does.</summary>
/// <param name="Exposed">The value that is hit.</param>
/// <param name="Change">Its change, as a share of it.</param>
/// <param name="ShareOfAll">The exposed value's share of the whole; null where the whole is not known.</param>
/// <param name="ExposedJobs">The jobs behind the exposed value, in proportion; null where they are not known.</param>
public sealed record ShockEffect(double Exposed, double Change, double? ShareOfAll, double? ExposedJobs)
{
    /// <summary>The change of the value.</summary>
    public double ValueChange => Exposed * Change;

    /// <summary>The change of the whole, as a share of it.</summary>
    public double? ChangeOfAll => ShareOfAll * Change;

    /// <summary>The change of jobs if jobs follow the value in proportion: the most that is likely at first, since firms keep people.</summary>
    public double? JobsChange => ExposedJobs * Change;
}
