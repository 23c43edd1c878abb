namespace Foresight.Plugins.FocusClassifier;

/// <summary>The slots that a training set uses, numbered without gaps, and each one's weight by rarity (idf).</summary>
internal sealed class Vocabulary
{
    private Vocabulary(int[] slots, float[] rarity) => (Slots, Rarity) = (slots, rarity);

    /// <summary>The slots in rising order; a feature is the place in this list.</summary>
    public int[] Slots { get; }

    /// <summary>ln((1 + texts) / (1 + texts with it)) + 1; the same for a gram of the lead as for that gram in the whole text.</summary>
    public float[] Rarity { get; }

    /// <summary>Reads the texts and makes a vocabulary of the slots in at least <paramref name="minTexts"/> of them.</summary>
    public static (Vocabulary Vocabulary, SparseText[] Texts) Of(IReadOnlyList<string> texts, GramReader reader, BlockScale scale, int minTexts, CancellationToken cancellationToken)
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
        var rarity = used.Select(slot => MathF.Log((1f + texts.Count) / (1f + frequency[reader.WholeSlot(slot)])) + 1).ToArray();
        var feature = new int[reader.Slots];
        Array.Fill(feature, -1);
        for (var i = 0; i < used.Length; i++)
            feature[used[i]] = i;
        for (var i = 0; i < raw.Length; i++)
            raw[i] = Weighted(raw[i], feature, rarity, reader, scale);
        return (new Vocabulary(used, rarity), raw);
    }

    /// <summary>Counts times rarity, each block scaled to its length.</summary>
    private static SparseText Weighted(SparseText raw, int[] feature, float[] rarity, GramReader reader, BlockScale scale)
    {
        var kept = raw.Features.Count(slot => feature[slot] >= 0);
        var features = new int[kept];
        var values = new float[kept];
        Span<float> squares = stackalloc float[GramReader.Blocks];
        squares.Clear();
        var n = 0;
        foreach (var (slot, count) in raw.Features.Zip(raw.Values))
        {
            if (feature[slot] is >= 0 and var f)
            {
                features[n] = f;
                values[n] = count * rarity[f];
                squares[reader.BlockOf(slot)] += values[n] * values[n];
                n++;
            }
        }

        scale.ToFactors(squares);
        n = 0;
        foreach (var slot in raw.Features)
        {
            if (feature[slot] >= 0)
                values[n++] *= squares[reader.BlockOf(slot)];
        }

        return new SparseText(features, values);
    }
}
