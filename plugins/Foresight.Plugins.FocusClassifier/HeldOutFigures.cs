using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// Figures from held-out folds, nested: a fold is judged with weights, calibration and thresholds that come from the other folds, since
/// a threshold chosen on the texts that it is judged by flatters itself. A text counts as far as it is trusted; support counts texts.
/// </summary>
internal readonly record struct HeldOutFigures(double Hits, double Said, double There)
{
    public double Precision => Said == 0 ? 0 : Hits / Said;

    public double Recall => There == 0 ? 0 : Hits / There;

    public double F1 => Said + There == 0 ? 0 : 2 * Hits / (Said + There);

    public static ModelCard Card(
        IReadOnlyList<LabelledText> texts, IReadOnlyList<Lesson> lessons, float[][] scores, int[] fold, double threshold, IReadOnlyList<string> limits, ParallelOptions threads)
    {
        var says = Says(lessons, scores, fold, threads);
        var figures = lessons.Select((lesson, l) => Of(lesson, says[l])).ToArray();
        var cards = lessons.Select((lesson, l) => figures[l].ToCard(lesson, threshold) with { HeldOut = HeldOutErrors.Of(lesson.Label, says[l], texts) }).ToArray();
        var together = new HeldOutFigures(figures.Sum(f => f.Hits), figures.Sum(f => f.Said), figures.Sum(f => f.There));
        return new ModelCard { Texts = fold.Length, Labels = cards, MicroF1 = together.F1, MacroF1 = cards.Average(card => card.F1), Limits = limits };
    }

    /// <summary>The figures of each label.</summary>
    public static IReadOnlyList<LabelCard> Cards(IReadOnlyList<Lesson> lessons, float[][] scores, int[] fold, double threshold, ParallelOptions threads) =>
        [.. Says(lessons, scores, fold, threads).Select((says, l) => Of(lessons[l], says).ToCard(lessons[l], threshold))];

    /// <summary>Counts what was said of a label.</summary>
    public static HeldOutFigures Of(Lesson lesson, bool[] says)
    {
        var (hits, said, there) = (0.0, 0.0, 0.0);
        for (var i = 0; i < says.Length; i++)
        {
            hits += says[i] && lesson.Belongs[i] ? lesson.Weights[i] : 0;
            said += says[i] ? lesson.Weights[i] : 0;
            there += lesson.Belongs[i] ? lesson.Weights[i] : 0;
        }

        return new HeldOutFigures(hits, said, there);
    }

    /// <summary>Per label what is said of each text with a calibration and a threshold from the other folds.</summary>
    private static bool[][] Says(IReadOnlyList<Lesson> lessons, float[][] scores, int[] fold, ParallelOptions threads)
    {
        var says = lessons.Select(_ => new bool[fold.Length]).ToArray();
        for (var held = fold.Max(); held >= 0; held--)
        {
            var fit = AnyOfFit.Of(lessons, scores, [.. Enumerable.Range(0, fold.Length).Where(i => fold[i] != held)], threads);
            for (var l = 0; l < says.Length; l++)
            {
                for (var i = 0; i < fold.Length; i++)
                {
                    if (fold[i] == held)
                        says[l][i] = fit.Calibrations[l].Probability(scores[l][i]) >= fit.Threshold;
                }
            }
        }

        return says;
    }

    public LabelCard ToCard(Lesson lesson, double threshold) => new(lesson.Label, lesson.Support, Precision, Recall, F1, threshold);
}
