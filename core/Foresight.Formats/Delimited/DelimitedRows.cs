using System.Text;
using Foresight.Formats.Observations;
using Foresight.Formats.SdmxCsv;

namespace Foresight.Formats.Delimited;

/// <summary>Takes lines from a buffer and gathers them as columns until a block is full.</summary>
internal sealed class DelimitedRows(DelimitedLayout layout, int blockRows) : IBlockRows<DelimitedBlock>
{
    private const int MostColumns = 1_000;

    private const int MostRejections = 10_000;

    private readonly List<ObservationRejection> rejections = [];
    private DelimitedColumn?[] columns = [];
    private DelimitedColumn[] filters = [];
    private DelimitedColumn[] read = [];
    private Range[] fields = [];
    private byte[] plain = [];
    private int count;
    private int line;
    private int rejected;
    private bool skipping;

    public bool HasHeader => fields.Length > 0;

    public bool HasRows => count + rejections.Count > 0;

    public bool IsFull => count + rejections.Count >= blockRows;

    public int Take(ReadOnlySpan<byte> buffer, bool ended)
    {
        var position = 0;
        while (!IsFull && position < buffer.Length)
        {
            var rest = buffer[position..];
            var length = rest.IndexOf((byte)'\n');
            if (length < 0 && !ended)
            {
                if (rest.Length < BlockReader.LongestLine && !skipping)
                    break;
                if (!skipping)
                    TakeTooLong(rest);
                return buffer.Length;
            }

            var text = length < 0 ? rest : rest[..length];
            position += length < 0 ? rest.Length : length + 1;
            if (skipping)
            {
                skipping = false;
                continue;
            }

            line++;
            TakeLine(text.EndsWith("\r"u8) ? text[..^1] : text);
        }

        return position;
    }

    public DelimitedBlock Build()
    {
        var codes = new Dictionary<string, CodedTexts>();
        var numbers = new Dictionary<string, double[]>();
        foreach (var column in read)
        {
            if (column.Codes is { } coded)
                codes.Add(column.Name, coded.Build(count));
            else
                numbers.Add(column.Name, column.TakeNumbers(count));
        }

        var block = new DelimitedBlock(codes, numbers, count, line, [.. rejections]);
        count = 0;
        rejections.Clear();
        return block;
    }

    private void TakeTooLong(ReadOnlySpan<byte> rest)
    {
        line++;
        if (!HasHeader)
            TakeHeader(rest[..1024]);
        Reject("is longer than a row can be");
        skipping = true;
    }

    private void TakeLine(ReadOnlySpan<byte> text)
    {
        if (!HasHeader)
            TakeHeader(text);
        else if (text.Length >= BlockReader.LongestLine)
            Reject("is longer than a row can be");
        else if (text.Contains((byte)'"'))
            TakeQuoted(text);
        else if (!text.IsEmpty)
            TakeRow(text);
    }

    private void TakeRow(ReadOnlySpan<byte> text)
    {
        var position = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            var rest = text[position..];
            int length;
            if (columns[i]?.Codes is { } column && column.Repeats(rest))
                length = column.LastLength;
            else if ((length = rest.IndexOf((byte)',')) < 0)
                length = rest.Length;
            fields[i] = position..(position + length);
            position += length + 1;
            if (position > text.Length && i < fields.Length - 1)
            {
                Reject($"has {i + 1} fields where the header names {fields.Length}");
                return;
            }

            // Most lines of a whole file are not wanted, and most of them show it in the first fields.
            if (columns[i] is { IsFilter: true } filter && !filter.Codes!.IsWanted(text[fields[i]]))
            {
                return;
            }
        }

        if (position <= text.Length)
            Reject($"has more fields than the {fields.Length} that the header names");
        else
            Add(text);
    }

    private void TakeQuoted(ReadOnlySpan<byte> text)
    {
        if (plain.Length < text.Length)
            plain = new byte[Math.Max(text.Length, 1024)];
        var found = SdmxCsvQuotes.Split(text, plain, fields);
        if (found != fields.Length)
        {
            Reject($"has {found} fields where the header names {fields.Length}");
            return;
        }

        foreach (var filter in filters)
        {
            if (!filter.Codes!.IsWanted(plain.AsSpan()[fields[filter.At]]))
                return;
        }

        Add(plain);
    }

    private void Add(ReadOnlySpan<byte> text)
    {
        foreach (var column in read)
        {
            if (column.Codes is null && !column.TrySetNumber(count, text[fields[column.At]]))
            {
                Reject($"has '{Shown.Text(Encoding.UTF8.GetString(text[fields[column.At]]))}' for {column.Name}, which is no number");
                return;
            }
        }

        foreach (var column in read)
            column.Codes?.Add(count, text[fields[column.At]]);
        count++;
    }

    private void TakeHeader(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        var unquoted = new byte[text.Length];
        var ranges = new Range[text.Count((byte)',') + 1];
        var found = SdmxCsvQuotes.Split(text, unquoted, ranges);
        if (found > MostColumns)
            throw new InvalidDataException($"The header of the table has {found} columns, more than the {MostColumns} that a table can have.");
        var header = ranges.Take(found).Select(range => Encoding.UTF8.GetString(unquoted.AsSpan()[range]).Trim()).ToList();
        columns = new DelimitedColumn?[header.Count];
        foreach (var field in layout.Fields)
        {
            var at = field.Headers.Select(name => header.FindIndex(one => one.Equals(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(at => at >= 0, -1);
            if (at >= 0)
                columns[at] = new DelimitedColumn(field, at, blockRows);
            else if (!field.IsOptional)
                throw new InvalidDataException($"The table has no column {string.Join(" or ", field.Headers)}; it begins with '{Shorten(text)}'.");
        }

        read = [.. columns.OfType<DelimitedColumn>()];
        filters = [.. read.Where(column => column.IsFilter)];
        fields = new Range[header.Count];
    }

    private void Reject(string what)
    {
        if (++rejected > MostRejections)
            throw new InvalidDataException($"More than {MostRejections} lines of the table cannot be read, the last because line {line} {what}: it is another format, or damaged.");
        rejections.Add(new ObservationRejection(line, $"Line {line} {what}."));
    }

    private static string Shorten(ReadOnlySpan<byte> text) => Shown.Text(Encoding.UTF8.GetString(text[..Math.Min(text.Length, 80)]));
}
