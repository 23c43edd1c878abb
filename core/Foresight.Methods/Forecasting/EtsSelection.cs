namespace Foresight.Methods.Forecasting;

/// <summary>Chooses among the kinds of exponential smoothing by AICc (Hyndman and Khandakar 2008); unstable kinds and multiplicative trends are left out.</summary>
internal static class EtsSelection
{
    private static readonly EtsTrend[] Trends = [EtsTrend.None, EtsTrend.Additive, EtsTrend.Damped];

    /// <summary>The best of those that <paramref name="allowed"/> lets through; null where none can be fitted.</summary>
    public static EtsFit? Best(EtsEstimation estimation, Func<EtsModel, bool> allowed)
    {
        EtsFit? best = null;
        foreach (var model in Candidates(estimation).Where(allowed))
        {
            if (estimation.Fit(model) is { } fit && (best is null || fit.Aicc < best.Aicc))
            {
                best = fit;
            }
        }

        return best;
    }

    private static IEnumerable<EtsModel> Candidates(EtsEstimation estimation)
    {
        foreach (var trend in Trends)
        {
            yield return new(EtsError.Additive, trend, EtsSeason.None);
            if (estimation.Positive)
            {
                yield return new(EtsError.Multiplicative, trend, EtsSeason.None);
            }

            if (!estimation.Seasonal)
            {
                continue;
            }

            yield return new(EtsError.Additive, trend, EtsSeason.Additive);
            if (estimation.Positive)
            {
                yield return new(EtsError.Multiplicative, trend, EtsSeason.Additive);
                yield return new(EtsError.Multiplicative, trend, EtsSeason.Multiplicative);
            }
        }
    }
}
