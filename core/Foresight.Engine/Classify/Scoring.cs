using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>A text with its true labels and the verdict on it.</summary>
internal readonly record struct JudgedText(LabelledText Truth, Verdict Verdict);

/// <summary>Counts right and wrong verdicts.</summary>
internal static class Scoring
{
    private const int Bins = 10;

    public static EvaluationReport Report(string data, string? model, IReadOnlyList<string> labels, IReadOnlyList<JudgedText> judged) => new(
        data,
        model,
        [.. labels.Select(label => Of(label, judged))],
        Overall(labels, judged),
        judged.Where(text => text.Truth.Language is not null).GroupBy(text => text.Truth.Language!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Overall(labels, [.. group]), StringComparer.Ordinal));

    private static LabelFigures Of(string label, IReadOnlyList<JudgedText> judged)
    {
        var (hits, said, there) = Count(label, judged);
        return new LabelFigures(label, there, Share(hits, said), Share(hits, there), F1(hits, said, there));
    }

    private static OverallFigures Overall(IReadOnlyList<string> labels, IReadOnlyList<JudgedText> judged)
    {
        var counts = labels.Select(label => Count(label, judged)).ToArray();
        var (hits, said, there) = (counts.Sum(c => c.Hits), counts.Sum(c => c.Said), counts.Sum(c => c.There));
        var decisions = judged.SelectMany(text => text.Verdict.Scores.Select(score => (score.Probability, True: text.Truth.Labels.Contains(score.Label)))).ToArray();
        var exact = judged.Count(text => text.Truth.Labels.SetEquals(text.Verdict.Scores.Where(score => score.Belongs).Select(score => score.Label)));
        var distance = decisions.GroupBy(d => Math.Min((int)(d.Probability * Bins), Bins - 1)).Sum(bin => Math.Abs(bin.Sum(d => d.Probability) - bin.Count(d => d.True)));
        return new OverallFigures(
            judged.Count,
            there,
            Share(hits, said),
            Share(hits, there),
            F1(hits, said, there),
            counts.Length == 0 ? 0 : counts.Average(c => F1(c.Hits, c.Said, c.There)),
            Share(exact, judged.Count),
            decisions.Length == 0 ? 0 : decisions.Average(d => Math.Pow(d.Probability - (d.True ? 1 : 0), 2)),
            decisions.Length == 0 ? 0 : distance / decisions.Length);
    }

    private static (int Hits, int Said, int There) Count(string label, IReadOnlyList<JudgedText> judged)
    {
        var (hits, said, there) = (0, 0, 0);
        foreach (var (truth, verdict) in judged)
        {
            var (belongs, says) = (truth.Labels.Contains(label), verdict.Scores.Any(score => score.Label == label && score.Belongs));
            hits += belongs && says ? 1 : 0;
            said += says ? 1 : 0;
            there += belongs ? 1 : 0;
        }

        return (hits, said, there);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double F1(int hits, int said, int there) => said + there == 0 ? 0 : 2.0 * hits / (said + there);
}
