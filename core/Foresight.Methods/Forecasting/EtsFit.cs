namespace Foresight.Methods.Forecasting;

/// <summary>A fitted exponential smoothing model.</summary>
internal sealed class EtsFit
{
    public required EtsModel Model { get; init; }

    public required int Period { get; init; }

    public required double Alpha { get; init; }

    public required double Beta { get; init; }

    public required double Gamma { get; init; }

    public required double Phi { get; init; }

    /// <summary>The states after the last value.</summary>
    public required double Level { get; init; }

    public required double Slope { get; init; }

    /// <summary>The season that the next values have, in order.</summary>
    public required double[] Season { get; init; }

    /// <summary>Variance of the one-step errors (relative ones where errors are multiplicative).</summary>
    public required double Variance { get; init; }

    public required double Aicc { get; init; }

    /// <summary>Points and variances (Hyndman et al. 2008, chapter 6; where a season multiplies, its own uncertainty is left out).</summary>
    public Projection Project(int horizon)
    {
        var (points, variances) = (new double[horizon], new double[horizon]);
        var (damping, steps, spread) = (1.0, 0.0, 0.0);
        for (var h = 0; h < horizon; h++)
        {
            damping *= Phi;
            steps += damping;
            var trend = Level + (Model.Trend == EtsTrend.None ? 0 : steps * Slope);
            points[h] = Model.Season switch
            {
                EtsSeason.Additive => trend + Season[h % Period],
                EtsSeason.Multiplicative => trend * Season[h % Period],
                _ => trend,
            };
            variances[h] = Model.Error == EtsError.Additive
                ? Variance * (1 + spread)
                : points[h] * points[h] * (((1 + Variance) * (1 + (Variance * spread))) - 1);
            var reach = Alpha + (Model.Trend == EtsTrend.None ? 0 : Beta * steps) + (Model.Season != EtsSeason.None && (h + 1) % Period == 0 ? Gamma : 0);
            spread += reach * reach;
        }

        return new Projection(points, variances);
    }
}
