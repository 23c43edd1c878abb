using System.Buffers.Binary;
using SharpCompress.Compressors.LZMA;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>
/// How much memory a 7z archive asks for to be unpacked. It says so itself, in its list of contents, and SharpCompress takes as much at once
/// (up to 2 GB) without a question; so the list is read before it is opened.
/// </summary>
internal static class SevenZipMemory
{
    /// <summary>What 7-Zip takes at most of itself.</summary>
    public const long Most = 256 << 20;

    private const int StartBytes = 32;

    /// <summary>A list of one table has some hundred bytes.</summary>
    private const int MostListBytes = 1 << 20;

    /// <summary>A list may be packed, and its list again.</summary>
    private const int MostLists = 4;

    /// <summary>What it asks for: for the greatest of its parts, or for its packed list.</summary>
    /// <param name="archive">The archive; where it is read from is moved.</param>
    /// <exception cref="InvalidDataException">It is no such archive.</exception>
    public static long AskedBy(Stream archive)
    {
        Span<byte> start = stackalloc byte[StartBytes];
        archive.Position = 0;
        archive.ReadExactly(start);
        var list = Slice(archive, BinaryPrimitives.ReadInt64LittleEndian(start[12..]), BinaryPrimitives.ReadInt64LittleEndian(start[20..]));
        var asked = 0L;
        for (var i = 0; i < MostLists && list.Length > 0; i++)
        {
            var reader = new SevenZipListReader(list);
            var streams = reader.Read();
            asked = Math.Max(asked, streams.Memory);
            if (!streams.IsList || asked > Most)
                return asked;
            if (streams.Packed is not { Length: 5 } properties || streams.UnpackedBytes is < 0 or > MostListBytes)
                throw new InvalidDataException("The archive's list is packed in a way that is not known.");
            list = Unpacked(Slice(archive, streams.Position, streams.PackedBytes), properties, (int)streams.UnpackedBytes);
        }

        return asked;
    }

    private static byte[] Slice(Stream archive, long position, long count)
    {
        if (position < 0 || count is < 0 or > MostListBytes || position > archive.Length - StartBytes - count)
            throw new InvalidDataException("The archive's list is not where it should be.");
        var bytes = new byte[count];
        archive.Position = StartBytes + position;
        archive.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Unpacked(byte[] packed, byte[] properties, int count)
    {
        using var stream = LzmaStream.Create(properties, new MemoryStream(packed), packed.Length, count);
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
