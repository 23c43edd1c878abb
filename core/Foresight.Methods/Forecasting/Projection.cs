namespace Foresight.Methods.Forecasting;

/// <summary>What one method expects of the next values.</summary>
/// <param name="Points">The expected values.</param>
/// <param name="Variances">How far they may be off, as the method sees it.</param>
internal sealed record Projection(double[] Points, double[] Variances);

/// <summary>A method that looks ahead. Deterministic and safe to use from several threads.</summary>
internal interface IForecaster
{
    string Name { get; }

    /// <summary>Looks ahead; null where the method needs more values than there are.</summary>
    /// <param name="values">At least two finite values, oldest first.</param>
    /// <param name="period">Values in a year; 1 for no season.</param>
    /// <param name="horizon">How many values.</param>
    Projection? Project(double[] values, int period, int horizon);
}
