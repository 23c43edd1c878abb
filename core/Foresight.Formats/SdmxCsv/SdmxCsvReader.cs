using System.Runtime.CompilerServices;

namespace Foresight.Formats.SdmxCsv;

/// <summary>
/// Reads SDMX-CSV 1.0 as Eurostat writes it: one header (<c>DATAFLOW,LAST UPDATE,freq,…,TIME_PERIOD,OBS_VALUE</c>, with or without
/// <c>OBS_FLAG</c> and <c>CONF_STATUS</c>), one observation a line. UTF-8 with or without byte order mark, lines ended by LF or
/// CRLF, quoted fields. It streams: memory does not grow with the message.
/// </summary>
public static class SdmxCsvReader
{
    /// <summary>The column of the value.</summary>
    public const string ObsValue = "OBS_VALUE";

    /// <summary>The column of the period.</summary>
    public const string TimePeriod = "TIME_PERIOD";

    private const int BufferSize = 256 * 1024;

    /// <summary>Reads a message block by block, in the order of its lines.</summary>
    /// <param name="stream">The message; it is read to its end and left open.</param>
    /// <param name="blockRows">The greatest number of lines that make a block.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidDataException">The message has no header of SDMX-CSV.</exception>
    public static async IAsyncEnumerable<SdmxCsvBlock> ReadAsync(
        Stream stream, int blockRows = 100_000, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockRows, 1);
        var rows = new SdmxCsvRows(blockRows);
        var buffer = new byte[BufferSize];
        var (start, end, ended) = (0, 0, false);
        while (!ended)
        {
            // A record is shorter than the buffer (see SdmxCsvRows.LongestRecord), so there is always room after the move.
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
            throw new InvalidDataException("The answer is empty where an SDMX-CSV header was due.");
        if (rows.HasLines)
            yield return rows.Build();
    }
}
