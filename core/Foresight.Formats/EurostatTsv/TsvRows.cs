using System.Text;
using Foresight.Formats.Observations;

namespace Foresight.Formats.EurostatTsv;

/// <summary>Takes lines and gathers their cells as columns.</summary>
internal sealed class TsvRows(TsvHeader header, bool withEmptyCells)
{
    private const int FirstRows = 256;
    private const int MostRejections = 10_000;
    private const int MostDigits = 15;

    // A line's key is coded once; its codes are written out for each of its cells when the block is built.
    private readonly CodedBytes[] keys = [.. header.Key.Select(_ => new CodedBytes(int.MaxValue))];
    private readonly int[] keyEnds = new int[header.Key.Length];
    private readonly List<int> cellsOfLine = [];
    private readonly List<ObservationRejection> rejections = [];
    private readonly TsvFlags flags = new();
    private double[] values = new double[FirstRows];
    private int[] across = new int[FirstRows];
    private int[] flagCodes = new int[FirstRows];
    private int count;
    private int rejected;
    private bool hasFlags;
    private bool hasGaps;

    public int Count => count + rejections.Count;

    public void Take(ReadOnlySpan<byte> line, int number)
    {
        if (line.IsEmpty)
            return;
        var separator = header.Separator;
        var isQuoted = line[0] == (byte)'"';
        var keyEnd = isQuoted ? line[1..].IndexOf((byte)'"') + 2 : line.IndexOf(separator);
        if (keyEnd < (isQuoted ? 2 : 1) || keyEnd == line.Length || line[keyEnd] != separator)
        {
            Reject(number, "has no key or no cells", line);
            return;
        }

        var key = isQuoted ? line[1..(keyEnd - 1)] : line[..keyEnd];
        if (!SplitKey(key, out var found))
        {
            Reject(number, $"has a key of {found} parts where the header names {header.Key.Length}", line);
            return;
        }

        MakeRoom(count + header.Columns.Length);
        var first = count;
        if (TakeCells(line[(keyEnd + 1)..]) is { } fault)
        {
            // Half a line would be as wrong as the rest of it.
            count = first;
            Reject(number, fault, line);
        }

        if (count == first)
            return;
        var start = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i].Add(cellsOfLine.Count, key[start..keyEnds[i]].Trim((byte)' '));
            start = keyEnds[i] + 1;
        }

        cellsOfLine.Add(count - first);
    }

    public ObservationBlock Build()
    {
        var own = Exact(values);
        var columns = new TsvColumns(header, keys, cellsOfLine, Exact(across));
        var status = flags.Build(own, hasFlags ? Exact(flagCodes) : null, hasGaps);
        var block = new ObservationBlock(
            columns.Dimensions, columns.Periods, columns.Frequencies, own, status.Presences, status.Flags, status.Marks, [.. rejections])
        {
            Fields = [.. header.Key, header.Across],
        };
        (count, hasFlags, hasGaps) = (0, false, false);
        cellsOfLine.Clear();
        rejections.Clear();
        return block;
    }

    private T[] Exact<T>(T[] gathered)
    {
        var exact = GC.AllocateUninitializedArray<T>(count);
        gathered.AsSpan(0, count).CopyTo(exact);
        return exact;
    }

    private bool SplitKey(ReadOnlySpan<byte> key, out int found)
    {
        found = 0;
        for (var start = 0; start <= key.Length; found++)
        {
            var length = key[start..].IndexOf((byte)',');
            var end = length < 0 ? key.Length : start + length;
            if (found < keyEnds.Length)
                keyEnds[found] = end;
            start = end + 1;
        }

        return found == keyEnds.Length;
    }

    /// <summary>Takes the cells of a line; returns what is wrong with it, if anything is.</summary>
    private string? TakeCells(ReadOnlySpan<byte> cells)
    {
        var (separator, columns, taken, at) = (header.Separator, header.Columns.Length, 0, 0);
        var toValues = values.AsSpan(count, columns);
        var toAcross = across.AsSpan(count, columns);
        var toFlags = flagCodes.AsSpan(count, columns);
        for (var column = 0; column < columns; column++)
        {
            if (at > cells.Length)
                return $"has {column} cells where the header names {columns}";
            // The place is handed on and back, not by reference: so it stays in a register.
            at = AfterBlanks(cells, at);
            var value = double.NaN;
            if ((uint)at < (uint)cells.Length && cells[at] == (byte)':')
            {
                at++;
            }
            else if ((uint)at < (uint)cells.Length && cells[at] != separator)
            {
                var end = TakeNumber(cells, at, separator, out value);
                if (end < 0)
                    return $"has '{CellAt(cells, at, separator)}' for {Shown.Text(header.Columns[column])}, which is no number";
                at = end;
            }

            at = AfterBlanks(cells, at);
            var flag = -1;
            if ((uint)at < (uint)cells.Length && cells[at] != separator)
            {
                var length = cells[at..].IndexOf(separator);
                length = length < 0 ? cells.Length - at : length;
                if ((flag = flags.Code(cells.Slice(at, length))) < 0)
                    return $"has '{CellAt(cells, at, separator)}' for {Shown.Text(header.Columns[column])}, which is no flag";
                at += length;
                hasFlags = true;
            }

            at++;
            if (double.IsNaN(value))
            {
                if (flag < 0 && !withEmptyCells)
                    continue;
                hasGaps = true;
            }

            toValues[taken] = value;
            toAcross[taken] = column;
            toFlags[taken++] = flag;
        }

        count += taken;
        // One separator more may end the line.
        return at <= cells.Length && cells[at..].Trim((byte)' ').Length > 0 ? $"has more cells than the {columns} that the header names" : null;
    }

    private static int AfterBlanks(ReadOnlySpan<byte> cells, int at)
    {
        while ((uint)at < (uint)cells.Length && cells[at] == (byte)' ')
            at++;
        return at;
    }

    /// <summary>
    /// Takes a number and returns the place after it; -1 for what is none. Nearly every number has at most 15 digits and one point;
    /// the rest goes the long way.
    /// </summary>
    private static int TakeNumber(ReadOnlySpan<byte> cells, int start, byte separator, out double value)
    {
        var negative = cells[start] == (byte)'-';
        var (at, digits, point) = (negative ? start + 1 : start, 0L, -1);
        var first = at;
        for (; (uint)at < (uint)cells.Length; at++)
        {
            var digit = (uint)(cells[at] - '0');
            if (digit <= 9)
                digits = (digits * 10) + digit;
            else if (cells[at] == (byte)'.' && point < 0)
                point = at;
            else
                break;
        }

        var length = at - first - (point < 0 ? 0 : 1);
        if (length is > 0 and <= MostDigits && (at == cells.Length || cells[at] == (byte)' ' || cells[at] == separator))
        {
            value = point < 0 ? digits : NumberText.Scale(digits, at - point - 1);
            value = negative ? -value : value;
            return at;
        }

        var rest = cells[start..];
        var end = rest.IndexOfAny(separator, (byte)' ');
        end = end < 0 ? rest.Length : end;
        return NumberText.TryParseNumber(rest[..end], out value) ? start + end : -1;
    }

    private void MakeRoom(int rows)
    {
        if (rows <= values.Length)
            return;
        var size = Math.Max(rows, values.Length * 2);
        Array.Resize(ref values, size);
        Array.Resize(ref across, size);
        Array.Resize(ref flagCodes, size);
    }

    private void Reject(int line, string what, ReadOnlySpan<byte> text)
    {
        if (++rejected > MostRejections)
            throw new InvalidDataException($"More than {MostRejections} lines of the file cannot be read, the last because line {line} {what}: it is another format, or damaged.");
        rejections.Add(new ObservationRejection(line, $"Line {line} {what}.") { Text = Shown.Line(text) });
    }

    private static string CellAt(ReadOnlySpan<byte> cells, int at, byte separator)
    {
        var rest = cells[at..];
        var end = rest.IndexOf(separator);
        rest = (end < 0 ? rest : rest[..end]).Trim((byte)' ');
        return Shown.Text(Encoding.UTF8.GetString(rest[..Math.Min(rest.Length, 40)]));
    }
}
