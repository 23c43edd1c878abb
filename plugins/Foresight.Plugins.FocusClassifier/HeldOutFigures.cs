using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// Figures from held-out folds, nested: a fold is judged with weights, calibration and thresholds that come from the other folds, since
/// a threshold chosen on the texts that it is judged by flatters itself.
/// </summary>
internal static class HeldOutFigures
{
    public static ModelCard Card(
        IReadOnlyList<LabelledText> texts, IReadOnlyList<string> labels, float[][] scores, bool[][] truth, int[] fold, double[] thresholds, IReadOnlyList<string> limits)
    {
        var cards = new List<LabelCard>();
        var (hits, said, there) = (0, 0, 0);
        for (var l = 0; l < labels.Count; l++)
        {
            var (labelHits, labelSaid, says) = (0, 0, new bool[fold.Length]);
            foreach (var held in fold.Distinct())
            {
                var others = Enumerable.Range(0, fold.Length).Where(i => fold[i] != held).ToArray();
                var otherScores = others.Select(i => scores[l][i]).ToArray();
                var otherTruth = others.Select(i => truth[l][i]).ToArray();
                var calibration = Calibration.Fit(otherScores, otherTruth);
                var threshold = ThresholdChoice.Best([.. otherScores.Select(score => calibration.Probability(score))], otherTruth);
                for (var i = 0; i < fold.Length; i++)
                {
                    if (fold[i] == held && calibration.Probability(scores[l][i]) >= threshold)
                    {
                        says[i] = true;
                        labelSaid++;
                        labelHits += truth[l][i] ? 1 : 0;
                    }
                }
            }

            var support = truth[l].Count(b => b);
            cards.Add(new LabelCard(labels[l], support, Share(labelHits, labelSaid), Share(labelHits, support), F1(labelHits, labelSaid, support), thresholds[l])
            {
                HeldOut = HeldOutErrors.Of(labels[l], says, texts),
            });
            (hits, said, there) = (hits + labelHits, said + labelSaid, there + support);
        }

        return new ModelCard { Texts = fold.Length, Labels = cards, MicroF1 = F1(hits, said, there), MacroF1 = cards.Average(card => card.F1), Limits = limits };
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double F1(int hits, int said, int there) => said + there == 0 ? 0 : 2.0 * hits / (said + there);
}
