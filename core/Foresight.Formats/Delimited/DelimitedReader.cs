using System.Runtime.CompilerServices;

namespace Foresight.Formats.Delimited;

/// <summary>
/// Reads a table of comma-separated lines with a header (RFC 4180 without line breaks inside quotes), block by block: codes become
/// short lists as they are read, and lines that are not wanted cost little. UTF-8 with or without byte order mark, LF or CRLF.
/// Memory does not grow with the table.
/// </summary>
public static class DelimitedReader
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Reads a table.</summary>
    /// <param name="stream">The table; it is read to its end and left open.</param>
    /// <param name="layout">Its columns.</param>
    /// <param name="blockRows">The greatest number of rows of a block.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidDataException">The header lacks a column.</exception>
    public static async IAsyncEnumerable<DelimitedBlock> ReadAsync(
        Stream stream, DelimitedLayout layout, int blockRows = 100_000, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockRows, 1);
        var rows = new DelimitedRows(layout, blockRows);
        var buffer = new byte[BufferSize];
        var (start, end, ended) = (0, 0, false);
        while (!ended)
        {
            // A line is shorter than the buffer (see DelimitedRows.LongestLine), so there is always room after the move.
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
            throw new InvalidDataException("The table is empty where a header was due.");
        if (rows.HasRows)
            yield return rows.Build();
    }
}
