using System.Buffers.Binary;
using System.Numerics;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>Parquet's hybrid of runs and packed bits, for levels and codes.</summary>
internal static class RunEncoder
{
    private const int GroupSize = 8;

    /// <summary>How many bits numbers up to that one need; at least one, for some readers know no width of 0.</summary>
    public static int WidthOf(int greatest) => Math.Max(1, BitOperations.Log2((uint)greatest) + 1);

    public static void Write(PageBuffer to, ReadOnlySpan<int> values, int width)
    {
        // Short runs of wide codes take less than packed bits, as where each product has a few measures.
        var shortest = RunsIn(values) * (1L + ((width + 7) / 8)) < values.Length * (long)width / 8 ? 1 : GroupSize;
        while (!values.IsEmpty)
        {
            var run = RunOf(values);
            if (run >= shortest || run == values.Length)
            {
                WriteRun(to, values[0], run, width);
            }
            else
            {
                run = PackedOf(values);
                Pack(to, values[..run], width);
            }

            values = values[run..];
        }
    }

    public static void WriteRun(PageBuffer to, int value, int count, int width)
    {
        to.Varint((ulong)count << 1);
        for (var shift = 0; shift < width; shift += 8)
        {
            to.Byte((byte)(value >> shift));
        }
    }

    private static int RunOf(ReadOnlySpan<int> values) => values.IndexOfAnyExcept(values[0]) is >= 0 and var end ? end : values.Length;

    private static int RunsIn(ReadOnlySpan<int> values)
    {
        var runs = 0;
        for (var i = 1; i < values.Length; i++)
        {
            runs += values[i] == values[i - 1] ? 0 : 1;
        }

        return runs + 1;
    }

    /// <summary>Whole groups up to the next long run; all of them where none follows.</summary>
    private static int PackedOf(ReadOnlySpan<int> values)
    {
        var end = GroupSize;
        while (end + GroupSize <= values.Length && values.Slice(end, GroupSize).ContainsAnyExcept(values[end]))
        {
            end += GroupSize;
        }

        return end + GroupSize <= values.Length ? end : values.Length;
    }

    private static void Pack(PageBuffer to, ReadOnlySpan<int> values, int width)
    {
        var groups = (values.Length + GroupSize - 1) / GroupSize;
        to.Varint(((ulong)groups << 1) | 1);
        // Numbers leave the buffer four bytes at a time, so there must be room behind the last one.
        var packed = to.Next((groups * width) + sizeof(ulong));
        var (bits, filled, at) = (0UL, 0, 0);
        foreach (var value in values)
        {
            bits |= (ulong)(uint)value << filled;
            filled += width;
            if (filled >= 32)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(packed[at..], (uint)bits);
                (bits, filled, at) = (bits >> 32, filled - 32, at + sizeof(uint));
            }
        }

        packed[at..].Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(packed[at..], bits);
        to.Return(sizeof(ulong));
    }
}
