using System.IO.Compression;

namespace Foresight.Formats;

/// <summary>
/// A stream whose beginning can be looked at before it is read. What is packed with gzip is unpacked: some services pack an answer
/// without saying so.
/// </summary>
public sealed class HeadStream : ForwardingStream
{
    private const int HeadSize = 4096;
    private readonly byte[] head;
    private int position;

    private HeadStream(Stream inner, byte[] head)
        : base(inner) => this.head = head;

    /// <summary>The first bytes, at most 4 KiB; they are still to be read.</summary>
    public ReadOnlySpan<byte> Head => head;

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
    public override int Read(Span<byte> buffer) => TakeHead(buffer) is var taken and > 0 ? taken : Inner.Read(buffer);

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        TakeHead(buffer.Span) is var taken and > 0 ? ValueTask.FromResult(taken) : Inner.ReadAsync(buffer, cancellationToken);

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
