using System.Text;

namespace Foresight.Engine.Classify;

/// <summary>A row of a CSV file and the line on which it begins.</summary>
internal readonly record struct CsvRow(int Line, IReadOnlyList<string> Fields);

/// <summary>Reads CSV strictly (RFC 4180, comma, double quotes, any line ends): labels that people write must not be half read.</summary>
internal static class CsvRows
{
    /// <summary>The rows, without empty lines.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="separator">What parts fields.</param>
    /// <exception cref="FormatException">A stray or missing quote; the message begins with the line.</exception>
    public static IEnumerable<CsvRow> Read(TextReader reader, char separator = ',')
    {
        var (line, start) = (1, 1);
        var fields = new List<string>();
        var field = new StringBuilder();
        var (quoted, closed) = (false, false);
        while (true)
        {
            var c = reader.Read();
            if (quoted && c == '"' && reader.Peek() == '"')
            {
                reader.Read();
                field.Append('"');
            }
            else if (quoted && c == '"')
            {
                (quoted, closed) = (false, true);
            }
            else if (quoted && c < 0)
            {
                throw new FormatException($"{start}: a quoted field is never closed.");
            }
            else if (quoted)
            {
                line += c == '\n' ? 1 : 0;
                field.Append((char)c);
            }
            else if (c == '"' && field.Length == 0 && !closed)
            {
                quoted = true;
            }
            else if (c == separator || c is '\n' or -1)
            {
                if (c != separator && field.Length > 0 && field[^1] == '\r')
                    field.Length--;
                fields.Add(field.ToString());
                field.Clear();
                closed = false;
                if (c == separator)
                    continue;
                if (fields.Count > 1 || fields[0].Length > 0)
                    yield return new CsvRow(start, fields);
                fields = [];
                start = ++line;
                if (c < 0)
                    yield break;
            }
            else if (c == '"' || (closed && c != '\r'))
            {
                throw new FormatException($"{line}: a quote stands inside a field; put the whole field in quotes and double the quotes in it.");
            }
            else
            {
                field.Append((char)c);
            }
        }
    }
}
