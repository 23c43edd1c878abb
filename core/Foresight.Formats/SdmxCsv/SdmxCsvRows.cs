using System.Text;
using Foresight.Formats.Delimited;
using Foresight.Formats.Observations;

namespace Foresight.Formats.SdmxCsv;

/// <summary>Takes lines from a buffer and gathers them as columns until a block is full.</summary>
internal sealed class SdmxCsvRows(int blockRows) : IBlockRows<SdmxCsvBlock>
{
    /// <summary>A record that is longer is no observation: a quote was opened and never closed, or it is another format.</summary>
    private const int LongestRecord = BlockReader.LongestLine;

    private const int FirstRows = 256;
    private const int MostColumns = 1_000;

    private const int MostRejections = 10_000;
    private const string TooLong = "is longer than an observation can be";
    private const int NeedsMore = -1;
    private const int NeverClosed = -2;

    private readonly List<SdmxCsvRejection> rejections = [];
    private string[] names = [];
    private CodedBytes?[] columns = [];
    private Range[] fields = [];
    private double[] values = [];
    private int[] lines = [];
    private int valueAt;
    private int count;
    private int line = 1;
    private int rejected;
    private bool skipping;

    public bool HasHeader => names.Length > 0;

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
                if (rest.Length < LongestRecord && !skipping)
                    break;
                SkipTooLong(rest);
                return buffer.Length;
            }

            if (skipping)
            {
                skipping = false;
                position += length < 0 ? rest.Length : length + 1;
                line++;
                continue;
            }

            var physical = length < 0 ? rest.Length : length;
            var quoted = rest[..physical].Contains((byte)'"');
            var lineBreaks = 0;
            if (quoted)
            {
                var record = QuotedRecordLength(rest, ended, out lineBreaks);
                if (record == NeedsMore)
                    break;
                if (record == NeverClosed)
                {
                    if (!HasHeader)
                        throw new InvalidDataException("The header of the answer opens a quote that is never closed.");
                    Reject("has a quote that is never closed");
                    position += Math.Min(physical + 1, rest.Length);
                    line++;
                    continue;
                }

                physical = record;
            }

            var text = rest[..physical];
            position += Math.Min(physical + 1, rest.Length);
            TakeRecord(text.EndsWith("\r"u8) ? text[..^1] : text, quoted);
            line += 1 + lineBreaks;
        }

        return position;
    }

    public SdmxCsvBlock Build()
    {
        var built = new Dictionary<string, SdmxCsvColumn>(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            if (columns[i]?.Build(count) is { } column)
                built.Add(names[i], new SdmxCsvColumn(column.Values, column.Codes));
        }

        Array.Resize(ref values, count);
        Array.Resize(ref lines, count);
        var block = new SdmxCsvBlock(built, values, lines, [.. rejections]);
        var next = count == blockRows ? blockRows : FirstRows;
        (values, lines, count) = (new double[next], new int[next], 0);
        rejections.Clear();
        return block;
    }

    /// <summary>A field in quotes may hold line breaks: the record ends at the first one outside quotes.</summary>
    private static int QuotedRecordLength(ReadOnlySpan<byte> rest, bool ended, out int lineBreaks)
    {
        lineBreaks = 0;
        var open = false;
        var limit = Math.Min(rest.Length, LongestRecord);
        for (var i = 0; i < limit; i++)
        {
            if (rest[i] == (byte)'"')
            {
                open = !open;
            }
            else if (rest[i] == (byte)'\n')
            {
                if (!open)
                    return i;
                lineBreaks++;
            }
        }

        if (rest.Length >= LongestRecord)
            return NeverClosed;
        if (!ended)
            return NeedsMore;
        return open ? NeverClosed : rest.Length;
    }

    /// <summary>What follows up to the next line break belongs to a line that was already rejected.</summary>
    private void SkipTooLong(ReadOnlySpan<byte> rest)
    {
        if (!HasHeader)
            TakeHeader(rest);
        if (!skipping)
            Reject(TooLong);
        skipping = true;
    }

    private void TakeRecord(ReadOnlySpan<byte> record, bool quoted)
    {
        if (!HasHeader)
            TakeHeader(record);
        else if (record.IsEmpty)
            return;
        else if (record.Length >= LongestRecord)
            Reject(TooLong);
        else if (quoted)
            TakeQuotedRow(record);
        else
            TakeRow(record);
    }

    private void TakeRow(ReadOnlySpan<byte> record)
    {
        var position = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            var rest = record[position..];
            int length;
            if (columns[i] is { } column && column.Repeats(rest))
                length = column.LastLength;
            else if ((length = rest.IndexOf((byte)',')) < 0)
                length = rest.Length;
            fields[i] = position..(position + length);
            position += length + 1;
            if (position > record.Length && i < fields.Length - 1)
            {
                Reject($"has {i + 1} fields where the header names {fields.Length}");
                return;
            }
        }

        if (position <= record.Length)
            Reject($"has more fields than the {fields.Length} that the header names");
        else
            Add(record);
    }

    /// <summary>The same for a record with quotes: written out without them into a scratch record, which is rare.</summary>
    private void TakeQuotedRow(ReadOnlySpan<byte> record)
    {
        var plain = new byte[record.Length];
        var found = SdmxCsvQuotes.Split(record, plain, fields);
        if (found == fields.Length)
            Add(plain);
        else
            Reject($"has {found} fields where the header names {fields.Length}");
    }

    private void Add(ReadOnlySpan<byte> record)
    {
        var text = record[fields[valueAt]];
        if (!NumberText.TryParse(text, out var value))
        {
            Reject($"has the value '{Shown.Text(Encoding.UTF8.GetString(text))}', which is no number");
            return;
        }

        for (var i = 0; i < columns.Length; i++)
            columns[i]?.Add(count, record[fields[i]]);
        if (count == values.Length)
        {
            Array.Resize(ref values, count * 2);
            Array.Resize(ref lines, count * 2);
        }

        values[count] = value;
        lines[count] = line;
        count++;
    }

    private void TakeHeader(ReadOnlySpan<byte> record)
    {
        var plain = new byte[record.Length];
        var ranges = new Range[record.Count((byte)',') + 1];
        if (record.StartsWith("\uFEFF"u8))
            record = record[3..];
        var found = SdmxCsvQuotes.Split(record, plain, ranges);
        if (found > MostColumns)
            throw new InvalidDataException($"The header of the answer has {found} columns, more than the {MostColumns} that an SDMX-CSV message can have.");
        var header = ranges.Take(found).Select(range => Encoding.UTF8.GetString(plain.AsSpan()[range]).Trim()).ToArray();
        valueAt = Array.IndexOf(header, SdmxCsvReader.ObsValue);
        if (valueAt < 0 || !header.Contains(SdmxCsvReader.TimePeriod))
        {
            throw new InvalidDataException(
                $"The answer does not begin with a header of SDMX-CSV, which has TIME_PERIOD and OBS_VALUE, but with '{Shorten(record)}'.");
        }

        if (header.Distinct(StringComparer.Ordinal).Count() < header.Length)
            throw new InvalidDataException($"The header of the answer names a column twice: '{Shorten(record)}'.");
        names = header;
        columns = [.. header.Select((_, i) => i == valueAt ? null : new CodedBytes(blockRows))];
        fields = new Range[header.Length];
        (values, lines) = (new double[FirstRows], new int[FirstRows]);
    }

    private void Reject(string what)
    {
        if (++rejected > MostRejections)
            throw new InvalidDataException($"More than {MostRejections} lines of the answer cannot be read, the last because line {line} {what}: it is another format, or damaged.");
        rejections.Add(new SdmxCsvRejection(line, $"Line {line} {what}."));
    }

    private static string Shorten(ReadOnlySpan<byte> text) => Shown.Text(Encoding.UTF8.GetString(text[..Math.Min(text.Length, 80)]));
}
