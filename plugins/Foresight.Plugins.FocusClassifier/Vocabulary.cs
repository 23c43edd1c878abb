namespace Foresight.Plugins.FocusClassifier;

/// <summary>The slots that a training set uses, numbered without gaps, and each one's weight by rarity (idf).</summary>
internal sealed class Vocabulary
{
    private Vocabulary(int[] slots, float[] rarity) => (Slots, Rarity) = (slots, rarity);

    /// <summary>The slots in rising order; a feature is the place in this list.</summary>
    public int[] Slots { get; }

    /// <summary>ln((1 + texts) / (1 + texts with it)) + 1.</summary>
    public float[] Rarity { get; }

    /// <summary>Reads the texts and makes a vocabulary of the slots in at least <paramref name="minTexts"/> of them.</summary>
    public static (Vocabulary Vocabulary, SparseText[] Texts) Of(IReadOnlyList<string> texts, GramReader reader, int minTexts, CancellationToken cancellationToken)
    {
        var raw = new SparseText[texts.Count];
        var frequency = new int[reader.Slots];
        var counts = new TermCounts(reader.Slots);
        var sink = new CountingSink(counts);
        for (var i = 0; i < texts.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.Read(texts[i], GramReader.LeadOf(texts[i]), ref sink);
            counts.Sort();
            var slots = counts.Slots.ToArray();
            var values = new float[slots.Length];
            for (var k = 0; k < slots.Length; k++)
            {
                values[k] = counts[slots[k]];
                frequency[slots[k]]++;
            }

            counts.Clear();
            raw[i] = new SparseText(slots, values);
        }

        var used = Enumerable.Range(0, frequency.Length).Where(slot => frequency[slot] >= minTexts).ToArray();
        var rarity = used.Select(slot => MathF.Log((1f + texts.Count) / (1f + frequency[slot])) + 1).ToArray();
        var feature = new int[reader.Slots];
        Array.Fill(feature, -1);
        for (var i = 0; i < used.Length; i++)
            feature[used[i]] = i;
        for (var i = 0; i < raw.Length; i++)
            raw[i] = Weighted(raw[i], feature, rarity);
        return (new Vocabulary(used, rarity), raw);
    }

    /// <summary>Counts times rarity, scaled to length 1.</summary>
    private static SparseText Weighted(SparseText raw, int[] feature, float[] rarity)
    {
        var kept = raw.Features.Count(slot => feature[slot] >= 0);
        var features = new int[kept];
        var values = new float[kept];
        var (n, squares) = (0, 0f);
        for (var i = 0; i < raw.Features.Length; i++)
        {
            if (feature[raw.Features[i]] is >= 0 and var f)
            {
                features[n] = f;
                values[n] = raw.Values[i] * rarity[f];
                squares += values[n] * values[n];
                n++;
            }
        }

        var scale = squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
        for (var i = 0; i < n; i++)
            values[i] *= scale;
        return new SparseText(features, values);
    }
}
