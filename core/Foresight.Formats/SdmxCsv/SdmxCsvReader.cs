using Foresight.Formats.Delimited;

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

    /// <summary>Reads a message block by block, in the order of its lines.</summary>
    /// <param name="stream">The message; it is read to its end and left open.</param>
    /// <param name="blockRows">The greatest number of lines that make a block.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidDataException">The message has no header of SDMX-CSV.</exception>
    public static IAsyncEnumerable<SdmxCsvBlock> ReadAsync(
        Stream stream, int blockRows = 100_000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockRows, 1);
        return BlockReader.ReadAsync(stream, new SdmxCsvRows(blockRows), "The answer is empty where an SDMX-CSV header was due.", cancellationToken);
    }
}
