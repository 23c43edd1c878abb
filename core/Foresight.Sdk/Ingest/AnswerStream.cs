using Foresight.Formats;

namespace Foresight.Sdk;

/// <summary>An answer's bytes from the first: those already looked at, then the rest. A fault in reading them is told as the source's.</summary>
internal sealed class AnswerStream(Uri url, ReadOnlyMemory<byte> head, Stream rest) : ForwardingStream(rest)
{
    private ReadOnlyMemory<byte> head = head;

    public override int Read(Span<byte> buffer)
    {
        if (TakeHead(buffer) is var taken and > 0)
        {
            return taken;
        }

        try
        {
            return Inner.Read(buffer);
        }
        catch (Exception e) when (SourceRequests.Explain(url, e, CancellationToken.None) is { } explained)
        {
            throw explained;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (TakeHead(buffer.Span) is var taken and > 0)
        {
            return taken;
        }

        try
        {
            return await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (SourceRequests.Explain(url, e, cancellationToken) is { } explained)
        {
            throw explained;
        }
    }

    private int TakeHead(Span<byte> buffer)
    {
        var taken = Math.Min(head.Length, buffer.Length);
        head.Span[..taken].CopyTo(buffer);
        head = head[taken..];
        return taken;
    }
}
