using System.Buffers;
using System.Buffers.Binary;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>Bytes that are written one after another into a lent array.</summary>
internal sealed class PageBuffer : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(1 << 10);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    /// <summary>The next bytes, for the caller to fill.</summary>
    public Span<byte> Next(int count)
    {
        Length = checked(Length + count);
        Grow(Length);
        return bytes.AsSpan(Length - count, count);
    }

    public Span<byte> From(int start) => bytes.AsSpan(start, Length - start);

    public void Clear() => Length = 0;

    /// <summary>Takes back the last bytes.</summary>
    public void Return(int count) => Length -= count;

    public void Byte(byte value)
    {
        if (Length == bytes.Length)
        {
            Grow(Length + 1);
        }

        bytes[Length++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> values) => values.CopyTo(Next(values.Length));

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(sizeof(int)), value);

    /// <summary>A whole number of as many bytes as it needs (ULEB128).</summary>
    public void Varint(ulong value)
    {
        for (; value > 0x7f; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0); // What is known of a written chunk is kept to the file's end: it must not hold the bytes.
    }

    private void Grow(int length)
    {
        if (length <= bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length, (int)Math.Min(2L * bytes.Length, Array.MaxLength)));
        bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
