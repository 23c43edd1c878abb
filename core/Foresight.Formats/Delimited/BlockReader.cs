using System.Runtime.CompilerServices;

namespace Foresight.Formats.Delimited;

/// <summary>Lines that are gathered until they make a block.</summary>
internal interface IBlockRows<out TBlock>
{
    bool HasHeader { get; }

    /// <summary>Whether anything was gathered since the last block.</summary>
    bool HasRows { get; }

    bool IsFull { get; }

    /// <summary>Takes whole lines until the buffer has no more or the block is full; returns the number of bytes taken.</summary>
    int Take(ReadOnlySpan<byte> buffer, bool ended);

    /// <summary>Makes a block of what was gathered, and starts the next.</summary>
    TBlock Build();
}

/// <summary>Reads a stream of lines block by block. Memory does not grow with the stream.</summary>
internal static class BlockReader
{
    /// <summary>A line that is longer is no row, and is taken piece by piece.</summary>
    public const int LongestLine = 64 * 1024;

    private const int BufferSize = 4 * LongestLine;

    /// <exception cref="InvalidDataException">There is no header: told by the sentence given.</exception>
    public static async IAsyncEnumerable<TBlock> ReadAsync<TBlock>(
        Stream stream, IBlockRows<TBlock> rows, string noHeader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        var (start, end, ended) = (0, 0, false);
        while (!ended)
        {
            // A line is shorter than the buffer, so there is always room after the move.
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            var count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            ended = count == 0;
            end += count;
            int taken;
            do
            {
                taken = rows.Take(buffer.AsSpan(start, end - start), ended);
                start += taken;
                if (rows.IsFull)
                    yield return rows.Build();
            }
            while (taken > 0);
        }

        if (!rows.HasHeader)
            throw new InvalidDataException(noHeader);
        if (rows.HasRows)
            yield return rows.Build();
    }
}
