using System.Runtime.InteropServices;
using System.Text;

namespace Foresight.Formats.Observations;

/// <summary>
/// A column that is coded as it is read: a field becomes a string only when it is seen for the first time, and a block lists only
/// the values that it has.
/// </summary>
/// <param name="blockRows">How many rows a block has at most.</param>
/// <param name="wanted">Which values the caller wants; asked once per distinct value. Null for all.</param>
internal sealed class CodedBytes(int blockRows, Func<string, bool>? wanted = null)
{
    /// <summary>A column with more values than this is no code list: what was remembered is dropped at the next block.</summary>
    private const int MostRemembered = 200_000;

    /// <summary>Columns grow as rows come: a short message with many columns must not cost blocks of them.</summary>
    private const int FirstRows = 256;

    private byte[] bytes = new byte[1024];
    private int used;
    private Entry[] entries = new Entry[64];
    private int remembered;
    private int[] slots = new int[256];
    private List<string> blockValues = [];
    private int[] codes = new int[Math.Min(blockRows, FirstRows)];
    private int last = -1;

    /// <summary>The number of bytes of the last field.</summary>
    public int LastLength { get; private set; }

    /// <summary>Whether a record goes on with the same field as the row before: in sorted tables most fields do.</summary>
    public bool Repeats(ReadOnlySpan<byte> rest) =>
        last >= 0 && rest.Length > LastLength && rest[LastLength] == (byte)','
        && rest[..LastLength].SequenceEqual(bytes.AsSpan(entries[last].Start, LastLength));

    /// <summary>Sets the field of a row.</summary>
    public void Add(int row, ReadOnlySpan<byte> field)
    {
        if (row >= codes.Length)
            Array.Resize(ref codes, Math.Clamp(codes.Length * 2, row + 1, Math.Max(blockRows, row + 1)));
        if (field.IsEmpty)
        {
            codes[row] = -1;
            return;
        }

        Seek(field);
        ref var entry = ref entries[last];
        if (entry.BlockCode < 0)
        {
            entry.BlockCode = blockValues.Count;
            blockValues.Add(entry.Text);
        }

        codes[row] = entry.BlockCode;
    }

    /// <summary>Whether the caller wants rows with this field; an empty one is wanted where all are.</summary>
    public bool IsWanted(ReadOnlySpan<byte> field)
    {
        if (wanted is null || field.IsEmpty)
            return wanted is null;
        Seek(field);
        return entries[last].Wanted;
    }

    /// <summary>Sets the field of several rows, one after the other.</summary>
    public void AddRun(int row, int length, ReadOnlySpan<byte> field)
    {
        Add(row, field);
        if (row + length > codes.Length)
            Array.Resize(ref codes, Math.Max(codes.Length * 2, row + length));
        codes.AsSpan(row + 1, length - 1).Fill(codes[row]);
    }

    /// <summary>Makes the block's column and starts the next.</summary>
    public CodedTexts Build(int count)
    {
        var full = count == codes.Length;
        Array.Resize(ref codes, count);
        var column = new CodedTexts(blockValues, codes);
        (blockValues, codes) = ([], new int[full ? count : Math.Min(blockRows, FirstRows)]);
        if (remembered > MostRemembered)
        {
            (used, remembered, last) = (0, 0, -1);
            Array.Clear(slots);
        }

        for (var i = 0; i < remembered; i++)
            entries[i].BlockCode = -1;
        return column;
    }

    private void Seek(ReadOnlySpan<byte> field)
    {
        if (last < 0 || field.Length != LastLength || !field.SequenceEqual(bytes.AsSpan(entries[last].Start, LastLength)))
        {
            last = Find(field);
            LastLength = field.Length;
        }
    }

    private int Find(ReadOnlySpan<byte> field)
    {
        var hash = Hash(field);
        var mask = slots.Length - 1;
        for (var slot = (int)(hash & (uint)mask); ; slot = (slot + 1) & mask)
        {
            var at = slots[slot] - 1;
            if (at < 0)
                return Remember(field, hash, slot);
            ref var entry = ref entries[at];
            if (entry.Hash == hash && field.SequenceEqual(bytes.AsSpan(entry.Start, entry.Length)))
                return at;
        }
    }

    private int Remember(ReadOnlySpan<byte> field, uint hash, int slot)
    {
        while (used + field.Length > bytes.Length)
            Array.Resize(ref bytes, bytes.Length * 2);
        if (remembered == entries.Length)
            Array.Resize(ref entries, entries.Length * 2);
        field.CopyTo(bytes.AsSpan(used));
        var at = remembered++;
        var text = Encoding.UTF8.GetString(field);
        entries[at] = new Entry(hash, used, field.Length, text) { BlockCode = -1, Wanted = wanted is null || wanted(text) };
        used += field.Length;
        slots[slot] = at + 1;
        if (remembered * 2 > slots.Length)
            Widen();
        return at;
    }

    private void Widen()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var i = 0; i < remembered; i++)
        {
            var slot = (int)(entries[i].Hash & (uint)mask);
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = i + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> field)
    {
        var hash = (ulong)field.Length;
        while (field.Length >= sizeof(ulong))
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(field)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
            field = field[sizeof(ulong)..];
        }

        foreach (var one in field)
            hash = (hash ^ one) * 0x100000001B3;
        hash *= 0x9E3779B97F4A7C15;
        return (uint)(hash >> 32);
    }

    private record struct Entry(uint Hash, int Start, int Length, string Text)
    {
        public int BlockCode;
        public bool Wanted;
    }
}
