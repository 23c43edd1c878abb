using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Foresight.Engine.Store.Merge;

/// <summary>
/// What is known of each latest and each retired row: by its identity's hash its content's hash and the number of its file. Extendible hashing: a
/// full bucket is parted in two, nothing else moves, so that growing leaves no garbage and never needs twice the memory. Buckets
/// lie side by side in large arrays, which the collector neither copies nor scans.
/// </summary>
internal sealed class IdentityIndex
{
    private const int BucketSize = 512;
    private const int MostInBucket = BucketSize * 7 / 8;
    private const int MostInSlab = 64;

    /// <summary>How many identities <see cref="Warm"/> takes.</summary>
    public const int WarmRows = 16;

    private readonly Entry[] parting = new Entry[BucketSize];
    private Bucket[] directory;
    private Entry[] slab = [];
    private int slabUsed;
    private int buckets;
    private int depth;
    private int touched;

    /// <param name="expected">How many rows are to come, as far as known: what has its final size from the start needs no parting.</param>
    public IdentityIndex(long expected = 0)
    {
        while (expected >> depth > MostInBucket * 9 / 10)
        {
            depth++;
        }

        directory = new Bucket[1 << depth];
        for (var i = 0; i < directory.Length; i++)
        {
            directory[i] = NewBucket(depth);
        }
    }

    public long Count { get; private set; }

    /// <summary>The entry of that identity; a new one where there was none. Valid until the next call.</summary>
    public ref Entry GetOrAdd(UInt128 identity, out bool existed)
    {
        var (high, low) = ((ulong)(identity >> 64), (ulong)identity);
        while (true)
        {
            var bucket = BucketOf(high);
            ref var entry = ref Probe(bucket, high, low);
            existed = !entry.IsEmpty;
            if (existed)
            {
                return ref entry;
            }

            if (bucket.Count < MostInBucket)
            {
                (entry.High, entry.Low, entry.File) = (high, low, Entry.Unplaced);
                bucket.Count++;
                Count++;
                return ref entry;
            }

            Part(bucket, high);
        }
    }

    /// <summary>
    /// Touches the places of the next identities. They lie all over memory: waiting for sixteen of them at once takes little
    /// longer than waiting for one.
    /// </summary>
    public void Warm(UInt128[] identities, int start)
    {
        var seen = 0;
        for (var i = start; i < Math.Min(start + WarmRows, identities.Length); i++)
        {
            var bucket = BucketOf((ulong)(identities[i] >> 64));
            seen += bucket.Slab[bucket.Start + ((int)(ulong)identities[i] & (BucketSize - 1))].File;
        }

        touched = seen; // Or the reads would be optimised away.
    }

    /// <summary>The entry of that identity, where there is one.</summary>
    public Entry? Find(UInt128 identity)
    {
        var high = (ulong)(identity >> 64);
        var entry = Probe(BucketOf(high), high, (ulong)identity);
        return entry.IsEmpty ? null : entry;
    }

    /// <summary>Marks the entry of that identity, where there is one, as brought by this load.</summary>
    public void MarkSeen(UInt128 identity)
    {
        var high = (ulong)(identity >> 64);
        ref var entry = ref Probe(BucketOf(high), high, (ulong)identity);
        entry.Seen = !entry.IsEmpty;
    }

    /// <summary>Forgets the entries of all other files, and keeps its memory for the next.</summary>
    /// <param name="kept">By the number of a file whether it is kept.</param>
    public void KeepOnly(bool[] kept)
    {
        Count = 0;
        foreach (var bucket in Buckets())
        {
            TakeOut(bucket);
            foreach (ref var entry in parting.AsSpan())
            {
                if (!entry.IsEmpty && kept[entry.File])
                {
                    Put(bucket, entry);
                    Count++;
                }
            }
        }
    }

    /// <summary>The identities of the entries for which it holds, in no order.</summary>
    public IEnumerable<UInt128> Where(Func<Entry, bool> holds)
    {
        foreach (var bucket in Buckets())
        {
            for (var slot = bucket.Start; slot < bucket.Start + BucketSize; slot++)
            {
                var entry = bucket.Slab[slot];
                if (!entry.IsEmpty && holds(entry))
                {
                    yield return new(entry.High, entry.Low);
                }
            }
        }
    }

    private IEnumerable<Bucket> Buckets()
    {
        for (var i = 0; i < directory.Length; i++)
        {
            // A bucket's places in the directory lie side by side.
            if (i == 0 || !ReferenceEquals(directory[i], directory[i - 1]))
            {
                yield return directory[i];
            }
        }
    }

    private Bucket BucketOf(ulong high) => directory[depth == 0 ? 0 : (int)(high >> (64 - depth))];

    private void Part(Bucket bucket, ulong high)
    {
        if (bucket.Depth == depth)
        {
            var doubled = new Bucket[directory.Length * 2];
            for (var i = 0; i < doubled.Length; i++)
            {
                doubled[i] = directory[i / 2];
            }

            (directory, depth) = (doubled, depth + 1);
        }

        bucket.Depth++;
        var other = NewBucket(bucket.Depth);
        TakeOut(bucket);
        foreach (ref var entry in parting.AsSpan())
        {
            if (!entry.IsEmpty)
            {
                Put(((entry.High >> (64 - bucket.Depth)) & 1) == 0 ? bucket : other, entry);
            }
        }

        // The directory's places of this bucket are those that share its first bits; the upper half of them is the other's.
        var places = 1 << (depth - bucket.Depth + 1);
        var first = (int)(high >> (64 - depth)) & ~(places - 1);
        directory.AsSpan(first + (places / 2), places / 2).Fill(other);
    }

    private void TakeOut(Bucket bucket)
    {
        var entries = bucket.Slab.AsSpan(bucket.Start, BucketSize);
        entries.CopyTo(parting);
        entries.Clear();
        bucket.Count = 0;
    }

    private static void Put(Bucket bucket, in Entry entry)
    {
        Probe(bucket, entry.High, entry.Low) = entry;
        bucket.Count++;
    }

    private Bucket NewBucket(int itsDepth)
    {
        if (slabUsed == slab.Length)
        {
            // A source of a few rows has a few buckets. Pinned arrays have a heap of their own: as mere large ones they would let the
            // collector wait with other large ones, which batches are full of, until there is as much waste as index.
            (slab, slabUsed) = (GC.AllocateArray<Entry>(Math.Clamp(buckets, 1, MostInSlab) * BucketSize, pinned: true), 0);
        }

        var bucket = new Bucket(slab, slabUsed, itsDepth);
        slabUsed += BucketSize;
        buckets++;
        return bucket;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Entry Probe(Bucket bucket, ulong high, ulong low)
    {
        var entries = bucket.Slab.AsSpan(bucket.Start, BucketSize);
        var slot = (int)low & (BucketSize - 1);
        while (true)
        {
            ref var entry = ref entries[slot];
            if (entry.IsEmpty || (entry.Low == low && entry.High == high))
            {
                return ref entry;
            }

            slot = (slot + 1) & (BucketSize - 1);
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    internal struct Entry
    {
        /// <summary>The file number of an entry just added, until its caller sets it.</summary>
        public const int Unplaced = RetiredBit - 1;

        private const int SeenBit = 1 << 30;
        private const int RetiredBit = 1 << 29;

        public ulong High;
        public ulong Low;
        public ulong Content;
        private int place;

        public readonly bool IsEmpty => place == 0;

        /// <summary>The number of the row's file: the latest one's, or for a retired row that of the file it was retired to.</summary>
        public int File
        {
            readonly get => place & Unplaced;
            set => place = (place & ~Unplaced) | value;
        }

        /// <summary>Whether this load brought the row, changed or not.</summary>
        public bool Seen
        {
            readonly get => (place & SeenBit) != 0;
            set => place = value ? place | SeenBit : place & ~SeenBit;
        }

        /// <summary>Whether the row is known from the history only.</summary>
        public bool Retired
        {
            readonly get => (place & RetiredBit) != 0;
            set => place = value ? place | RetiredBit : place & ~RetiredBit;
        }
    }

    private sealed class Bucket(Entry[] slab, int start, int depth)
    {
        public Entry[] Slab { get; } = slab;

        public int Start { get; } = start;

        /// <summary>How many first bits of the hash all entries share.</summary>
        public int Depth { get; set; } = depth;

        public int Count { get; set; }
    }
}
