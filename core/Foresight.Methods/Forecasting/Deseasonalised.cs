namespace Foresight.Methods.Forecasting;

/// <summary>Lets a method see the series without its season, where it has one, and puts the season back.</summary>
/// <param name="inner">The method.</param>
/// <param name="fading">How much a year counts beside the year after it when the season is told.</param>
internal sealed class Deseasonalised(IForecaster inner, double fading = Seasonality.Fading) : IForecaster
{
    public string Name => inner.Name;

    public Projection? Project(double[] values, int period, int horizon)
    {
        if (!Seasonality.IsSeasonal(values, period))
        {
            return inner.Project(values, 1, horizon);
        }

        var factors = values.All(value => value > 0);
        var season = Seasonality.Indices(values, period, factors, fading);
        var without = new double[values.Length];
        for (var t = 0; t < values.Length; t++)
        {
            without[t] = factors ? values[t] / season[t % period] : values[t] - season[t % period];
        }

        if (inner.Project(without, 1, horizon) is not { } projection)
        {
            return null;
        }

        var (points, variances) = (new double[horizon], new double[horizon]);
        for (var h = 0; h < horizon; h++)
        {
            var index = season[(values.Length + h) % period];
            points[h] = factors ? projection.Points[h] * index : projection.Points[h] + index;
            variances[h] = projection.Variances[h] * (factors ? index * index : 1);
        }

        return new Projection(points, variances);
    }
}
