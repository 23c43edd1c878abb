using System.Collections.Concurrent;
using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>A trained model: reads a text once and scores all labels together.</summary>
internal sealed class FocusModel : IClassifier
{
    /// <summary>A label this near to its threshold gets its reasons too: a person wants to know why not.</summary>
    private const double Nearly = 0.5;

    private readonly ModelData _model;
    private readonly GramReader _reader;
    private readonly int _stride;

    /// <summary>Per slot its rarity (0 where the slot is unknown) and then its weight for each label: one memory line per gram.</summary>
    private readonly float[] _table;

    private readonly ConcurrentBag<TermCounts> _scratch = [];

    public FocusModel(ModelData model)
    {
        _model = model;
        _reader = new GramReader(model.HashBits, model.MaxCharacters, model.LeadWeight);
        _stride = model.Labels.Count + 1;
        _table = new float[_reader.Slots * _stride];
        for (var i = 0; i < model.Slots.Length; i++)
        {
            var row = _table.AsSpan(model.Slots[i] * _stride, _stride);
            row[0] = (float)model.Rarity[i];
            for (var l = 0; l < model.Labels.Count; l++)
                row[l + 1] = (float)model.Weights[l][i];
        }

        Labels = [.. model.Labels.Select(label => label.Label)];
    }

    public IReadOnlyList<string> Labels { get; }

    public IReadOnlyList<Verdict> Classify(IReadOnlyList<ClassifierText> texts)
    {
        var verdicts = new Verdict[texts.Count];
        Parallel.For(
            0,
            texts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => _scratch.TryTake(out var counts) ? counts : new TermCounts(_reader.Slots),
            (i, _, counts) =>
            {
                verdicts[i] = Judge(texts[i], counts);
                return counts;
            },
            _scratch.Add);
        return verdicts;
    }

    private Verdict Judge(ClassifierText given, TermCounts counts)
    {
        var (text, lead) = GramReader.Join(given.Title, given.Text);
        var sink = new CountingSink(counts);
        _reader.Read(text, lead, ref sink);

        Span<float> scores = stackalloc float[_stride - 1];
        scores.Clear();
        var squares = 0f;
        foreach (var slot in counts.Slots)
        {
            var row = _table.AsSpan(slot * _stride, _stride);
            if (row[0] == 0)
                continue;
            var value = counts[slot] * row[0];
            squares += value * value;
            for (var l = 0; l < scores.Length; l++)
                scores[l] += value * row[l + 1];
        }

        counts.Clear();
        var scale = squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
        var probabilities = new double[scores.Length];
        var explained = new List<int>();
        for (var l = 0; l < scores.Length; l++)
        {
            var label = _model.Labels[l];
            // A text without a single known gram says nothing: the bias alone is no verdict.
            probabilities[l] = scale == 0 ? 0 : label.Calibration.Probability((scores[l] * scale) + label.Bias);
            if (probabilities[l] >= label.Threshold * Nearly)
                explained.Add(l);
        }

        var reasons = explained.Count > 0 ? Reasons.Of(text, lead, _reader, _table, _stride, explained, scale, _model.Terms) : [];
        return new Verdict([.. _model.Labels.Select((label, l) =>
            new LabelScore(label.Label, probabilities[l], label.Threshold, reasons.TryGetValue(l, out var terms) ? terms : []))]);
    }
}
