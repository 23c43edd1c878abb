namespace Foresight.Engine.Stories;

/// <summary>
/// Signatures by which sets with much in common are found without comparing every pair: of two sets, the chance that their least
/// hashes agree is the share of what they have in common. Two agreeing ones in a row make a candidate. The seeds are fixed.
/// </summary>
internal static class MinHash
{
    private const int Rows = 2;

    /// <summary>The keys of a set's bands; two sets that share one are candidates.</summary>
    /// <param name="set">Hashes of the elements; one may be there twice.</param>
    /// <param name="bands">How many bands: more find what has less in common.</param>
    /// <param name="kind">Keeps bands of one kind of set apart from those of others.</param>
    /// <param name="keys">Gets them.</param>
    public static void Bands(ReadOnlySpan<ulong> set, int bands, int kind, List<ulong> keys)
    {
        for (var band = 0; band < bands && set.Length > 0; band++)
        {
            var key = Mix(((ulong)kind << 32) + (ulong)band);
            for (var row = 0; row < Rows; row++)
            {
                var seed = Mix((ulong)((band * Rows) + row) + 0x9e3779b97f4a7c15UL);
                var least = ulong.MaxValue;
                foreach (var element in set)
                {
                    least = Math.Min(least, Mix(element ^ seed));
                }

                key = Mix(key ^ least);
            }

            keys.Add(key);
        }
    }

    /// <summary>One key of everything in its order: only equal ones share it.</summary>
    public static ulong Whole(ReadOnlySpan<ulong> elements, int kind)
    {
        var key = Mix((ulong)kind << 32);
        foreach (var element in elements)
        {
            key = Mix(key ^ element) + 1;
        }

        return key;
    }

    /// <summary>A text's hash, the same on every machine and at every run (FNV-1a, mixed).</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return Mix(hash);
    }

    /// <summary>SplitMix64's finaliser.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9UL;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebUL;
        return value ^ (value >> 31);
    }
}
