namespace Foresight.Plugins.FocusClassifier;

/// <summary>Which texts have which rare words and word pairs, to find texts alike without comparing each with each.</summary>
internal sealed class RareWords
{
    /// <summary>A word in more of the texts than one in this many tells little of the matter.</summary>
    private const int OneIn = 20;

    /// <summary>However many texts there are: a word in more of them is not looked at, or the time would grow with the square of the texts.</summary>
    private const int MostTexts = 1000;

    private readonly SparseText[] _texts;
    private readonly (int Text, float Value)[][] _byWord;

    /// <param name="texts">Texts as features.</param>
    /// <param name="words">The features below this number are words of the whole text.</param>
    public RareWords(IReadOnlyList<SparseText> texts, int words)
    {
        var most = Math.Min(MostTexts, texts.Count / OneIn);
        var frequency = new int[words];
        foreach (var feature in texts.SelectMany(text => text.Features.TakeWhile(feature => feature < words)))
            frequency[feature]++;
        _texts = [.. texts.Select(text => Rare(text, feature => feature < words && frequency[feature] <= most))];
        _byWord = new (int, float)[words][];
        var filled = new int[words];
        for (var i = 0; i < _texts.Length; i++)
        {
            foreach (var (feature, value) in _texts[i].Features.Zip(_texts[i].Values))
                (_byWord[feature] ??= new (int, float)[frequency[feature]])[filled[feature]++] = (i, value);
        }
    }

    /// <summary>All pairs of texts whose rare words have at least this cosine.</summary>
    public IEnumerable<Likeness> Pairs(float least)
    {
        var sums = new float[_texts.Length];
        var touched = new List<int>();
        for (var i = 0; i < _texts.Length; i++)
        {
            foreach (var (feature, value) in _texts[i].Features.Zip(_texts[i].Values))
            {
                foreach (var (other, otherValue) in _byWord[feature])
                {
                    if (other >= i)
                        break;
                    if (sums[other] == 0)
                        touched.Add(other);
                    sums[other] += value * otherValue;
                }
            }

            foreach (var other in touched)
            {
                if (sums[other] >= least)
                    yield return new Likeness(other, i, sums[other]);
                sums[other] = 0;
            }

            touched.Clear();
        }
    }

    private static SparseText Rare(SparseText text, Func<int, bool> keep)
    {
        var kept = Enumerable.Range(0, text.Features.Length).Where(k => keep(text.Features[k])).ToArray();
        var length = MathF.Sqrt(kept.Sum(k => text.Values[k] * text.Values[k]));
        return new SparseText([.. kept.Select(k => text.Features[k])], [.. kept.Select(k => length > 0 ? text.Values[k] / length : 0)]);
    }
}
