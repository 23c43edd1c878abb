using System.Collections.Concurrent;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// What labels the training texts nearest to a text have, by their rare words and word pairs. It sees what no sum of weights can: this word
/// together with that one. Of each training text only the words that weigh most are kept; that is as good, and small and fast.
/// </summary>
internal sealed class NearestTexts
{
    /// <summary>A word in more of the texts than one in this many tells little of the matter.</summary>
    private const int OneIn = 20;

    /// <summary>However many texts there are: a word in more of them is not looked at, or the time would grow with the texts.</summary>
    private const int MostTexts = 1000;

    /// <summary>Words kept of each training text.</summary>
    private const int MostWords = 40;

    /// <summary>Added to the likenesses that shares are taken of: where nothing is near, no label has a share.</summary>
    private const float Faint = 0.05f;

    private readonly NearestData _data;
    private readonly int[] _counts;
    private readonly ConcurrentBag<NearestScratch> _scratch = [];

    public NearestTexts(NearestData data)
    {
        _data = data;
        _counts = NearestData.CountsOf(data.Nearest);
    }

    /// <summary>What is told of a text: for the nearest, the nearest few and all of them each label's share, and last how alike the nearest is.</summary>
    public int Inputs => (_counts.Length * _data.Labels) + 1;

    /// <summary>Takes up the training texts; the first features are words, and <paramref name="rarity"/> has one number for each of those.</summary>
    public static NearestData Of(IReadOnlyList<SparseText> texts, ReadOnlySpan<float> rarity, bool[][] truth, int nearest)
    {
        var least = MathF.Log((1f + texts.Count) / (1f + Math.Min(MostTexts, texts.Count / OneIn))) + 1;
        var postings = new List<(int Text, byte Value)>?[rarity.Length];
        var words = new List<(int Feature, float Value)>();
        for (var i = 0; i < texts.Count; i++)
        {
            words.Clear();
            for (var k = 0; k < texts[i].Features.Length && texts[i].Features[k] < rarity.Length; k++)
            {
                if (IsRare(rarity[texts[i].Features[k]], least))
                    words.Add((texts[i].Features[k], texts[i].Values[k]));
            }

            words.Sort((a, b) => (-a.Value, a.Feature).CompareTo((-b.Value, b.Feature)));
            var kept = words.Take(MostWords).ToArray();
            var length = MathF.Sqrt(kept.Sum(word => word.Value * word.Value));
            foreach (var (feature, value) in kept)
                (postings[feature] ??= []).Add((i, (byte)Math.Max(1, MathF.Round(value / length * byte.MaxValue))));
        }

        var starts = new int[rarity.Length + 1];
        for (var f = 0; f < rarity.Length; f++)
            starts[f + 1] = starts[f] + (postings[f]?.Count ?? 0);
        var all = postings.SelectMany(list => list ?? []).ToArray();
        return new NearestData(nearest, least, texts.Count, truth.Length, starts, [.. all.Select(p => p.Text)], [.. all.Select(p => p.Value)], NearestData.Pack(truth, texts.Count), []);
    }

    /// <summary>What the neighbours in the other folds tell of each training text; per input its value for each text.</summary>
    public float[][] HeldOut(IReadOnlyList<SparseText> texts, float[] rarity, int[] fold, ParallelOptions threads)
    {
        var inputs = Enumerable.Range(0, Inputs).Select(_ => new float[texts.Count]).ToArray();
        Parallel.For(0, texts.Count, threads, i =>
        {
            var scratch = Begin();
            for (var k = 0; k < texts[i].Features.Length && texts[i].Features[k] < _data.Words; k++)
            {
                if (IsRare(rarity[texts[i].Features[k]], _data.LeastRarity))
                    Add(scratch, texts[i].Features[k], texts[i].Values[k]);
            }

            var told = new float[Inputs];
            Finish(scratch, told, fold, fold[i]);
            for (var k = 0; k < told.Length; k++)
                inputs[k][i] = told[k];
        });
        return inputs;
    }

    /// <summary>Adds to each label's score what the neighbours of a text tell.</summary>
    public void AddTo(Span<float> scores, GramReader reader, WeightTable table, TermCounts counts)
    {
        var scratch = Begin();
        foreach (var slot in counts.Slots)
        {
            if (slot >= reader.BlockSlots)
                continue;
            // An unknown word has no rarity at all.
            var rarity = table.Row(slot)[0];
            if (rarity >= _data.LeastRarity)
                Add(scratch, table.Feature(slot), counts[slot] * rarity);
        }

        Span<float> told = stackalloc float[Inputs];
        Finish(scratch, told, null, 0);
        for (var l = 0; l < scores.Length; l++)
        {
            var weights = _data.Weights[l];
            for (var k = 0; k < told.Length; k++)
                scores[l] += weights[k] * told[k];
        }
    }

    private static bool IsRare(float rarity, float least) => (float)(Half)rarity >= least;

    private NearestScratch Begin() => _scratch.TryTake(out var scratch) ? scratch : new NearestScratch(_data.Texts, _data.Nearest);

    private void Add(NearestScratch scratch, int feature, float value)
    {
        scratch.Squares += value * value;
        for (var p = _data.Starts[feature]; p < _data.Starts[feature + 1]; p++)
            scratch.Add(_data.Postings[p], value * _data.Values[p]);
    }

    /// <summary>Takes the nearest and tells what they are; texts of the left-out fold do not count.</summary>
    private void Finish(NearestScratch scratch, Span<float> told, int[]? fold, int leftOut)
    {
        told.Clear();
        var found = scratch.Take(fold, leftOut);
        var length = MathF.Sqrt(scratch.Squares) * byte.MaxValue;
        var sum = Faint;
        for (var (n, block) = (0, 0); n < found.Length; n++)
        {
            var alike = found[n].Alike / length;
            sum += alike;
            while (n >= _counts[block])
                block++;
            for (var b = block; b < _counts.Length; b++)
            {
                for (var l = 0; l < _data.Labels; l++)
                    told[(b * _data.Labels) + l] += _data.Belongs(found[n].Text, l) ? alike : 0;
            }

            // All blocks that end here, or will have no more.
            for (var b = block; b < _counts.Length && (n + 1 == _counts[b] || n + 1 == found.Length); b++)
            {
                for (var l = 0; l < _data.Labels; l++)
                    told[(b * _data.Labels) + l] /= sum;
            }
        }

        told[^1] = found.Length > 0 ? found[0].Alike / length : 0;
        scratch.Clear();
        _scratch.Add(scratch);
    }
}
