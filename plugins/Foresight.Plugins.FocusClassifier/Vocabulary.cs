namespace Foresight.Plugins.FocusClassifier;

/// <summary>The slots that a training set uses, numbered without gaps, and each one's weight by rarity (idf).</summary>
internal sealed class Vocabulary
{
    private Vocabulary(int[] slots, float[] rarity) => (Slots, Rarity) = (slots, rarity);

    /// <summary>The slots in rising order; a feature is the place in this list.</summary>
    public int[] Slots { get; }

    /// <summary>ln((1 + texts) / (1 + texts with it)) + 1; the same for a gram of the lead as for that gram in the whole text.</summary>
    public float[] Rarity { get; }

    /// <summary>Makes a vocabulary of the slots in at least <paramref name="minTexts"/> of the texts, and the texts as its features.</summary>
    public static (Vocabulary Vocabulary, SparseText[] Texts) Of(IReadOnlyList<string> texts, GramReader reader, BlockScale scale, int minTexts, ParallelOptions threads)
    {
        // The texts are read twice: to keep what the first time finds takes twice the memory of what is kept in the end.
        var frequency = Frequency(texts, reader, threads);
        var used = Enumerable.Range(0, frequency.Length).Where(slot => frequency[slot] >= minTexts).ToArray();
        var rarity = used.Select(slot => MathF.Log((1f + texts.Count) / (1f + frequency[reader.WholeSlot(slot)])) + 1).ToArray();
        var feature = new int[reader.Slots];
        Array.Fill(feature, -1);
        for (var i = 0; i < used.Length; i++)
            feature[used[i]] = i;
        var read = new SparseText[texts.Count];
        Parallel.For(0, texts.Count, threads, () => new TermCounts(reader.Slots), (i, _, counts) =>
        {
            Count(texts[i], reader, counts);
            counts.Sort();
            read[i] = Weighted(counts, feature, rarity, reader, scale);
            counts.Clear();
            return counts;
        }, _ => { });
        return (new Vocabulary(used, rarity), read);
    }

    /// <summary>In how many texts each slot occurs.</summary>
    private static int[] Frequency(IReadOnlyList<string> texts, GramReader reader, ParallelOptions threads)
    {
        var frequency = new int[reader.Slots];
        Parallel.For(0, texts.Count, threads, () => (Counts: new TermCounts(reader.Slots), Own: new int[reader.Slots]), (i, _, local) =>
        {
            Count(texts[i], reader, local.Counts);
            foreach (var slot in local.Counts.Slots)
                local.Own[slot]++;
            local.Counts.Clear();
            return local;
        }, local =>
        {
            lock (frequency)
            {
                for (var slot = 0; slot < frequency.Length; slot++)
                    frequency[slot] += local.Own[slot];
            }
        });
        return frequency;
    }

    private static void Count(string text, GramReader reader, TermCounts counts)
    {
        var sink = new CountingSink(counts);
        reader.Read(Passage.Of("", text), ref sink);
    }

    /// <summary>Counts times rarity, each block scaled to its length.</summary>
    private static SparseText Weighted(TermCounts counts, int[] feature, float[] rarity, GramReader reader, BlockScale scale)
    {
        var kept = 0;
        foreach (var slot in counts.Slots)
            kept += feature[slot] >= 0 ? 1 : 0;
        var (features, values, blocks, n) = (new int[kept], new float[kept], new byte[kept], 0);
        Span<float> squares = stackalloc float[GramReader.Blocks];
        squares.Clear();
        foreach (var slot in counts.Slots)
        {
            if (feature[slot] is not (>= 0 and var f))
                continue;
            (features[n], values[n], blocks[n]) = (f, counts[slot] * rarity[f], (byte)reader.BlockOf(slot));
            squares[blocks[n]] += values[n] * values[n];
            n++;
        }

        scale.ToFactors(squares);
        for (n = 0; n < kept; n++)
            values[n] *= squares[blocks[n]];
        return new SparseText(features, values);
    }
}
