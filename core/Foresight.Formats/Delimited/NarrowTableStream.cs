using System.Buffers;

namespace Foresight.Formats.Delimited;

/// <summary>
/// The bytes of a table for a reader of lines that has no limit of its own: Sylvan's costs with the square of a line's fields, so
/// that half a megabyte of commas would take it gigabytes. It owns the stream below.
/// </summary>
/// <param name="table">The table.</param>
public sealed class NarrowTableStream(Stream table) : ForwardingStream(table)
{
    /// <summary>More fields than a line of any table has.</summary>
    public const int MostFields = 2_000;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("\n,;\t"u8);
    private int line = 1;
    private int separators;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A line has more than <see cref="MostFields"/> fields.</exception>
    public override int Read(Span<byte> buffer) => Look(buffer, Inner.Read(buffer));

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A line has more than <see cref="MostFields"/> fields.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Look(buffer.Span, count);
    }

    private int Look(ReadOnlySpan<byte> buffer, int count)
    {
        var rest = buffer[..count];
        for (var at = rest.IndexOfAny(Marks); at >= 0; at = rest.IndexOfAny(Marks))
        {
            if (rest[at] == (byte)'\n')
                (line, separators) = (line + 1, 0);
            else if (++separators >= MostFields)
                throw new InvalidDataException($"Line {line} of the table has more than {MostFields} fields: it is another format, or damaged.");
            rest = rest[(at + 1)..];
        }

        return count;
    }
}
