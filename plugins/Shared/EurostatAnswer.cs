using System.IO.Compression;
using System.Text;
using Foresight.Formats;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>An answer of Eurostat's that holds the data, unpacked where it was packed as ZIP or gzip.</summary>
internal sealed class EurostatAnswer : IAsyncDisposable
{
    private const long GreatestPacked = 256_000_000;
    private const long GreatestUnpacked = 4_000_000_000;

    /// <summary>Eurostat's tables pack to a tenth of their size or so.</summary>
    private const int GreatestRatio = 200;
    private const int AlwaysUnpacked = 1_000_000;
    private readonly Answer answer;
    private readonly ZipArchive? archive;
    private readonly HeadStream body;

    private EurostatAnswer(Answer answer, ZipArchive? archive, HeadStream body, Func<long> limit)
    {
        (this.answer, this.archive, this.body) = (answer, archive, body);
        Body = new BoundedStream(body, limit, $"The answer to {answer.Url.Shown()}");
    }

    /// <summary>Where the data came from: the question, or the place of the prepared answer.</summary>
    public Uri Url => answer.Url;

    /// <summary>The beginning as text, without byte order mark.</summary>
    public string Head => Encoding.UTF8.GetString(body.Head).TrimStart('\uFEFF').TrimStart();

    /// <summary>All bytes from the first.</summary>
    public Stream Body { get; }

    /// <summary>Takes over an answer; unpacks it where it is a ZIP file of one entry, whose name is not used.</summary>
    /// <exception cref="SourceException">It is packed, and cannot be unpacked.</exception>
    public static async Task<EurostatAnswer> OpenAsync(Answer answer, CancellationToken cancellationToken)
    {
        ZipArchive? archive = null;
        try
        {
            // What comes unpacked is not many times itself: of that there may be any amount.
            var stream = new BoundedStream(answer.Body, long.MaxValue, $"The answer to {answer.Url.Shown()}");
            Func<long> packed = () => stream.Position;
            if (answer.Head.Span.StartsWith("PK\u0003\u0004"u8))
            {
                archive = await UnzipAsync(answer, cancellationToken).ConfigureAwait(false);
                if (archive.Entries is not [var entry])
                    throw new InvalidDataException($"it has {archive.Entries.Count} entries where one was due");
                var size = entry.CompressedLength;
                (stream, packed) = (new BoundedStream(await entry.OpenAsync(cancellationToken).ConfigureAwait(false), GreatestUnpacked, $"The answer to {answer.Url.Shown()}"), () => size);
            }

            return new(answer, archive, await HeadStream.OpenAsync(stream, cancellationToken).ConfigureAwait(false), () => AlwaysUnpacked + (packed() * GreatestRatio));
        }
        catch (Exception e)
        {
            archive?.Dispose();
            await answer.DisposeAsync().ConfigureAwait(false);
            if (e is InvalidDataException)
                throw new SourceException($"The answer to {answer.Url.Shown()} cannot be unpacked ({e.Message.TrimEnd('.')}); the next run tries again.", Recovery.Retry, e) { Fault = Fault.Broken };
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await body.DisposeAsync().ConfigureAwait(false);
        archive?.Dispose();
        await answer.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A ZIP file has its contents' list at its end: it is read whole.</summary>
    private static async Task<ZipArchive> UnzipAsync(Answer answer, CancellationToken cancellationToken)
    {
        var packed = new MemoryStream();
        await new BoundedStream(answer.Body, GreatestPacked, $"The answer to {answer.Url.Shown()}").CopyToAsync(packed, cancellationToken).ConfigureAwait(false);
        return await ZipArchive.CreateAsync(packed, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellationToken).ConfigureAwait(false);
    }
}
