using Foresight.Sdk;

namespace Foresight.Plugins.Tests.FocusClassifier;

/// <summary>How well verdicts meet the truth.</summary>
internal static class Figures
{
    public static double MicroF1(IClassifier classifier, TrainingSet truth) => MicroF1(truth, Judge(classifier, truth));

    public static IReadOnlyList<Verdict> Judge(IClassifier classifier, TrainingSet set) =>
        classifier.Classify([.. set.Texts.Select(text => new ClassifierText("", text.Text, text.Language))]);

    public static double MicroF1(TrainingSet set, IReadOnlyList<Verdict> verdicts)
    {
        var said = verdicts.Sum(verdict => verdict.Scores.Count(score => score.Belongs));
        var hits = verdicts.Zip(set.Texts).Sum(pair => pair.First.Scores.Count(score => score.Belongs && pair.Second.Labels.Contains(score.Label)));
        return 2.0 * hits / (said + set.Texts.Sum(text => text.Labels.Count));
    }

    public static double CalibrationError(TrainingSet set, IReadOnlyList<Verdict> verdicts)
    {
        var decisions = verdicts.Zip(set.Texts).SelectMany(pair => pair.First.Scores.Select(score => (score.Probability, True: pair.Second.Labels.Contains(score.Label)))).ToArray();
        return decisions.GroupBy(d => Math.Min((int)(d.Probability * 10), 9)).Sum(bin => Math.Abs(bin.Sum(d => d.Probability) - bin.Count(d => d.True))) / decisions.Length;
    }
}
