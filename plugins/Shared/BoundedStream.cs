using Foresight.Formats;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>What an archive unpacks to, up to a limit: a small file that unpacks to endless text ends in a sentence.</summary>
internal sealed class BoundedStream(Stream inner, Func<long> limit, string what) : ForwardingStream(inner)
{
    private long read;

    public BoundedStream(Stream inner, long limit, string what)
        : this(inner, () => limit, what)
    {
    }

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer) => Count(Inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    private int Count(int count)
    {
        read += count;
        return read <= limit()
            ? count
            : throw new SourceException($"{what} unpacks to more than {limit() / 1_000_000} MB, more than any table of its kind: it was left unread.", Recovery.Stop) { Fault = Fault.TooBig };
    }
}
