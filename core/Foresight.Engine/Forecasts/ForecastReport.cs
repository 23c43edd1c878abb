namespace Foresight.Engine.Forecasts;

/// <summary>How good forecasts were.</summary>
/// <param name="Frequencies">By frequency.</param>
/// <param name="All">Over all series.</param>
/// <param name="TooShort">Series too short to forecast.</param>
public sealed record ForecastReport(IReadOnlyList<FrequencyFigures> Frequencies, FrequencyFigures All, IReadOnlyList<string> TooShort);

/// <summary>Figures of the series of one frequency.</summary>
/// <param name="Frequency">The frequency, or <c>all</c>.</param>
/// <param name="Series">How many series.</param>
/// <param name="Methods">Errors, ours first.</param>
/// <param name="Coverage">How often our intervals held.</param>
/// <param name="MedianMilliseconds">The time that half of our forecasts took at most; the machine was busy with several at once.</param>
/// <param name="MostMilliseconds">The time of the slowest.</param>
public sealed record FrequencyFigures(
    string Frequency, int Series, IReadOnlyList<MethodFigures> Methods, IReadOnlyList<CoverageFigure> Coverage, double MedianMilliseconds, double MostMilliseconds);

/// <summary>Mean errors of one method; see docs/methods/forecasting.md.</summary>
/// <param name="Method">The method.</param>
/// <param name="Smape">Symmetric mean absolute percentage error, 0 to 200.</param>
/// <param name="Mase">Mean absolute scaled error.</param>
/// <param name="Owa">Overall weighted average beside Naive 2, which has 1.</param>
public sealed record MethodFigures(string Method, double Smape, double Mase, double Owa);

/// <summary>How often intervals of a level held.</summary>
public sealed record CoverageFigure(double Level, double Covered);
