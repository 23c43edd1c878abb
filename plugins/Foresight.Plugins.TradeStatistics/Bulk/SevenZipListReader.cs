using System.Buffers.Binary;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>What is needed of a 7z archive's list: how its parts are packed. What follows them (names, times) is not read.</summary>
internal ref struct SevenZipListReader(ReadOnlySpan<byte> rest)
{
    private const byte End = 0, List = 1, Properties = 2, OtherStreams = 3, MainStreams = 4, Packs = 6, Parts = 7, Sizes = 9, Checksums = 10, Part = 11, UnpackedSizes = 12, PackedList = 23;
    private const byte HasProperties = 0x20, HasManyStreams = 0x10, IdLength = 0x0f;
    private const ulong Lzma = 0x030101, Lzma2 = 0x21, Ppmd = 0x030401;
    private const int MostCoders = 32;

    private ReadOnlySpan<byte> rest = rest;
    private long memory;
    private long position;
    private long packedBytes;
    private long unpackedBytes;
    private byte[]? packed;

    /// <summary>Reads the list.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or in a form that is not known.</exception>
    public SevenZipStreams Read()
    {
        var kind = Byte();
        if (kind == PackedList)
        {
            ReadStreams();
        }
        else if (kind == List)
        {
            for (var id = Byte(); id is Properties or OtherStreams or MainStreams; id = Byte())
            {
                if (id == Properties)
                    SkipProperties();
                else
                    ReadStreams();
                if (id == MainStreams)
                    break;
            }
        }
        else
        {
            throw Damaged();
        }

        return new SevenZipStreams(kind == PackedList, memory, position, packedBytes, unpackedBytes, packed);
    }

    private void ReadStreams()
    {
        var id = Byte();
        if (id == Packs)
        {
            position = Number();
            var count = Number();
            for (id = Byte(); id != End; id = Byte())
            {
                if (id == Sizes)
                    packedBytes = ReadNumbers(count);
                else if (id == Checksums)
                    SkipChecksums(count);
                else
                    throw Damaged();
            }

            id = Byte();
        }

        if (id != Parts || Byte() != Part)
            throw Damaged();
        ReadParts();
    }

    private void ReadParts()
    {
        var parts = Number();
        // Parts that are listed elsewhere are a form that nobody writes.
        if (Byte() != 0)
            throw Damaged();
        var streams = 0L;
        for (var i = 0L; i < parts; i++)
            streams += ReadPart();
        if (Byte() != UnpackedSizes)
            throw Damaged();
        unpackedBytes = ReadNumbers(streams);
    }

    private long ReadPart()
    {
        var coders = Number();
        if (coders is < 1 or > MostCoders)
            throw Damaged();
        var (asked, inputs, outputs) = (0L, 0L, 0L);
        for (var i = 0L; i < coders; i++)
        {
            var flags = Byte();
            var method = 0UL;
            foreach (var part in Bytes(flags & IdLength))
                method = (method << 8) | part;
            (inputs, outputs) = (flags & HasManyStreams) == 0 ? (inputs + 1, outputs + 1) : (inputs + Few(), outputs + Few());
            var properties = (flags & HasProperties) == 0 ? [] : Bytes(Number());
            asked += MemoryOf(method, properties);
            packed = coders == 1 && method == Lzma ? properties.ToArray() : null;
        }

        // Which output leads to which input, and, where there are several, which inputs are the packed streams.
        var bonds = outputs - 1;
        ReadNumbers(2 * bonds);
        if (inputs - bonds > 1)
            ReadNumbers(inputs - bonds);
        memory = Math.Max(memory, asked);
        return outputs;
    }

    private static long MemoryOf(ulong method, ReadOnlySpan<byte> properties) => method switch
    {
        Lzma or Ppmd => properties.Length == 5 ? BinaryPrimitives.ReadUInt32LittleEndian(properties[1..]) : throw Damaged(),
        Lzma2 => properties is [<= 40 and var size] ? (2L | (size & 1L)) << ((size >> 1) + 11) : throw Damaged(),
        _ => 0,
    };

    private void SkipProperties()
    {
        while (Byte() != End)
            Bytes(Number());
    }

    private void SkipChecksums(long count)
    {
        var known = count;
        if (Byte() == 0)
        {
            known = 0;
            foreach (var bits in Bytes((count + 7) / 8))
                known += byte.PopCount(bits);
        }

        Bytes(4 * known);
    }

    /// <summary>Reads so many numbers and gives the first.</summary>
    private long ReadNumbers(long count)
    {
        var first = count > 0 ? Number() : 0;
        for (var i = 1L; i < count; i++)
            Number();
        return first;
    }

    private long Few() => Number() is <= MostCoders and var few ? few : throw Damaged();

    // The first byte's leading ones say how many bytes follow, the least first; its other bits are the highest.
    private long Number()
    {
        var first = Byte();
        var following = byte.LeadingZeroCount((byte)~first);
        var value = 0UL;
        var bytes = Bytes(following);
        for (var i = 0; i < bytes.Length; i++)
            value |= (ulong)bytes[i] << (8 * i);
        if (following < 7)
            value |= (ulong)(first & ((1 << (7 - following)) - 1)) << (8 * following);
        return value <= long.MaxValue ? (long)value : throw Damaged();
    }

    private byte Byte() => Bytes(1)[0];

    private ReadOnlySpan<byte> Bytes(long count)
    {
        if (count < 0 || count > rest.Length)
            throw Damaged();
        var bytes = rest[..(int)count];
        rest = rest[(int)count..];
        return bytes;
    }

    private static InvalidDataException Damaged() => new("The archive's list is damaged, or in a form that is not known.");
}

/// <summary>How an archive's parts are packed.</summary>
/// <param name="IsList">Whether it is its list that is packed, in one part.</param>
/// <param name="Memory">What the greatest part asks for.</param>
/// <param name="Position">Where the packed bytes begin, behind the archive's start.</param>
/// <param name="PackedBytes">The length of the first of them.</param>
/// <param name="UnpackedBytes">What they unpack to.</param>
/// <param name="Packed">The properties of LZMA where the last part is packed by nothing else.</param>
internal readonly record struct SevenZipStreams(bool IsList, long Memory, long Position, long PackedBytes, long UnpackedBytes, byte[]? Packed);
