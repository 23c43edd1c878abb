namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// The features that tags are learned from: neither those of a large part of the texts, which tell nothing but are most of a text, nor those
/// of a few, which are most of the vocabulary: forty labels more take time.
/// </summary>
internal sealed class TagFeatures
{
    /// <summary>A feature in more of the texts than one in this many is left out.</summary>
    private const float OneIn = 10;

    /// <summary>A feature in fewer texts than this is left out.</summary>
    private const int MinTexts = 5;

    /// <summary>Of fewer texts than this nothing is left out: they take no time, and their words are too few to choose among.</summary>
    private const int Few = 2000;

    private readonly int[] _place;

    /// <param name="rarity">The rarity of each of the vocabulary's features.</param>
    /// <param name="lowest">Less rare features are left out.</param>
    /// <param name="highest">Rarer features are left out.</param>
    public TagFeatures(IReadOnlyList<Half> rarity, float lowest, float highest)
    {
        (Lowest, Highest) = (lowest, highest);
        _place = new int[rarity.Count];
        for (var f = 0; f < _place.Length; f++)
            _place[f] = (float)rarity[f] >= lowest && (float)rarity[f] <= highest ? Count++ : -1;
    }

    public float Lowest { get; }

    public float Highest { get; }

    /// <summary>Those of a training set.</summary>
    public static TagFeatures Of(Vocabulary vocabulary, int texts)
    {
        // By the rarity as the model keeps it, so that the model knows them again.
        var rarity = vocabulary.Rarity.Select(value => (Half)value).ToArray();
        return texts < Few
            ? new TagFeatures(rarity, 0, float.MaxValue)
            : new TagFeatures(rarity, MathF.Log(OneIn) + 1, (float)(Half)(MathF.Log((1f + texts) / (1f + MinTexts)) + 1));
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The place of a feature among these; -1 where it is none of them.</summary>
    public int PlaceOf(int feature) => _place[feature];

    /// <summary>What is left of a text.</summary>
    public SparseText Of(SparseText text)
    {
        var count = 0;
        foreach (var feature in text.Features)
            count += _place[feature] >= 0 ? 1 : 0;
        var (features, values, n) = (new int[count], new float[count], 0);
        for (var k = 0; k < text.Features.Length; k++)
        {
            if (_place[text.Features[k]] is var place and >= 0)
                (features[n], values[n++]) = (place, text.Values[k]);
        }

        return new SparseText(features, values);
    }
}
