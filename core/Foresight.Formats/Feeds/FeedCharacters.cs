using System.Buffers;
using System.Text;

namespace Foresight.Formats.Feeds;

/// <summary>An answer's characters, decoded as they are needed. What was taken is forgotten, so that memory does not grow with the answer.</summary>
internal sealed class FeedCharacters(Stream stream, FeedEncoding encoding, ReadOnlyMemory<byte> head, long most) : IDisposable
{
    private const int Step = 32 * 1024;
    private readonly Decoder decoder = encoding.Encoding.GetDecoder();
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Step);
    private char[] buffer = ArrayPool<char>.Shared.Rent(4 * Step);
    private int start;
    private int end;
    private int kept = -1;
    private Range released;
    private long taken;
    private int lines = 1;

    /// <summary>What has been decoded and not been taken yet.</summary>
    public ReadOnlySpan<char> Rest => buffer.AsSpan(start, end - start);

    /// <summary>Whether nothing comes after <see cref="Rest"/>.</summary>
    public bool Ended { get; private set; }

    /// <summary>Whether the answer goes on behind the most that is read.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The line on which <see cref="Rest"/> begins.</summary>
    public int Line => lines + buffer.AsSpan(0, start).Count('\n');

    /// <summary>What was taken between <see cref="Keep"/> and <see cref="Release"/>; empty where that is long. It holds until more is read.</summary>
    public ReadOnlySpan<char> Kept => buffer.AsSpan(released);

    public void Take(int count) => start += count;

    /// <summary>Keeps what is taken from here on, and so much of what was taken before.</summary>
    public void Keep(int before) => kept = start - before;

    /// <summary>Ends what is kept, so many characters before what was taken last.</summary>
    public void Release(int before)
    {
        released = kept >= 0 && start - before - kept <= FeedItemText.Longest ? kept..(start - before) : default;
        kept = -1;
    }

    /// <summary>Reads on. The more there is already, the more is read at once: a long construct is not looked through anew for every byte.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var from = kept >= 0 && start - kept <= FeedItemText.Longest ? kept : start;
        lines += buffer.AsSpan(0, from).Count('\n');
        buffer.AsSpan(from, end - from).CopyTo(buffer);
        (start, end, kept, released) = (start - from, end - from, from == start ? -1 : 0, default);
        var least = end / 2;
        var before = end;
        do
        {
            var read = head.IsEmpty ? await stream.ReadAsync(bytes.AsMemory(0, Step), cancellationToken).ConfigureAwait(false) : TakeHead();
            Decode(read);
        }
        while (!Ended && end - before <= least);
    }

    public void Dispose()
    {
        if (bytes.Length == 0)
            return;
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<char>.Shared.Return(buffer);
        (bytes, buffer, start, end, released) = ([], [], 0, 0, default);
    }

    private int TakeHead()
    {
        var length = Math.Min(head.Length, Step);
        head.Span[..length].CopyTo(bytes);
        head = head[length..];
        return length;
    }

    private void Decode(int read)
    {
        var needed = end + encoding.Encoding.GetMaxCharCount(read);
        if (needed > buffer.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, 2 * buffer.Length));
            buffer.AsSpan(0, end).CopyTo(larger);
            ArrayPool<char>.Shared.Return(buffer);
            buffer = larger;
        }

        var count = decoder.GetChars(bytes.AsSpan(0, read), buffer.AsSpan(end), flush: read == 0);
        Ended = read == 0;
        if (taken + count > most)
        {
            count = (int)(most - taken);
            IsTooLong = Ended = true;
        }

        taken += count;
        end += count;
    }
}
