using System.IO.Compression;
using System.Text;
using Xunit;

namespace Foresight.Formats.Tests;

public class HeadStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(10_000)]
    public async Task Open_PlainOrPacked_ReadsTheSameAndShowsTheHead(int length)
    {
        var plain = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26)))));

        using var first = await HeadStream.OpenAsync(new MemoryStream(plain), TestContext.Current.CancellationToken);
        using var second = await HeadStream.OpenAsync(new MemoryStream(Pack(plain)), TestContext.Current.CancellationToken);

        Assert.Equal(plain.Take(4096), first.Head.ToArray());
        Assert.Equal(plain.Take(4096), second.Head.ToArray());
        Assert.Equal(plain, ReadAll(first));
        Assert.Equal(plain, ReadAll(second));
    }

    private static byte[] Pack(byte[] plain)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(plain);
        return packed.ToArray();
    }

    private static byte[] ReadAll(Stream stream)
    {
        var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
