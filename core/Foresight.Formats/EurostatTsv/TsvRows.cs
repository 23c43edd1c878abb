using System.Text;
using Foresight.Formats.Observations;

namespace Foresight.Formats.EurostatTsv;

/// <summary>Takes lines and gathers their cells as columns.</summary>
internal sealed class TsvRows(TsvHeader header, bool withEmptyCells)
{
    private const int FirstRows = 256;
    private const int MostDigits = 15;

    private readonly CodedBytes[] keys = [.. header.Key.Select(_ => new CodedBytes(int.MaxValue))];
    private readonly int[] keyEnds = new int[header.Key.Length];
    private readonly List<ObservationRejection> rejections = [];
    private readonly TsvFlags flags = new();
    private double[] values = new double[FirstRows];
    private int[] across = new int[FirstRows];
    private int[] flagCodes = new int[FirstRows];
    private int count;
    private bool hasFlags;
    private bool hasGaps;

    public int Count => count + rejections.Count;

    public void Take(ReadOnlySpan<byte> line, int number)
    {
        if (line.IsEmpty)
            return;
        var separator = header.Separator;
        var keyEnd = line[0] == (byte)'"' ? line[1..].IndexOf((byte)'"') + 2 : line.IndexOf(separator);
        if (keyEnd < 1 || keyEnd == line.Length)
        {
            Reject(number, "has no cells");
            return;
        }

        var key = line[0] == (byte)'"' ? line[1..(keyEnd - 1)] : line[..keyEnd];
        if (!SplitKey(key, out var found))
        {
            Reject(number, $"has a key of {found} parts where the header names {header.Key.Length}");
            return;
        }

        MakeRoom(count + header.Columns.Length);
        var first = count;
        if (TakeCells(line[(keyEnd + 1)..], number) is { } fault)
        {
            // Half a line would be as wrong as the rest of it.
            count = first;
            Reject(number, fault);
        }

        if (count == first)
            return;
        var start = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i].AddRun(first, count - first, key[start..keyEnds[i]].Trim((byte)' '));
            start = keyEnds[i] + 1;
        }
    }

    public ObservationBlock Build()
    {
        var full = values.Length;
        Array.Resize(ref values, count);
        Array.Resize(ref across, count);
        Array.Resize(ref flagCodes, count);
        var columns = new TsvColumns(header, keys, count, across);
        var status = flags.Build(values, hasFlags ? flagCodes : null, hasGaps);
        var block = new ObservationBlock(
            columns.Dimensions, columns.Periods, columns.Frequencies, values, status.Presences, status.Flags, status.Marks, [.. rejections]);
        (values, across, flagCodes, count) = (new double[full], new int[full], new int[full], 0);
        (hasFlags, hasGaps) = (false, false);
        rejections.Clear();
        return block;
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
    private string? TakeCells(ReadOnlySpan<byte> cells, int line)
    {
        var (separator, columns) = (header.Separator, header.Columns.Length);
        var at = 0;
        for (var column = 0; column < columns; column++)
        {
            if (at > cells.Length)
                return $"has {column} cells where the header names {columns}";
            while (at < cells.Length && cells[at] == (byte)' ')
                at++;
            var value = double.NaN;
            if (at < cells.Length && cells[at] == (byte)':')
                at++;
            else if (at < cells.Length && cells[at] != separator && !TakeNumber(cells, ref at, separator, out value))
                return $"has '{CellAt(cells, at, separator)}' for {header.Columns[column]}, which is no number";
            while (at < cells.Length && cells[at] == (byte)' ')
                at++;
            var flag = -1;
            if (at < cells.Length && cells[at] != separator)
            {
                var length = cells[at..].IndexOf(separator);
                var text = length < 0 ? cells[at..] : cells.Slice(at, length);
                if ((flag = flags.Code(text.TrimEnd((byte)' '))) < 0)
                    return $"has '{CellAt(cells, at, separator)}' for {header.Columns[column]}, which is no flag";
                at += text.Length;
                hasFlags = true;
            }

            at++;
            if (double.IsNaN(value))
            {
                if (flag < 0 && !withEmptyCells)
                    continue;
                hasGaps = true;
            }

            values[count] = value;
            across[count] = column;
            flagCodes[count++] = flag;
        }

        // One separator more may end the line.
        return at <= cells.Length && cells[at..].Trim((byte)' ').Length > 0 ? $"has more cells than the {columns} that the header names" : null;
    }

    /// <summary>Nearly every number has at most 15 digits and one point; the rest goes the long way.</summary>
    private static bool TakeNumber(ReadOnlySpan<byte> cells, ref int at, byte separator, out double value)
    {
        var start = at;
        var negative = cells[at] == (byte)'-';
        if (negative)
            at++;
        var (digits, length, point) = (0L, 0, -1);
        for (; at < cells.Length; at++)
        {
            var digit = (uint)(cells[at] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                length++;
            }
            else if (cells[at] == (byte)'.' && point < 0)
            {
                point = length;
            }
            else
            {
                break;
            }
        }

        if (length is > 0 and <= MostDigits && (at == cells.Length || cells[at] == (byte)' ' || cells[at] == separator))
        {
            value = point < 0 ? digits : NumberText.Scale(digits, length - point);
            value = negative ? -value : value;
            return true;
        }

        var rest = cells[start..];
        var end = rest.IndexOfAny(separator, (byte)' ');
        at = start;
        if (!NumberText.TryParseNumber(end < 0 ? rest : rest[..end], out value))
            return false;
        at = start + (end < 0 ? rest.Length : end);
        return true;
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

    private void Reject(int line, string what) => rejections.Add(new ObservationRejection(line, $"Line {line} {what}."));

    private static string CellAt(ReadOnlySpan<byte> cells, int at, byte separator)
    {
        var rest = cells[at..];
        var end = rest.IndexOf(separator);
        rest = (end < 0 ? rest : rest[..end]).Trim((byte)' ');
        return Encoding.UTF8.GetString(rest[..Math.Min(rest.Length, 40)]);
    }
}
