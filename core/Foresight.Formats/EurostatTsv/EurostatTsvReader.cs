using System.Runtime.CompilerServices;
using Foresight.Formats.Observations;

namespace Foresight.Formats.EurostatTsv;

/// <summary>
/// Reads Eurostat's TSV files, the older (<c>unit,geo\time</c>, newest period first) and the newer (<c>freq,unit,geo\TIME_PERIOD</c>,
/// oldest first), also with another dimension than time across; and the same as CSV with its key in quotes. It streams: memory does
/// not grow with the file. Unpack gzip before (<see cref="HeadStream"/> does).
/// </summary>
public static class EurostatTsvReader
{
    /// <summary>The number of observations of a block if nothing else is said.</summary>
    public const int DefaultBlockRows = 10_000;

    private const int FirstBuffer = 64 * 1024;
    private const int BufferSize = 256 * 1024;

    /// <summary>A line that is longer is another format: the longest of Eurostat's (daily figures) have some 100 KiB.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    /// <summary>Reads a file block by block, in the order of its lines; within a line from left to right.</summary>
    /// <param name="stream">UTF-8; it is read to its end and left open.</param>
    /// <param name="blockRows">
    /// The number of observations that make a block; a line is never parted, so that a block may have some more. Small blocks are
    /// the quicker: their columns stay in the processor's cache and off the large object heap.
    /// </param>
    /// <param name="withEmptyCells">Whether cells with neither value nor flag (<c>:</c>) are rows too. Most cells of a cube are.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidDataException">The file has no header of Eurostat's TSV, or a line without end.</exception>
    public static async IAsyncEnumerable<ObservationBlock> ReadAsync(
        Stream stream, int blockRows = DefaultBlockRows, bool withEmptyCells = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockRows, 1);
        TsvRows? rows = null;
        var buffer = new byte[FirstBuffer];
        var (start, end, line, ended) = (0, 0, 1, false);
        while (!ended)
        {
            if (start > 0)
                buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length || buffer.Length < BufferSize && line > 1)
                Array.Resize(ref buffer, Widened(buffer.Length, line));
            var count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            ended = count == 0;
            end += count;
            while (NextLine(buffer.AsSpan(start, end - start), ended, out var length, out var taken))
            {
                var text = buffer.AsSpan(start, length);
                start += taken;
                if (rows is null)
                    rows = new TsvRows(TsvHeader.Read(text), withEmptyCells);
                else
                    rows.Take(text, line);
                line++;
                if (rows.Count >= blockRows)
                    yield return rows.Build();
            }
        }

        if (rows is null)
            throw new InvalidDataException("The answer is empty where a header of Eurostat's TSV was due.");
        if (rows.Count > 0)
            yield return rows.Build();
    }

    private static bool NextLine(ReadOnlySpan<byte> rest, bool ended, out int length, out int taken)
    {
        length = rest.IndexOf((byte)'\n');
        taken = length + 1;
        if (length < 0)
        {
            if (!ended || rest.IsEmpty)
                return false;
            taken = length = rest.Length;
        }

        if (length > 0 && rest[length - 1] == (byte)'\r')
            length--;
        return true;
    }

    private static int Widened(int size, int line) => size < LongestLine
        ? Math.Max(BufferSize, size * 2)
        : throw new InvalidDataException($"Line {line} is longer than the {LongestLine} bytes that a line of Eurostat's TSV can have.");
}
