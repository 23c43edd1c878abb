using System.Threading.Channels;
using Foresight.Formats;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>Unpacks on a thread of its own, a few pieces ahead of its reader: unpacking and reading cost about the same.</summary>
internal sealed class SevenZipText : ForwardingStream
{
    private const int PieceBytes = 512 * 1024;
    private const int MostPieces = 4;

    private readonly Channel<(byte[] Bytes, int Count)> full = Channel.CreateBounded<(byte[], int)>(MostPieces);
    private readonly Channel<byte[]> empty = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource stopped = new();
    private readonly Task unpacking;
    private byte[] piece = [];
    private int position;
    private int end;

    public SevenZipText(Stream inner, Uri url)
        : base(inner)
    {
        unpacking = Task.Run(() => UnpackAsync(url));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position == end)
        {
            if (piece.Length > 0)
                empty.Writer.TryWrite(piece);
            piece = [];
            (position, end) = (0, 0);
            if (!await full.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false) || !full.Reader.TryRead(out var next))
            {
                return 0;
            }

            (piece, end) = next;
        }

        var taken = Math.Min(buffer.Length, end - position);
        piece.AsMemory(position, taken).CopyTo(buffer);
        position += taken;
        return taken;
    }

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("It is read asynchronously.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stopped.Cancel();
            // It takes at most the unpacking of one piece.
            unpacking.Wait();
            stopped.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task UnpackAsync(Uri url)
    {
        try
        {
            while (true)
            {
                var bytes = empty.Reader.TryRead(out var used) ? used : new byte[PieceBytes];
                var count = Inner.ReadAtLeast(bytes, PieceBytes, throwOnEndOfStream: false);
                if (count == 0)
                    break;
                await full.Writer.WriteAsync((bytes, count), stopped.Token).ConfigureAwait(false);
            }

            full.Writer.Complete();
        }
        catch (OperationCanceledException)
        {
            // The reader has had enough.
            full.Writer.TryComplete();
        }
        catch (Exception e)
        {
            // The reader is told where it waits.
            full.Writer.TryComplete(e as SourceException ?? SevenZipTable.Broken(url, e));
        }
    }
}
