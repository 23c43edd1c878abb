using System.Numerics;

namespace Foresight.Methods.Attention;

/// <summary>
/// About how many different terms a stream has, in half a megabyte: linear counting (Whang, Vander-Zanden and Taylor, ACM Transactions on Database
/// Systems 15, 1990, 208–229). Each term sets one of m bits; with e of them empty there are about −m ln(e / m) terms, to within one in a hundred
/// up to some millions.
/// </summary>
internal sealed class DifferentTerms
{
    private const int Words = 1 << 16;
    private readonly ulong[] _bits = new ulong[Words];

    public int Count
    {
        get
        {
            var set = 0;
            foreach (var word in _bits)
            {
                set += BitOperations.PopCount(word);
            }

            const double All = Words * 64.0;
            return (int)Math.Round(-All * Math.Log(Math.Max(1, All - set) / All));
        }
    }

    public void Add(string term)
    {
        // Not string.GetHashCode: it differs from run to run.
        var hash = 14695981039346656037UL;
        foreach (var letter in term)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        // The last steps of MurmurHash3 spread what short words leave together.
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        hash ^= hash >> 33;
        _bits[(hash >> 6) & (Words - 1)] |= 1UL << (int)(hash & 63);
    }
}
