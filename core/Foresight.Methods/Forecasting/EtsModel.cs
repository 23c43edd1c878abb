namespace Foresight.Methods.Forecasting;

/// <summary>How errors enter an exponential smoothing model.</summary>
internal enum EtsError
{
    Additive,
    Multiplicative,
}

/// <summary>The trend of an exponential smoothing model.</summary>
internal enum EtsTrend
{
    None,
    Additive,
    Damped,
}

/// <summary>The season of an exponential smoothing model.</summary>
internal enum EtsSeason
{
    None,
    Additive,
    Multiplicative,
}

/// <summary>A kind of exponential smoothing in the notation of Hyndman et al. (2008): ETS(M,Ad,M) is a multiplicative error, damped trend and multiplicative season.</summary>
internal readonly record struct EtsModel(EtsError Error, EtsTrend Trend, EtsSeason Season)
{
    /// <summary>Smoothing parameters: alpha, beta where there is a trend, phi where it is damped, gamma where there is a season.</summary>
    public int Parameters => 1 + (Trend == EtsTrend.None ? 0 : Trend == EtsTrend.Additive ? 1 : 2) + (Season == EtsSeason.None ? 0 : 1);

    /// <summary>Initial states: the level, the slope, and the free seasonal ones.</summary>
    public int States(int period) => 1 + (Trend == EtsTrend.None ? 0 : 1) + (Season == EtsSeason.None ? 0 : period - 1);

    public override string ToString() =>
        $"ETS({(Error == EtsError.Additive ? "A" : "M")},{Trend switch { EtsTrend.None => "N", EtsTrend.Additive => "A", _ => "Ad" }},{Season switch { EtsSeason.None => "N", EtsSeason.Additive => "A", _ => "M" }})";
}
