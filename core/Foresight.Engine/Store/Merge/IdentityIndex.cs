using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Foresight.Engine.Store.Merge;

/// <summary>
/// What is known of each latest row: by its identity's hash its content's hash and the number of its file. Open addressing in
/// many small parts that grow one at a time, so that growing never needs twice the memory.
/// </summary>
internal sealed class IdentityIndex
{
    private const int Parts = 256;

    // The file number of an entry just added, until its caller sets it.
    private const int Unplaced = -1;

    private readonly Entry[][] parts = new Entry[Parts][];
    private readonly int[] counts = new int[Parts];

    public IdentityIndex()
    {
        for (var i = 0; i < Parts; i++)
        {
            parts[i] = new Entry[8];
        }
    }

    public long Count => counts.Sum(count => (long)count);

    /// <summary>The entry of that identity; a new one (its file 0) where there was none. Valid until the next call.</summary>
    public ref Entry GetOrAdd(UInt128 identity, out bool existed)
    {
        var (high, low) = ((ulong)(identity >> 64), (ulong)identity);
        var part = (int)(high >> 56);
        if (counts[part] * 20L >= parts[part].Length * 17L)
        {
            Grow(part);
        }

        ref var entry = ref Probe(parts[part], high, low);
        existed = entry.File != 0;
        if (!existed)
        {
            (entry.High, entry.Low, entry.File) = (high, low, Unplaced);
            counts[part]++;
        }

        return ref entry;
    }

    /// <summary>The entry of that identity, where there is one.</summary>
    public Entry? Find(UInt128 identity)
    {
        var (high, low) = ((ulong)(identity >> 64), (ulong)identity);
        var entry = Probe(parts[(int)(high >> 56)], high, low);
        return entry.File == 0 ? null : entry;
    }

    private void Grow(int part)
    {
        var grown = new Entry[parts[part].Length * 3 / 2];
        foreach (ref var entry in parts[part].AsSpan())
        {
            if (entry.File != 0)
            {
                Probe(grown, entry.High, entry.Low) = entry;
            }
        }

        parts[part] = grown;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Entry Probe(Entry[] entries, ulong high, ulong low)
    {
        var slot = (int)Math.BigMul(low, (ulong)entries.Length, out _);
        while (true)
        {
            ref var entry = ref entries[slot];
            if (entry.File == 0 || (entry.Low == low && entry.High == high))
            {
                return ref entry;
            }

            slot = slot + 1 == entries.Length ? 0 : slot + 1;
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    internal struct Entry
    {
        public ulong High;
        public ulong Low;
        public ulong Content;
        public int File;
    }
}
