using System.Buffers.Binary;
using Foresight.Plugins.TradeStatistics;
using Foresight.Plugins.TradeStatistics.Bulk;
using Foresight.Sdk;
using SharpCompress.Compressors.LZMA;
using SharpCompress.Writers.SevenZip;
using Xunit;

namespace Foresight.Plugins.Tests.TradeStatistics;

/// <summary>Archives that ask for more memory than any table needs: what they ask for stands in their list, which may be packed itself.</summary>
public sealed class SevenZipMemoryTests
{
    private const int StartBytes = 32;

    /// <summary>How LZMA2 stands in a list, up to its one property: its window.</summary>
    private static readonly byte[] Lzma2 = [0x21, 0x21, 0x01];

    public static TheoryData<string> Ways => ["as it is", "packed", "packed with a large window"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Archive_ThatAsksForALargeWindow_IsRefusedBeforeItIsTaken(string way)
    {
        using var month = Month(Crafted(way, window: 40));
        var before = GC.GetTotalAllocatedBytes();

        var exception = await month.FailAsync();

        Assert.Equal(Fault.TooBig, exception.Fault);
        Assert.Contains("MiB of memory", exception.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
    }

    [Theory]
    [InlineData("as it is")]
    [InlineData("packed")]
    public async Task Archive_ThatAsksForAUsualWindow_IsRead(string way)
    {
        using var month = Month(Crafted(way, window: 24));

        var rows = await month.ReadObservationsAsync();

        Assert.NotEmpty(rows);
    }

    private static PluginHarness Month(byte[] archive)
    {
        var month = PluginHarness.For<TradeStatisticsPlugin>("comext-bulk", new ComextBulkOptions { From = "2026-07" });
        month.Web.Serve("*202607.7z", archive);
        return month;
    }

    private static byte[] Crafted(string way, byte window)
    {
        using var written = new MemoryStream();
        using (var writer = new SevenZipWriter(written, new SevenZipWriterOptions { LeaveStreamOpen = true, CompressHeader = false }))
        using (var table = File.OpenRead(TradeFixture.Path("comext-bulk", "full_202607.dat")))
            writer.Write("full_202607.dat", table, null);
        var archive = written.ToArray();
        var place = StartBytes + (int)BinaryPrimitives.ReadInt64LittleEndian(archive.AsSpan(12));
        var (parts, list) = (archive[StartBytes..place], archive[place..]);
        list[list.AsSpan().IndexOf(Lzma2) + Lzma2.Length] = way == "packed with a large window" ? (byte)24 : window;
        return way == "as it is" ? Archive(parts, list) : Packed(parts, list, way == "packed" ? null : 0x7fff_ffff);
    }

    private static byte[] Packed(byte[] parts, byte[] list, int? window)
    {
        using var packed = new MemoryStream();
        byte[] properties;
        using (var stream = LzmaStream.Create(new LzmaEncoderProperties(), false, packed))
        {
            stream.Write(list);
            properties = [.. stream.Properties];
        }

        if (window is { } asked)
            BinaryPrimitives.WriteInt32LittleEndian(properties.AsSpan(1), asked);
        return Archive(
            [.. parts, .. packed.ToArray()],
            [23, 6, .. Number(parts.Length), 1, 9, .. Number((int)packed.Length), 0, 7, 11, 1, 0, 1, 0x23, 3, 1, 1, 5, .. properties, 12, .. Number(list.Length), 10, 1, .. Checksum(list), 0, 0]);
    }

    private static byte[] Archive(byte[] parts, byte[] list)
    {
        byte[] where = [.. BitConverter.GetBytes((long)parts.Length), .. BitConverter.GetBytes((long)list.Length), .. Checksum(list)];
        return [.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, .. Checksum(where), .. where, .. parts, .. list];
    }

    // Of four bytes.
    private static byte[] Number(int value) => [0xf0, .. BitConverter.GetBytes(value)];

    private static byte[] Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = ~0u;
        foreach (var value in bytes)
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++)
                checksum = (checksum >> 1) ^ (0xedb88320 & (0u - (checksum & 1)));
        }

        return BitConverter.GetBytes(~checksum);
    }
}
