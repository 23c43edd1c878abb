using System.Runtime.CompilerServices;
using System.Text;
using Foresight.Formats.Observations;

namespace Foresight.Formats.Px;

/// <summary>
/// Reads DATA. Blanks, commas, tabulators and semicolons part the cells alike, as PC-Axis has always read them; one of them must follow
/// the last cell, or the file may be cut off inside a figure.
/// </summary>
internal sealed class PxCells(PxLayout layout, Stream stream, ReadOnlyMemory<byte> begun, Encoding encoding)
{
    private const int BufferSize = 128 * 1024;
    private const int LongestCell = 4096;
    private const int NeedsMore = -1;

    private readonly int[] at = new int[layout.Sizes.Length];
    private readonly int[] sizes = layout.Sizes;
    private readonly HashSet<long> rowsSeen = [];
    private long cells;
    private int keysTaken;
    private int line = layout.DataLine;
    private bool isClosed = true;
    private bool isRead;

    private int KeyCount => layout.Keys?.Places.Count ?? 0;

    public async IAsyncEnumerable<ObservationBlock> ReadAsync(int blockRows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (isRead)
            throw new InvalidOperationException("The cells of a table can be read once: open the file again.");
        isRead = true;
        var rows = new PxRows(layout, blockRows);
        var buffer = new byte[Math.Max(begun.Length, BufferSize)];
        begun.CopyTo(buffer);
        var (start, end, ended) = (0, begun.Length, false);
        while (true)
        {
            while (true)
            {
                start += Take(buffer.AsSpan(start, end - start), ended, rows);
                if (!rows.IsFull || start == end)
                    break;
                yield return rows.Build();
            }

            if (ended)
                break;
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            var count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            ended = count == 0;
            end += count;
        }

        ThrowIfIncomplete();
        if (rows.Count > 0)
            yield return rows.Build();
    }

    /// <summary>Takes whole cells; stops before the next where the block is full. Returns the number of bytes taken.</summary>
    private int Take(ReadOnlySpan<byte> bytes, bool ended, PxRows rows)
    {
        var position = 0;
        while (true)
        {
            while (position < bytes.Length && IsBetween(bytes[position]))
                (position, isClosed) = (position + 1, true);
            if (position == bytes.Length || rows.IsFull)
                return position;
            var length = CellLength(bytes[position..], ended, out var text);
            if (length == NeedsMore)
                return position;
            isClosed = false;
            if (keysTaken < KeyCount)
                TakeKey(text);
            else
                TakeCell(text, rows);
            position += length;
        }
    }

    private bool IsBetween(byte sign)
    {
        switch (sign)
        {
            case (byte)'\n':
                line++;
                return true;
            // Some old files end with the end-of-file sign of DOS, or are filled up with zeros.
            case (byte)' ' or (byte)'\r' or (byte)'\t' or (byte)',' or (byte)';' or 0x1A or 0:
                return true;
            default:
                return false;
        }
    }

    private int CellLength(ReadOnlySpan<byte> rest, bool ended, out ReadOnlySpan<byte> text)
    {
        int length;
        if (rest[0] == (byte)'"')
        {
            length = rest[1..].IndexOf((byte)'"');
            text = length < 0 ? rest : rest.Slice(1, length);
            length = length < 0 ? -1 : length + 2;
        }
        else
        {
            // Nearly all cells are a few digits.
            length = 0;
            while (length < rest.Length && rest[length] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)',' or (byte)';' or (byte)'"'))
                length++;
            text = rest[..length];
            length = length == rest.Length && !ended ? -1 : length;
        }

        if (length >= 0 && length < LongestCell)
            return length;
        if (rest.Length < LongestCell && !ended)
            return NeedsMore;
        throw new InvalidDataException($"Cell {cells + 1} of DATA (line {line}) has no end: the file is damaged; fetch it again.");
    }

    private void TakeKey(ReadOnlySpan<byte> text)
    {
        var key = encoding.GetString(text);
        if (!layout.Keys!.Places[keysTaken].TryGetValue(key, out at[keysTaken]))
            throw new InvalidDataException($"A row of DATA (line {line}) begins with '{Shown.Text(key)}', which '{Shown.Text(layout.Variables[keysTaken].Name)}' does not have: mend that row.");
        if (++keysTaken < KeyCount)
            return;
        var row = 0L;
        for (var i = 0; i < KeyCount; i++)
            row = (row * sizes[i]) + at[i];
        if (!rowsSeen.Add(row))
            throw new InvalidDataException($"DATA gives the row of line {line} for the second time: which of the two holds cannot be told; ask the producer for a mended file.");
        Array.Clear(at, KeyCount, at.Length - KeyCount);
    }

    private void TakeCell(ReadOnlySpan<byte> text, PxRows rows)
    {
        if (cells == layout.CellCount)
            throw Miscounted("more than");
        string? symbol = null;
        if (!NumberText.TryParseNumber(text, out var value))
        {
            var shown = encoding.GetString(text);
            symbol = layout.Symbols.Read(shown)
                ?? throw new InvalidDataException($"Cell {cells + 1} of DATA (line {line}) has '{Shown.Text(shown)}', which is neither a number nor a symbol of the file: mend that cell.");
            value = double.NaN;
        }

        rows.Add(at, value, symbol);
        cells++;
        Advance();
    }

    private void Advance()
    {
        for (var i = at.Length - 1; i >= KeyCount; i--)
        {
            if (++at[i] < sizes[i])
                return;
            at[i] = 0;
        }

        // The row is full: with KEYS the next one names itself.
        keysTaken = 0;
    }

    private void ThrowIfIncomplete()
    {
        if (!isClosed)
            throw new InvalidDataException($"DATA ends on line {line} right after a figure, without a semicolon: the file is cut off, perhaps inside that figure; fetch it again.");
        var isRowOpen = KeyCount > 0 && (keysTaken > 0 || at.AsSpan(KeyCount).ContainsAnyExcept(0));
        if (isRowOpen)
            throw new InvalidDataException($"The last row of DATA (line {line}) has too few cells: the file is cut off; fetch it again.");
        if (KeyCount == 0 && cells < layout.CellCount)
            throw Miscounted($"{cells} cells, fewer than");
    }

    private InvalidDataException Miscounted(string what) => new(
        $"DATA (from line {layout.DataLine}) has {what} the {layout.CellCount} cells that STUB and HEADING make ({string.Join(" x ", sizes)}): which figure is which cannot be told; fetch the file again.");
}
