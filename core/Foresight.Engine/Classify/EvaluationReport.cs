namespace Foresight.Engine.Classify;

/// <summary>How a model judges texts whose labels are known.</summary>
/// <param name="Data">What it was judged by.</param>
/// <param name="Model">The model's version; null where each fold had its own.</param>
/// <param name="Labels">Figures per focus area, in the policy's order.</param>
/// <param name="Overall">All decisions counted together.</param>
/// <param name="ByLanguage">The same per language of the texts; empty where the file names none.</param>
public sealed record EvaluationReport(
    string Data, string? Model, IReadOnlyList<LabelFigures> Labels, OverallFigures Overall, IReadOnlyDictionary<string, OverallFigures> ByLanguage);

/// <summary>Figures of one label.</summary>
public sealed record LabelFigures(string Label, int Support, double Precision, double Recall, double F1);

/// <summary>Figures over all labels.</summary>
/// <param name="Texts">The number of texts.</param>
/// <param name="Support">The number of text-label pairs that are true.</param>
/// <param name="Precision">Micro-averaged.</param>
/// <param name="Recall">Micro-averaged.</param>
/// <param name="MicroF1">Of precision and recall.</param>
/// <param name="MacroF1">The mean of the labels' F1.</param>
/// <param name="Exact">The share of texts with all labels right.</param>
/// <param name="Brier">The mean squared distance of probability from truth.</param>
/// <param name="CalibrationError">Expected calibration error: 10 bins of equal width, all text-label decisions pooled.</param>
public sealed record OverallFigures(
    int Texts, int Support, double Precision, double Recall, double MicroF1, double MacroF1, double Exact, double Brier, double CalibrationError);
