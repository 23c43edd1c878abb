using System.Globalization;
using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Outside;
using Foresight.Sdk;

namespace Foresight.Benchmarks.Classify;

/// <summary>F1 as micro and macro average.</summary>
internal readonly record struct Averages(double Micro, double Macro)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Micro:.000}/{Macro:.000}");
}

/// <summary>What the model itself leaves unsaid, and how right the rest is.</summary>
internal readonly record struct Unsaid(double OfYes, double OfNo, double Precision, double Missed)
{
    public static Unsaid Of(TrainingSet truth, IReadOnlyList<Verdict> verdicts)
    {
        var decisions = verdicts.Zip(truth.Texts).SelectMany(pair => pair.First.Scores.Select(score => (Score: score, True: pair.Second.Labels.Contains(score.Label)))).ToArray();
        var (yes, no) = (decisions.Where(d => d.Score.Belongs).ToArray(), decisions.Where(d => !d.Score.Belongs).ToArray());
        return new Unsaid(
            yes.Count(d => !d.Score.Sure) / (double)yes.Length,
            no.Count(d => !d.Score.Sure) / (double)no.Length,
            yes.Count(d => d.Score.Sure && d.True) / (double)yes.Count(d => d.Score.Sure),
            no.Count(d => d.Score.Sure && d.True) / (double)truth.Texts.Sum(text => text.Labels.Count));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"cannot say {OfYes:.000} of yes and {OfNo:.000} of no: then precision {Precision:.000}, missed {Missed:.000}");
}

/// <summary>
/// Figures of verdicts on texts whose labels are known. Own: the model's thresholds. Nested: thresholds chosen on four fifths of these texts
/// and judged on the rest, the mean of several deals. Cross: the same by <see cref="DevThresholds"/>, as <c>train --dev</c> has it. Tuned: chosen on the texts that they are judged by, an upper bound.
/// </summary>
internal sealed record QualityFigures(Averages Own, Averages Nested, Averages Cross, Averages Tuned, double Brier, double CalibrationError, double PrecisionSaid, double CrossPrecisionSaid, Unsaid Band, string PerLabel)
{
    private const int Folds = 5;
    private const int Deals = 5;

    /// <summary>The share of positive decisions that may be left unsaid.</summary>
    private const double Abstain = 0.25;

    public static QualityFigures Of(TrainingSet truth, IReadOnlyList<Verdict> verdicts)
    {
        var labels = verdicts[0].Scores.Select(score => score.Label).ToArray();
        var there = labels.Select(label => truth.Texts.Select(text => text.Labels.Contains(label)).ToArray()).ToArray();
        var given = labels.Select((_, l) => verdicts.Select(verdict => verdict.Scores[l].Probability).ToArray()).ToArray();
        var own = verdicts[0].Scores.Select(score => score.Threshold).ToArray();
        var all = Enumerable.Range(0, verdicts.Count).ToArray();
        // A label that the model does not know is missed in every text that has it.
        var unknown = truth.Labels.Except(labels, StringComparer.Ordinal).Select(label => truth.Texts.Count(text => text.Labels.Contains(label))).Where(count => count > 0).ToArray();

        var decisions = labels.SelectMany((_, l) => all.Select(i => (P: given[l][i], True: there[l][i]))).ToArray();
        var cross = DevThresholds.Of(labels, [.. truth.Texts.Zip(verdicts, (text, verdict) => new JudgedText(text, verdict))]).Nested;
        var nested = Enumerable.Range(0, Deals).Select(Nested).ToArray();
        return new QualityFigures(
            F1((l, i) => given[l][i] >= own[l]).Averages,
            new(nested.Average(f => f.Micro), nested.Average(f => f.Macro)),
            F1((l, i) => cross[i].Verdict.Scores[l].Belongs).Averages,
            Chosen(_ => all),
            decisions.Average(d => Math.Pow(d.P - (d.True ? 1 : 0), 2)),
            decisions.GroupBy(d => Math.Min((int)(d.P * 10), 9)).Sum(bin => Math.Abs(bin.Sum(d => d.P) - bin.Count(d => d.True))) / decisions.Length,
            Surest((l, i) => given[l][i] >= own[l]),
            Surest((l, i) => cross[i].Verdict.Scores[l].Belongs),
            Unsaid.Of(truth, verdicts),
            F1((l, i) => given[l][i] >= own[l]).PerLabel);

        Averages Nested(int deal)
        {
            var order = all.ToArray();
            new Random(deal).Shuffle(order);
            var fold = new int[order.Length];
            for (var k = 0; k < order.Length; k++)
                fold[order[k]] = k % Folds;
            var others = Enumerable.Range(0, Folds).Select(f => all.Where(i => fold[i] != f).ToArray()).ToArray();
            return Chosen(i => others[fold[i]]);
        }

        // How many are right when a quarter of what is said, the least likely, stays unsaid.
        double Surest(Func<int, int, bool> says)
        {
            var said = labels.SelectMany((_, l) => all.Where(i => says(l, i)).Select(i => (P: given[l][i], True: there[l][i]))).OrderByDescending(d => d.P).ToArray();
            var kept = said.Take((int)Math.Ceiling(said.Length * (1 - Abstain))).ToArray();
            return kept.Length == 0 ? 0 : kept.Count(d => d.True) / (double)kept.Length;
        }

        // The threshold for a text is chosen on the texts that its group names.
        Averages Chosen(Func<int, int[]> group)
        {
            var thresholds = all.Select(group).Distinct().ToDictionary(texts => texts, texts => labels.Select((_, l) => Best(texts, given[l], there[l])).ToArray());
            return F1((l, i) => given[l][i] >= thresholds[group(i)][l]).Averages;
        }

        (Averages Averages, string PerLabel) F1(Func<int, int, bool> says)
        {
            var counts = labels.Select((_, l) => (Hits: all.Count(i => says(l, i) && there[l][i]), Said: all.Count(i => says(l, i)), There: there[l].Count(b => b)))
                .Concat(unknown.Select(count => (Hits: 0, Said: 0, There: count))).Where(c => c.There > 0).ToArray();
            var each = counts.Select(c => 2.0 * c.Hits / (c.Said + c.There)).ToArray();
            return (new(2.0 * counts.Sum(c => c.Hits) / counts.Sum(c => c.Said + c.There), each.Average()),
                string.Join(' ', each.Select(f => f.ToString(".000", CultureInfo.InvariantCulture))));
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"own {Own}, nested {Nested}, cross {Cross}, tuned {Tuned}; Brier {Brier:.0000}, ECE {CalibrationError:.000}; precision at 25 % abstained {PrecisionSaid:.000}, cross {CrossPrecisionSaid:.000}; {Band}; F1 each {PerLabel}");

    private static double Best(int[] texts, double[] given, bool[] there)
    {
        var order = texts.OrderByDescending(i => given[i]).ToArray();
        var positives = texts.Count(i => there[i]);
        var (best, threshold, hits) = (0.0, 0.5, 0);
        for (var k = 0; k < order.Length; k++)
        {
            hits += there[order[k]] ? 1 : 0;
            var next = k + 1 < order.Length ? given[order[k + 1]] : 0;
            var f1 = 2.0 * hits / (k + 1 + positives);
            if (f1 > best && next < given[order[k]])
                (best, threshold) = (f1, (given[order[k]] + next) / 2);
        }

        return threshold;
    }
}
