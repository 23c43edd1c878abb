namespace Foresight.Methods.Forecasting;

/// <summary>The same as a year ago: what any forecast has to beat.</summary>
internal sealed class SeasonalNaive : IForecaster
{
    public string Name => "seasonal naive";

    public Projection? Project(double[] values, int period, int horizon)
    {
        if (values.Length <= period)
        {
            return null;
        }

        var variance = 0.0;
        for (var t = period; t < values.Length; t++)
        {
            variance += Math.Pow(values[t] - values[t - period], 2) / (values.Length - period);
        }

        var (points, variances) = (new double[horizon], new double[horizon]);
        for (var h = 0; h < horizon; h++)
        {
            points[h] = values[values.Length - period + (h % period)];
            variances[h] = variance * (1 + (h / period));
        }

        return new Projection(points, variances);
    }
}
