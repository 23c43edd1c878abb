namespace Foresight.Formats.SdmxCsv;

/// <summary>Splits a record whose fields may be in quotes (RFC 4180).</summary>
internal static class SdmxCsvQuotes
{
    /// <summary>Writes the fields without quotes one after the other to <paramref name="plain"/>; returns how many there are, also beyond the room.</summary>
    public static int Split(ReadOnlySpan<byte> record, Span<byte> plain, Span<Range> fields)
    {
        var (found, start, written, open) = (0, 0, 0, false);
        for (var i = 0; i <= record.Length; i++)
        {
            if (i == record.Length || (record[i] == (byte)',' && !open))
            {
                if (found < fields.Length)
                    fields[found] = start..written;
                found++;
                start = written;
            }
            else if (record[i] == (byte)'"')
            {
                // Two quotes inside a quoted field are one quote.
                if (open && i + 1 < record.Length && record[i + 1] == (byte)'"')
                    plain[written++] = record[i++];
                else
                    open = !open;
            }
            else
            {
                plain[written++] = record[i];
            }
        }

        return found;
    }
}
