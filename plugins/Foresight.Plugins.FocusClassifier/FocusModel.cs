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
    private readonly BlockScale _scale;
    private readonly WeightTable _table;
    private readonly NearestTexts? _nearest;
    private readonly TagScorer? _tags;

    private readonly ConcurrentBag<TermCounts> _scratch = [];

    public FocusModel(ModelData model)
    {
        _model = model;
        _reader = new GramReader(model.HashBits, model.MaxCharacters);
        _scale = model.Scale;
        _table = new WeightTable(_reader, model);
        _nearest = model.Nearest is null ? null : new NearestTexts(model.Nearest);
        _tags = model.Tags is null ? null : new TagScorer(model.Tags, model.Rarity);
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
        var passage = Passage.Of(given.Title, given.Text);
        var sink = new CountingSink(counts);
        _reader.Read(passage, ref sink);

        var labels = Labels.Count;
        Span<float> sums = stackalloc float[GramReader.Blocks * labels];
        Span<float> factors = stackalloc float[GramReader.Blocks];
        var stride = _tags?.Stride ?? 0;
        Span<float> tagSums = stackalloc float[GramReader.Blocks * stride];
        sums.Clear();
        factors.Clear();
        tagSums.Clear();
        foreach (var slot in counts.Slots)
        {
            var row = _table.Row(slot);
            var value = counts[slot] * row[0];
            var block = _reader.BlockOf(slot);
            factors[block] += value * value;
            var sum = sums.Slice(block * labels, labels);
            for (var l = 0; l < sum.Length; l++)
                sum[l] += value * row[l + 1];
            if (_tags is not null && row[0] > 0)
                _tags.Add(tagSums.Slice(block * stride, stride), _table.Feature(slot), value);
        }

        Span<float> scores = stackalloc float[labels];
        scores.Clear();
        _nearest?.AddTo(scores, _reader, _table, counts);
        counts.Clear();
        _scale.ToFactors(factors);
        var tags = _tags?.Scores(tagSums, factors) ?? [];
        // A text without a single known gram says nothing: the bias alone is no verdict.
        var nothing = !factors.ContainsAnyExcept(0f);
        var probabilities = new double[labels];
        var explained = new List<int>();
        for (var l = 0; l < labels; l++)
        {
            var label = _model.Labels[l];
            var score = label.Bias + scores[l];
            for (var block = 0; block < GramReader.Blocks; block++)
                score += sums[(block * labels) + l] * factors[block];
            probabilities[l] = nothing ? 0 : label.Calibration.Probability(score);
            if (probabilities[l] >= label.Threshold * Nearly)
                explained.Add(l);
        }

        var reasons = explained.Count > 0 ? Reasons.Of(passage, _reader, _table, explained, factors.ToArray(), _model.Terms) : [];
        return new Verdict([.. _model.Labels.Select((label, l) =>
            new LabelScore(label.Label, probabilities[l], label.Threshold, reasons.TryGetValue(l, out var terms) ? terms : [])
            {
                Lower = label.Lower,
                Upper = label.Upper,
            })])
        {
            Tags = tags,
        };
    }
}
