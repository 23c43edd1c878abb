using System.Security.Cryptography;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Outside;

/// <summary>Thresholds chosen on texts that the model did not learn from.</summary>
/// <param name="Thresholds">Per label, chosen on all these texts.</param>
/// <param name="Nested">The texts, each judged with thresholds chosen on the folds that it is not in: what to expect of other texts.</param>
internal sealed record DevThresholds(IReadOnlyDictionary<string, double> Thresholds, IReadOnlyList<JudgedText> Nested)
{
    private const int Folds = 5;

    /// <summary>Chooses by cross-fit.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="judged">The texts, with the model's own thresholds.</param>
    public static DevThresholds Of(IReadOnlyList<string> labels, IReadOnlyList<JudgedText> judged)
    {
        var fold = FoldsOf(judged);
        var nested = new JudgedText[judged.Count];
        for (var held = 0; held < Folds; held++)
        {
            var chosen = Choose(labels, [.. judged.Where((_, i) => fold[i] != held)]);
            for (var i = 0; i < judged.Count; i++)
            {
                if (fold[i] == held)
                    nested[i] = judged[i] with { Verdict = judged[i].Verdict.With(chosen) };
            }
        }

        return new DevThresholds(Choose(labels, judged), nested);
    }

    /// <summary>By labels, then by the id's hash: each fold has its share of every label, and it hangs on no order.</summary>
    private static int[] FoldsOf(IReadOnlyList<JudgedText> judged)
    {
        var fold = new int[judged.Count];
        var order = Enumerable.Range(0, judged.Count)
            .OrderBy(i => string.Join('|', judged[i].Truth.Labels.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .ThenBy(i => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(judged[i].Truth.Id))));
        foreach (var (place, i) in order.Index())
            fold[i] = place % Folds;
        return fold;
    }

    /// <summary>
    /// Half of the best F1 over all labels together, as the classifier chooses its own, of probabilities that mean on these texts what they say; then the
    /// model's probability at which that is reached, label by label. A label that none of the texts has keeps the model's threshold.
    /// </summary>
    private static Dictionary<string, double> Choose(IReadOnlyList<string> labels, IReadOnlyList<JudgedText> judged)
    {
        var scored = labels.Where(label => judged[0].Verdict.Scores.Any(score => score.Label == label)).ToArray();
        var decisions = new List<(double P, bool True)>(scored.Length * judged.Count);
        var meant = new Recalibration[scored.Length];
        foreach (var (l, label) in scored.Index())
        {
            // In one order, whatever that of the texts: sums differ in their last digits.
            var texts = judged.Select(text => (LogOdds: Recalibration.LogOdds(ScoreOf(text, label).Probability), True: text.Truth.Labels.Contains(label))).Order().ToArray();
            var (logOdds, belongs) = (texts.Select(text => text.LogOdds).ToArray(), texts.Select(text => text.True).ToArray());
            meant[l] = belongs.Contains(true) ? Recalibration.Fit(logOdds, belongs) : default;
            decisions.AddRange(logOdds.Zip(belongs, (x, there) => (meant[l].Tells ? meant[l].Probability(x) : 0, there)));
        }

        var from = BestF1(decisions) / 2;
        return scored.Index().ToDictionary(
            pair => pair.Item, pair => meant[pair.Index].Tells ? meant[pair.Index].Model(from) : ScoreOf(judged[0], pair.Item).Threshold, StringComparer.Ordinal);
    }

    private static LabelScore ScoreOf(JudgedText text, string label) => text.Verdict.Scores.First(score => score.Label == label);

    private static double BestF1(List<(double P, bool True)> decisions)
    {
        decisions.Sort((a, b) => b.P.CompareTo(a.P));
        var (there, hits, best) = (decisions.Count(decision => decision.True), 0, 0.0);
        for (var i = 0; i < decisions.Count; i++)
        {
            hits += decisions[i].True ? 1 : 0;
            if (i + 1 == decisions.Count || decisions[i + 1].P < decisions[i].P)
                best = Math.Max(best, 2.0 * hits / (i + 1 + there));
        }

        return best;
    }
}
