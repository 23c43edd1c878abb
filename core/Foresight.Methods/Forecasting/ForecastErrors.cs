namespace Foresight.Methods.Forecasting;

/// <summary>The errors by which the forecasting competitions are judged.</summary>
public static class ForecastErrors
{
    /// <summary>The symmetric mean absolute percentage error, 0 to 200 (Makridakis 1993): the mean of 200 |actual - forecast| / (|actual| + |forecast|).</summary>
    public static double Smape(IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        Check(actual, forecast);
        // Nought forecast as nought is no error.
        return actual.Zip(forecast, (a, f) => a == f ? 0 : 200 * Math.Abs(a - f) / (Math.Abs(a) + Math.Abs(f))).Average();
    }

    /// <summary>
    /// The mean absolute scaled error (Hyndman and Koehler 2006): the mean absolute error divided by that of the seasonal naive forecast, one season
    /// ahead, within the past. Null where the past never changed, or is no longer than a season.
    /// </summary>
    /// <param name="past">What the forecast was made from.</param>
    /// <param name="period">Values in a season; 1 for none.</param>
    /// <param name="actual">What came.</param>
    /// <param name="forecast">What was expected.</param>
    public static double? Mase(IReadOnlyList<double> past, int period, IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Check(actual, forecast);
        if (past.Count <= period)
        {
            return null;
        }

        var scale = Enumerable.Range(period, past.Count - period).Average(t => Math.Abs(past[t] - past[t - period]));
        return scale > 0 ? actual.Zip(forecast, (a, f) => Math.Abs(a - f)).Average() / scale : null;
    }

    /// <summary>The share of values that lie within their bounds.</summary>
    public static double Coverage(IReadOnlyList<double> actual, ForecastInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        Check(actual, interval.Lower);
        return (double)Enumerable.Range(0, actual.Count).Count(h => actual[h] >= interval.Lower[h] && actual[h] <= interval.Upper[h]) / actual.Count;
    }

    private static void Check(IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(forecast);
        if (actual.Count != forecast.Count || actual.Count == 0)
        {
            throw new ArgumentException($"{actual.Count} values came and {forecast.Count} were expected; there must be as many, at least one.", nameof(forecast));
        }
    }
}
