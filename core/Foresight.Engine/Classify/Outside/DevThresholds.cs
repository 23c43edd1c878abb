using System.Security.Cryptography;
using System.Text;
using Foresight.Engine.Classify.Judging;

namespace Foresight.Engine.Classify.Outside;

/// <summary>Thresholds chosen on texts that the model did not learn from.</summary>
/// <param name="Thresholds">Per label, chosen on all these texts.</param>
/// <param name="Nested">The texts, each judged with thresholds chosen on the folds that it is not in: what to expect of other texts.</param>
internal sealed record DevThresholds(IReadOnlyDictionary<string, double> Thresholds, IReadOnlyList<JudgedText> Nested)
{
    private const int Folds = 5;
    private const int Draws = 100;
    private const int Seed = 1;

    /// <summary>
    /// These texts weigh half against the model's own thresholds, which come from its training texts; more where they are the more numerous. (On
    /// the government texts: .773 micro F1 by these texts alone, .780 by the model's own, .782 by halves; all nested.)
    /// </summary>
    private const double LeastWeight = 0.5;

    /// <summary>Chooses by cross-fit.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="judged">The texts, with the model's own thresholds.</param>
    /// <param name="learned">The number of texts that the model learned from.</param>
    public static DevThresholds Of(IReadOnlyList<string> labels, IReadOnlyList<JudgedText> judged, int learned)
    {
        var fold = FoldsOf(judged);
        var nested = new JudgedText[judged.Count];
        for (var held = 0; held < Folds; held++)
        {
            var chosen = Choose(labels, [.. judged.Where((_, i) => fold[i] != held)], learned);
            for (var i = 0; i < judged.Count; i++)
            {
                if (fold[i] == held)
                    nested[i] = judged[i] with { Verdict = judged[i].Verdict.With(chosen) };
            }
        }

        return new DevThresholds(Choose(labels, judged, learned), nested);
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

    private static Dictionary<string, double> Choose(IReadOnlyList<string> labels, IReadOnlyList<JudgedText> judged, int learned)
    {
        var scored = labels.Where(label => judged[0].Verdict.Scores.Any(score => score.Label == label));
        var weight = Math.Max(LeastWeight, (double)judged.Count / (judged.Count + learned));
        return scored.ToDictionary(label => label, label => Best(label, judged, weight), StringComparer.Ordinal);
    }

    /// <summary>
    /// The threshold with the best F1, as the middle of those of many draws of the texts: the best one of a single set jumps about with a few texts.
    /// </summary>
    private static double Best(string label, IReadOnlyList<JudgedText> judged, double weight)
    {
        var ranked = judged
            .Select(text => (text.Verdict.Scores.First(score => score.Label == label).Probability, True: text.Truth.Labels.Contains(label)))
            .OrderByDescending(pair => pair.Probability).ToArray();
        var own = judged[0].Verdict.Scores.First(score => score.Label == label).Threshold;
        if (!ranked.Any(pair => pair.True))
            return own;
        var times = new int[ranked.Length];
        var best = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            Bootstrap.Draw(Seed + draw, times);
            best[draw] = Best(ranked, times, own);
        }

        Array.Sort(best);
        return Between(own, best[Draws / 2], weight);
    }

    /// <summary>Between two thresholds, by log-odds.</summary>
    private static double Between(double own, double chosen, double weight)
    {
        return 1 / (1 + Math.Exp(-(((1 - weight) * LogOdds(own)) + (weight * LogOdds(chosen)))));

        static double LogOdds(double threshold) => Math.Log(Math.Clamp(threshold, 1e-6, 1 - 1e-6) / (1 - Math.Clamp(threshold, 1e-6, 1 - 1e-6)));
    }

    private static double Best((double Probability, bool True)[] ranked, int[] times, double own)
    {
        var there = 0;
        for (var i = 0; i < ranked.Length; i++)
            there += ranked[i].True ? times[i] : 0;
        var (best, threshold, hits, said) = (0.0, own, 0, 0);
        for (var i = 0; i < ranked.Length; i++)
        {
            said += times[i];
            hits += ranked[i].True ? times[i] : 0;
            var next = i + 1 < ranked.Length ? ranked[i + 1].Probability : 0;
            var f1 = said + there == 0 ? 0 : 2.0 * hits / (said + there);
            if (f1 > best && next < ranked[i].Probability)
                (best, threshold) = (f1, (ranked[i].Probability + next) / 2);
        }

        return threshold;
    }
}
