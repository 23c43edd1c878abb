using System.IO.Compression;

namespace Foresight.Formats;

/// <summary>
/// A stream whose beginning can be looked at before it is read. What is packed with gzip is unpacked: some services pack an answer
/// without saying so.
/// </summary>
public sealed class HeadStream : Stream
{
    private const int HeadSize = 4096;
    private readonly Stream inner;
    private readonly byte[] head;
    private int position;

    private HeadStream(Stream inner, byte[] head) => (this.inner, this.head) = (inner, head);

    /// <summary>The first bytes, at most 4 KiB; they are still to be read.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Reads the beginning of a stream. The result owns the stream.</summary>
    /// <exception cref="InvalidDataException">It is packed, and broken.</exception>
    public static async Task<HeadStream> OpenAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var opened = new HeadStream(stream, await ReadHeadAsync(stream, cancellationToken).ConfigureAwait(false));
        if (!opened.Head.StartsWith(new byte[] { 0x1F, 0x8B }))
            return opened;
        var unpacked = new GZipStream(opened, CompressionMode.Decompress);
        return new HeadStream(unpacked, await ReadHeadAsync(unpacked, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => TakeHead(buffer) is var taken and > 0 ? taken : inner.Read(buffer);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        TakeHead(buffer.Span) is var taken and > 0 ? ValueTask.FromResult(taken) : inner.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<byte[]> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[HeadSize];
        var count = await stream.ReadAtLeastAsync(buffer, HeadSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return buffer[..count];
    }

    private int TakeHead(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, head.Length - position);
        head.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }
}
