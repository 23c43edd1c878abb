using System.IO.Compression;
using System.Text;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Tests.Fetch;

public sealed class DecodeTests : IDisposable
{
    private const string Text = "a Å ä ö\nb Bé";

    private readonly FetchRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip", "x-gzip")]
    [InlineData("br", "br")]
    [InlineData("zlib", "deflate")]
    [InlineData("deflate", "deflate")]
    [InlineData("gzip", null)]
    [InlineData("", null)]
    [InlineData("", "identity")]
    [InlineData("", "gzip")]
    [InlineData("deflate gzip", "deflate, gzip")]
    [InlineData("gzip br", "gzip, br")]
    [InlineData("gzip gzip", "gzip")]
    public async Task Answer_PackedInAnyWay_IsKeptAsItCameAndReadUnpacked(string coding, string? stated)
    {
        var packed = Pack(Encoding.UTF8.GetBytes(Text), coding);
        run.Server.On("/", LoopbackReply.Bytes(packed, stated is null ? [("Content-Type", "text/plain")] : [("Content-Type", "text/plain"), ("Content-Encoding", stated)]));

        var (result, source) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal((LoadHealth.Ok, ""), (result.Health, result.Message));
        Assert.Equal(Text, Assert.Single(source.Texts));
        Assert.Equal(packed, await File.ReadAllBytesAsync(Assert.Single(run.RawFiles("*.txt*")), TestContext.Current.CancellationToken));
        Assert.Equal(coding.Length == 0, source.Files[0] is not null);
        Assert.Empty(await run.Store.VerifyAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("br", "", Text)]
    [InlineData("deflate", "", Text)]
    [InlineData("br", "gzip", Text)]
    [InlineData("deflate", "gzip", Text)]
    [InlineData("br, gzip", "gzip", Text)]
    [InlineData("br", "", "3;7")]
    [InlineData("br", "", "\u0411\u0440\u044e\u0441\u0441\u0435\u043b")]
    [InlineData("deflate", "", "x^2 a")]
    public async Task Answer_StatedAsPackedButIsNot_IsReadAsItIs(string stated, string coding, string text)
    {
        run.Server.On("/", LoopbackReply.Bytes(Pack(Encoding.UTF8.GetBytes(text), coding), ("Content-Type", "text/plain"), ("Content-Encoding", stated)));

        var (result, source) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal((LoadHealth.Ok, ""), (result.Health, result.Message));
        Assert.Equal(text, Assert.Single(source.Texts));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task LongText_StatedAsPackedButIsNot_IsReadAsItIs(string stated)
    {
        var text = string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"{i} b\u00e9{i * 7919}"));
        run.Server.On("/", LoopbackReply.Bytes(Encoding.UTF8.GetBytes(text), ("Content-Type", "text/plain"), ("Content-Encoding", stated)));

        var (_, source) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(text, Assert.Single(source.Texts));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip", null)]
    [InlineData("br", "br")]
    [InlineData("zlib", "deflate")]
    [InlineData("deflate", "deflate")]
    public async Task Answer_CutOffWithinItsPacking_IsBrokenAndNoRowIsRead(string coding, string? stated)
    {
        var packed = Pack(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"{i} T{i * 7919}"))), coding)[..^200];
        run.Server.On("/", LoopbackReply.Bytes(packed, stated is null ? [] : [("Content-Encoding", stated)]));

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal((LoadHealth.Failed, Fault.Broken), (result.Health, result.Fault));
        Assert.Contains("cannot be unpacked", result.Message, StringComparison.Ordinal);
        Assert.Empty(await run.TitlesAsync());
    }

    [Fact]
    public async Task Answer_ThatUnpacksToFarMoreThanItIs_IsTooBig()
    {
        run.Limits = run.Limits with { RatioFrom = 100_000 };
        run.Server.On("/", LoopbackReply.Bytes(Pack(new byte[50_000_000], "gzip"), ("Content-Encoding", "gzip")));

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(Fault.TooBig, result.Fault);
    }

    [Fact]
    public async Task Answer_ThatUnpacksBeyondTheLimit_IsTooBig()
    {
        run.Limits = run.Limits with { DecodedBytes = 1000 };
        run.Server.On("/", LoopbackReply.Bytes(Pack(Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, 500))), "br"), ("Content-Encoding", "br")));

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal(Fault.TooBig, result.Fault);
    }

    [Fact]
    public async Task Answer_PackedAsNobodyAsked_IsTold()
    {
        run.Server.On("/", LoopbackReply.Text("x", ("Content-Encoding", "zstd")));

        var (result, _) = await run.AskAsync(run.Server.Url("/"));

        Assert.Contains("'zstd'", result.Message, StringComparison.Ordinal);
        Assert.Equal("gzip, br, deflate", run.Server.Requests[0].Header("Accept-Encoding"));
    }

    [Fact]
    public async Task Archive_AskedFor_ComesAsItIsInAFileOfItsOwn()
    {
        run.Server.On("/", LoopbackReply.Text("PK\u0003\u0004 x"));
        var source = new AskingSource(run.Server.Url("/")) { Expected = Expected.Archive };

        await run.RunAsync(source);

        Assert.Equal("identity", run.Server.Requests[0].Header("Accept-Encoding"));
        Assert.Equal("PK\u0003\u0004 x", await File.ReadAllTextAsync(source.Files[0]!, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("text/plain; charset=iso-8859-1", "r\u00e5d", "windows-1252")]
    [InlineData("text/plain; charset=utf-8", "r\u00e5d \u2013", "utf-8")]
    [InlineData("text/plain; charset=nobody-knows", "r\u00e5d", "utf-8")]
    [InlineData("text/plain", "r\u00e5d \u2013", "windows-1252")]
    [InlineData("text/plain", "r\u00e5d \u2013", "utf-8")]
    [InlineData("text/plain; charset=iso-8859-1", "r\u00e5d", "utf-8-bom")]
    [InlineData("text/plain", "r\u00e5d \u0119", "utf-16")]
    [InlineData("application/xml", "<?xml version='1.0' encoding='ISO-8859-2'?><a>\u0119</a>", "iso-8859-2")]
    [InlineData("application/xml", "<?xml version='1.0' encoding='UTF-16'?><a>\u00e5</a>", "utf-8")]
    [InlineData("text/x", "<p><meta http-equiv=x content=\"text/html; charset=windows-1250\">\u0119", "windows-1250")]
    public async Task Text_InACharset_IsReadByMarkHeaderDeclarationOrBytes(string contentType, string text, string charset)
    {
        var encoding = charset switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "utf-16" => Encoding.Unicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(charset)!,
        };
        run.Server.On("/", LoopbackReply.Bytes((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)], ("Content-Type", contentType)));

        var (_, source) = await run.AskAsync(run.Server.Url("/"));

        Assert.Equal([text], source.Texts);
    }

    private static byte[] Pack(byte[] bytes, string codings)
    {
        foreach (var coding in codings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            using var packed = new MemoryStream();
            using (Stream stream = coding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
                "br" => new BrotliStream(packed, CompressionLevel.Optimal),
                "zlib" => new ZLibStream(packed, CompressionLevel.Optimal),
                _ => new DeflateStream(packed, CompressionLevel.Optimal),
            })
            {
                stream.Write(bytes);
            }

            bytes = packed.ToArray();
        }

        return bytes;
    }
}
