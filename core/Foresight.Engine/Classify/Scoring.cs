using Foresight.Engine.Classify.Judging;
using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>A text with its true labels and the verdict on it.</summary>
internal readonly record struct JudgedText(LabelledText Truth, Verdict Verdict);

/// <summary>Makes a report of verdicts.</summary>
internal static class Scoring
{
    /// <summary>The report.</summary>
    /// <param name="data">What the texts are.</param>
    /// <param name="model">The model's version.</param>
    /// <param name="labels">All labels that the texts may have and the model may say.</param>
    /// <param name="judged">The verdicts.</param>
    /// <param name="groups">The group of each text, null for none; null where no groups are wanted.</param>
    public static EvaluationReport Report(
        string data, string? model, IReadOnlyList<string> labels, IReadOnlyList<JudgedText> judged, (string By, IReadOnlyList<string?> Of)? groups = null)
    {
        var decisions = Decisions.Of(labels, judged);
        var whole = Whole(decisions);
        var draws = Bootstrap.Tallies(decisions);
        return new EvaluationReport
        {
            Data = data,
            Model = model,
            Labels = [.. labels.Select((label, l) => new LabelFigures(
                label, whole.SupportOf(l), whole.Precision(l), whole.Recall(l), whole.F1(l), AveragePrecision.Of(decisions, l), Bootstrap.Interval(draws, draw => draw.F1(l))))],
            Overall = Overall(decisions, whole, draws),
            Reliability = whole.Reliability,
            Confusions = Confusions.Of(decisions),
            Coverage = Coverage.Of(decisions, whole.Support),
            ByLanguage = Grouped(labels, judged, [.. judged.Select(text => text.Truth.Language)]),
            GroupedBy = groups?.By,
            Groups = groups is { } asked ? Grouped(labels, judged, asked.Of) : new Dictionary<string, OverallFigures>(),
        };
    }

    /// <summary>The overall figures per group; texts without one are left out.</summary>
    public static Dictionary<string, OverallFigures> Grouped(IReadOnlyList<string> labels, IReadOnlyList<JudgedText> judged, IReadOnlyList<string?> group) =>
        judged.Zip(group).Where(pair => pair.Second is not null).GroupBy(pair => pair.Second!, pair => pair.First, StringComparer.Ordinal)
            .OrderBy(texts => texts.Key, StringComparer.Ordinal)
            .ToDictionary(texts => texts.Key, texts => Overall(Decisions.Of(labels, [.. texts])), StringComparer.Ordinal);

    private static OverallFigures Overall(Decisions decisions) => Overall(decisions, Whole(decisions), Bootstrap.Tallies(decisions));

    private static OverallFigures Overall(Decisions decisions, Tally whole, Tally[] draws)
    {
        var open = Enumerable.Range(0, decisions.Texts).Sum(text => Enumerable.Range(0, decisions.Labels.Count).Count(label => decisions.Open(text, label)));
        return new OverallFigures(
            decisions.Texts,
            whole.Support,
            whole.MicroPrecision,
            whole.MicroRecall,
            whole.MicroF1,
            whole.MacroF1,
            whole.Exact,
            whole.Brier,
            whole.CalibrationError,
            (double)open / Math.Max(1, decisions.Texts * decisions.Labels.Count),
            new OverallIntervals(
                Bootstrap.Interval(draws, draw => draw.MicroPrecision),
                Bootstrap.Interval(draws, draw => draw.MicroRecall),
                Bootstrap.Interval(draws, draw => draw.MicroF1),
                Bootstrap.Interval(draws, draw => draw.MacroF1),
                Bootstrap.Interval(draws, draw => draw.Exact),
                Bootstrap.Interval(draws, draw => draw.Brier),
                Bootstrap.Interval(draws, draw => draw.CalibrationError)));
    }

    private static Tally Whole(Decisions decisions) => new(decisions, Enumerable.Repeat(1, decisions.Texts).ToArray());
}
