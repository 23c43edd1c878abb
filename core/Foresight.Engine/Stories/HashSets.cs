namespace Foresight.Engine.Stories;

/// <summary>Sets of hashes as sorted arrays: a document is kept as long as its week lasts, and a hash set would take five times the memory.</summary>
internal static class HashSets
{
    /// <summary>The elements in order, each once.</summary>
    public static T[] Of<T>(ReadOnlySpan<T> elements)
        where T : IComparable<T>
    {
        var sorted = elements.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var element in sorted)
        {
            if (count == 0 || element.CompareTo(sorted[count - 1]) != 0)
            {
                sorted[count++] = element;
            }
        }

        return sorted[..count];
    }

    /// <summary>How many elements two sets share.</summary>
    public static int Shared(ulong[] one, ulong[] other)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            // Without branches: which of two hashes is less cannot be guessed.
            var (a, b) = (one[i], other[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Whether a set of shortened hashes has an element.</summary>
    public static bool Has(uint[] set, ulong element) => Array.BinarySearch(set, (uint)element) >= 0;
}
