namespace Foresight.Engine.Classify;

/// <summary>How a model judges texts whose labels are known.</summary>
public sealed record EvaluationReport
{
    /// <summary>What it was judged by.</summary>
    public required string Data { get; init; }

    /// <summary>The model's version; null where each fold had its own.</summary>
    public required string? Model { get; init; }

    /// <summary>Figures per label, in the model's order.</summary>
    public required IReadOnlyList<LabelFigures> Labels { get; init; }

    /// <summary>All decisions counted together.</summary>
    public required OverallFigures Overall { get; init; }

    /// <summary>What was said and what was true, in ten bins of probability; all text-label decisions pooled.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>What was said instead of what is true, most frequent first.</summary>
    public required IReadOnlyList<Confusion> Confusions { get; init; }

    /// <summary>The precision of what is said when the decisions nearest to their threshold are left open.</summary>
    public required IReadOnlyList<CoveragePoint> Coverage { get; init; }

    /// <summary>The overall figures per language of the texts; empty where the file names none.</summary>
    public required IReadOnlyDictionary<string, OverallFigures> ByLanguage { get; init; }

    /// <summary>By what <see cref="Groups"/> are; null where nobody asked.</summary>
    public string? GroupedBy { get; init; }

    /// <summary>The overall figures per group, in the groups' order; texts without the column are left out.</summary>
    public IReadOnlyDictionary<string, OverallFigures> Groups { get; init; } = new Dictionary<string, OverallFigures>();
}

/// <summary>Figures of one label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Support">The number of texts that belong to it.</param>
/// <param name="Precision">Of those said to belong, the share that does.</param>
/// <param name="Recall">Of those that belong, the share that is said to.</param>
/// <param name="F1">Of precision and recall.</param>
/// <param name="AveragePrecision">The mean precision over the ranking by probability; it hangs on no threshold.</param>
/// <param name="F1Interval">95 %.</param>
public sealed record LabelFigures(string Label, int Support, double Precision, double Recall, double F1, double AveragePrecision, Interval F1Interval);

/// <summary>Figures over all labels.</summary>
/// <param name="Texts">The number of texts.</param>
/// <param name="Support">The number of text-label pairs that are true.</param>
/// <param name="Precision">Micro-averaged.</param>
/// <param name="Recall">Micro-averaged.</param>
/// <param name="MicroF1">Of precision and recall.</param>
/// <param name="MacroF1">The mean of the F1 of the labels that are true or said of any text.</param>
/// <param name="Exact">Subset accuracy: the share of texts with all labels right.</param>
/// <param name="Brier">The mean squared distance of probability from truth.</param>
/// <param name="CalibrationError">Expected calibration error: 10 bins of equal width, all text-label decisions pooled.</param>
/// <param name="CannotSay">The share of the text-label decisions that the model leaves open.</param>
/// <param name="Intervals">95 % intervals.</param>
public sealed record OverallFigures(
    int Texts, int Support, double Precision, double Recall, double MicroF1, double MacroF1, double Exact, double Brier, double CalibrationError, double CannotSay, OverallIntervals Intervals);

/// <summary>95 % intervals of the overall figures.</summary>
public sealed record OverallIntervals(Interval Precision, Interval Recall, Interval MicroF1, Interval MacroF1, Interval Exact, Interval Brier, Interval CalibrationError);

/// <summary>From low to high.</summary>
public readonly record struct Interval(double Low, double High);

/// <summary>Decisions whose probability lies between two bounds.</summary>
/// <param name="From">The lower bound, included.</param>
/// <param name="To">The upper bound.</param>
/// <param name="Decisions">How many there are.</param>
/// <param name="Said">Their mean probability; 0 where there are none.</param>
/// <param name="True">The share of them that is true; 0 where there are none.</param>
public sealed record ReliabilityBin(double From, double To, int Decisions, double Said, double True);

/// <summary>Texts that belong to one label, missed, and are said to belong to another, wrongly; <c>none</c> stands for no label at all.</summary>
public sealed record Confusion(string True, string Said, int Texts);

/// <summary>What is said when a part of it is left open.</summary>
/// <param name="Coverage">The share of the positive decisions that is kept, those farthest from their threshold.</param>
/// <param name="Margin">How far from its threshold the nearest decision kept is.</param>
/// <param name="Said">How many are kept.</param>
/// <param name="Precision">Of these, the share that is true.</param>
/// <param name="Recall">Of all that is true, the share that is kept.</param>
public sealed record CoveragePoint(double Coverage, double Margin, int Said, double Precision, double Recall);
