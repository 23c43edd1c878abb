namespace Foresight.Methods.Forecasting;

/// <summary>Exponential smoothing of the kind that AICc chooses.</summary>
internal sealed class ExponentialSmoothing(string name, Func<EtsModel, bool> allowed) : IForecaster
{
    /// <summary>All stable kinds.</summary>
    public static ExponentialSmoothing Any { get; } = new("ETS", _ => true);

    /// <summary>A damped trend without season (Gardner and McKenzie 1985).</summary>
    public static ExponentialSmoothing Damped { get; } = new("damped trend", model => model == new EtsModel(EtsError.Additive, EtsTrend.Damped, EtsSeason.None));

    public string Name => name;

    public Projection? Project(double[] values, int period, int horizon) =>
        EtsSelection.Best(new EtsEstimation(values, period), allowed) is { } fit ? fit.Project(horizon) : null;
}
