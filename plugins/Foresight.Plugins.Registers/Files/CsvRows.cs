using System.Text;

namespace Foresight.Plugins.Registers.Files;

/// <summary>
/// Reads the rows of a table of separated fields (RFC 4180, by comma or semicolon). Readers in use stop at the first broken quote; here every problem of
/// every row is to be told, so this one goes on.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    private readonly ProblemList problems;
    private readonly StreamReader text;
    private readonly char separator;
    private readonly List<Cell> cells = [];
    private readonly StringBuilder field = new();
    private int row;

    private CsvRows(byte[] bytes, ProblemList problems)
    {
        this.problems = problems;
        separator = CsvText.Separator(CsvText.WithoutMark(bytes));
        text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
    }

    /// <summary>The rows, the header first; none where the bytes are no table.</summary>
    public static IEnumerable<TableRow> Read(byte[] bytes, ProblemList problems)
    {
        if (CsvText.Fault(bytes) is var (row, sentence))
        {
            problems.Add(row, null, sentence);
            yield break;
        }

        using var rows = new CsvRows(bytes, problems);
        while (rows.Next() is { } next)
            yield return next;
    }

    public void Dispose() => text.Dispose();

    private TableRow? Next()
    {
        if (text.Peek() < 0)
            return null;
        row++;
        cells.Clear();
        while (Field())
        {
        }

        return new TableRow(row, [.. cells]);
    }

    // Whether another field follows in the row.
    private bool Field()
    {
        field.Clear();
        if (text.Peek() == '"')
        {
            text.Read();
            Quoted();
        }

        for (var letter = text.Read(); ; letter = text.Read())
        {
            if (letter >= 0 && letter != separator && letter is not ('\r' or '\n'))
            {
                field.Append((char)letter);
                continue;
            }

            cells.Add(new Cell(field.ToString()));
            if (letter == '\r' && text.Peek() == '\n')
                text.Read();
            return letter == separator;
        }
    }

    private void Quoted()
    {
        for (var letter = text.Read(); ; letter = text.Read())
        {
            if (letter < 0)
            {
                problems.Add(row, null, $"The quote that opens field {cells.Count + 1} is never closed, so the rest of the file belongs to it: close it, or double a quote that is meant as a letter.");
                return;
            }

            if (letter != '"')
            {
                field.Append((char)letter);
                continue;
            }

            if (text.Peek() == '"')
            {
                field.Append((char)text.Read());
                continue;
            }

            if (text.Peek() is var next && next >= 0 && next != separator && next is not ('\r' or '\n'))
                problems.Add(row, null, $"Text follows the quote that closes field {cells.Count + 1}: double a quote that is meant as a letter.");
            return;
        }
    }
}
