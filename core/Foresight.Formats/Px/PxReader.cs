namespace Foresight.Formats.Px;

/// <summary>
/// Reads .px files (PC-Axis), as PxWeb and the statistical offices give them: with or without KEYS, in one or several languages,
/// windows-1252 or UTF-8. The head is read at once, the cells as they are asked for.
/// </summary>
public static class PxReader
{
    private const int FirstBuffer = 32 * 1024;

    /// <summary>The greatest head; those of the largest tables have some MiB of codes and texts.</summary>
    private const int LongestHead = 32 * 1024 * 1024;

    /// <summary>Reads the head of a file.</summary>
    /// <param name="stream">The file; it is left open, and must stay so until its cells are read.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidDataException">It is no .px file, or one whose figures could not be told apart. The message says what, where and what to do.</exception>
    public static async Task<PxTable> OpenAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[FirstBuffer];
        var (end, searched) = (0, 0);
        while (true)
        {
            if (end == buffer.Length)
            {
                if (end >= LongestHead)
                    throw new InvalidDataException($"The file has no DATA= within its first {LongestHead} bytes: it is no .px file, or its head is damaged.");
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            end += count;
            if (FindData(buffer.AsSpan(0, end), ref searched, out var start, out var data))
                return PxHeader.Read(buffer.AsSpan(0, start), stream, buffer.AsMemory(data, end - data));
            if (count == 0)
                break;
        }

        // Without DATA the head may still tell what the file is instead.
        PxHeader.ThrowWithoutData(buffer.AsSpan(0, end));
        throw new InvalidDataException("The file has no DATA.");
    }

    /// <summary>DATA= at the beginning of a statement. Quotation marks are not followed: one too many would hide it.</summary>
    private static bool FindData(ReadOnlySpan<byte> bytes, ref int searched, out int start, out int data)
    {
        while (true)
        {
            var found = bytes[searched..].IndexOf("DATA"u8);
            if (found < 0)
            {
                (start, data) = (0, 0);
                searched = Math.Max(searched, bytes.Length - 3);
                return false;
            }

            start = searched + found;
            var before = bytes[..start].TrimEnd(" \t"u8);
            var after = bytes[(start + 4)..];
            var blanks = after.IndexOfAnyExcept((byte)' ', (byte)'\t');
            data = start + 4 + blanks + 1;
            if (blanks < 0 && after.Length < 64)
                return false;
            var isFirst = before.IsEmpty || before[^1] is (byte)'\n' or (byte)'\r' or (byte)';';
            if (isFirst && blanks >= 0 && after[blanks] == (byte)'=')
                return true;
            searched = start + 4;
        }
    }
}
