using System.Text.Unicode;

namespace Foresight.Plugins.Registers.Files;

/// <summary>Says of a file's bytes whether they are the text of a table, and how its fields are parted.</summary>
internal static class CsvText
{
    private const byte NewLine = (byte)'\n';

    /// <summary>Why the bytes are no such text, and in which row where one shows it; null where they are.</summary>
    public static (int? Row, string Sentence)? Fault(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return (null, "This is a workbook named .csv: name it .xlsx, or save it as CSV UTF-8.");
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
            return (null, "This is UTF-16 text: save it as CSV UTF-8 (in Excel the file type 'CSV UTF-8').");
        var text = WithoutMark(bytes);
        if (text.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
            return (null, "This is a web page or XML, no table: open the address to see what it gives, and save the table itself.");
        if (text.IndexOf((byte)0) is var nul and >= 0)
            return (text[..nul].Count(NewLine) + 1, "It holds NUL bytes, which no text has: the file is damaged or another format; save it anew as CSV UTF-8.");
        return Utf8.IsValid(text) ? null
            : (RowOfBadBytes(text), "This text is not UTF-8 (Excel's plain 'CSV' is not): save the file as 'CSV UTF-8', or as .xlsx.");
    }

    /// <summary>The text without its byte order mark.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    /// <summary>What parts the fields of the header: a semicolon or a comma, whichever stands there more often outside quotes.</summary>
    public static char Separator(ReadOnlySpan<byte> bytes)
    {
        var (commas, semicolons, quoted) = (0, 0, false);
        foreach (var letter in bytes)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (!quoted && letter is NewLine or (byte)'\r')
                break;
            else if (!quoted && letter == ',')
                commas++;
            else if (!quoted && letter == ';')
                semicolons++;
        }

        return semicolons > commas ? ';' : ',';
    }

    private static int RowOfBadBytes(ReadOnlySpan<byte> text)
    {
        var row = 1;
        foreach (var range in text.Split(NewLine))
        {
            if (!Utf8.IsValid(text[range]))
                return row;
            row++;
        }

        return row;
    }
}
