namespace Foresight.Methods.Forecasting;

/// <summary>What is likely next, and how sure that is.</summary>
public sealed record Forecast
{
    /// <summary>The expected values, the nearest first, in the unit of the series.</summary>
    public required IReadOnlyList<double> Points { get; init; }

    /// <summary>Intervals of 50, 80 and 95 %, the narrowest first.</summary>
    public required IReadOnlyList<ForecastInterval> Intervals { get; init; }

    /// <summary>The methods behind it with their shares, which sum to 1.</summary>
    public required IReadOnlyList<MethodShare> Methods { get; init; }

    /// <summary>
    /// Mean absolute error over the tried origins, divided by that of the seasonal naive forecast there: below 1 it was better. Each origin was forecast
    /// with shares chosen on the others. Null where the series is too short to try.
    /// </summary>
    public double? ErrorAgainstNaive { get; init; }

    /// <summary>From how many points in the past it was tried.</summary>
    public int Origins { get; init; }

    /// <summary>What is special about the series.</summary>
    public ForecastCase Case { get; init; }
}

/// <summary>An interval in which the values lie as often as its level says.</summary>
/// <param name="Level">0.5, 0.8 or 0.95.</param>
/// <param name="Lower">The lower bound of each value.</param>
/// <param name="Upper">The upper bound of each value.</param>
public sealed record ForecastInterval(double Level, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper);

/// <summary>A method's part in a forecast.</summary>
/// <param name="Name">The method.</param>
/// <param name="Share">Its share, 0 to 1.</param>
/// <param name="ErrorAgainstNaive">Its own error over the tried origins against the naive one; null where nothing was tried.</param>
public sealed record MethodShare(string Name, double Share, double? ErrorAgainstNaive);

/// <summary>What is special about a series.</summary>
public enum ForecastCase
{
    /// <summary>Nothing.</summary>
    Ordinary,

    /// <summary>It never changed; the forecast is the same value, and its interval only says that.</summary>
    Flat,

    /// <summary>Mostly zeros with values between: the forecast is a rate, not the next value.</summary>
    Intermittent,
}
