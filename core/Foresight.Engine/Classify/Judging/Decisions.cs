namespace Foresight.Engine.Classify.Judging;

/// <summary>
/// All decisions on some texts as one table, text by text and label by label: so that they can be counted a thousand times. A label that the
/// model does not judge has probability 0.
/// </summary>
internal sealed class Decisions
{
    private readonly bool[] _true;
    private readonly bool[] _said;
    private readonly bool[] _open;
    private readonly double[] _probability;
    private readonly double[] _threshold;

    private Decisions(IReadOnlyList<string> labels, int texts)
    {
        (Labels, Texts) = (labels, texts);
        var size = texts * labels.Count;
        (_true, _said, _open, _probability, _threshold) = (new bool[size], new bool[size], new bool[size], new double[size], new double[size]);
    }

    public IReadOnlyList<string> Labels { get; }

    public int Texts { get; }

    /// <summary>Reads verdicts; the truth is asked for labels of <paramref name="labels"/> only.</summary>
    public static Decisions Of(IReadOnlyList<string> labels, IReadOnlyList<JudgedText> judged)
    {
        var table = new Decisions(labels, judged.Count);
        var column = labels.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        for (var text = 0; text < judged.Count; text++)
        {
            var row = text * labels.Count;
            foreach (var label in judged[text].Truth.Labels)
                table._true[row + column[label]] = true;
            foreach (var score in judged[text].Verdict.Scores)
            {
                var at = row + column[score.Label];
                (table._probability[at], table._threshold[at]) = (score.Probability, score.Threshold);
                (table._said[at], table._open[at]) = (score.Belongs, !score.Sure);
            }
        }

        return table;
    }

    public bool True(int text, int label) => _true[(text * Labels.Count) + label];

    public bool Said(int text, int label) => _said[(text * Labels.Count) + label];

    public bool Open(int text, int label) => _open[(text * Labels.Count) + label];

    public double Probability(int text, int label) => _probability[(text * Labels.Count) + label];

    /// <summary>How far above its threshold the probability is.</summary>
    public double Margin(int text, int label) => _probability[(text * Labels.Count) + label] - _threshold[(text * Labels.Count) + label];
}
