using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>What an archive unpacks to, up to a limit: a small file that unpacks to endless text ends in a sentence.</summary>
internal sealed class BoundedStream(Stream inner, Func<long> limit, string what) : Stream
{
    private long read;

    public BoundedStream(Stream inner, long limit, string what)
        : this(inner, () => limit, what)
    {
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int count)
    {
        read += count;
        return read <= limit()
            ? count
            : throw new SourceException($"{what} unpacks to more than {limit() / 1_000_000} MB, more than any table of its kind: it was left unread.", Recovery.Stop) { Fault = Fault.TooBig };
    }
}
