namespace Foresight.Formats.Delimited;

/// <summary>
/// Reads a table of comma-separated lines with a header (RFC 4180 without line breaks inside quotes), block by block: codes become
/// short lists as they are read, and lines that are not wanted cost little. UTF-8 with or without byte order mark, LF or CRLF.
/// Memory does not grow with the table.
/// </summary>
public static class DelimitedReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="stream">The table; it is read to its end and left open.</param>
    /// <param name="layout">Its columns.</param>
    /// <param name="blockRows">The greatest number of rows of a block.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidDataException">The header lacks a column.</exception>
    public static IAsyncEnumerable<DelimitedBlock> ReadAsync(
        Stream stream, DelimitedLayout layout, int blockRows = 100_000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockRows, 1);
        return BlockReader.ReadAsync(stream, new DelimitedRows(layout, blockRows), "The table is empty where a header was due.", cancellationToken);
    }
}
