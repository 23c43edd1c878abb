using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Foresight.Plugins.Registers.Values;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Files;

/// <summary>Reads the file of one register, and tells everything that is wrong with it.</summary>
internal sealed class RegisterFile
{
    /// <summary>More rows than any register has.</summary>
    private const int MostRows = 200_000;

    private const int MostTold = 5;

    private readonly Register register;
    private readonly KnownNames names;
    private readonly ProblemList problems;
    private readonly CellText cells;
    private readonly List<(int Number, RegisterRow Row)> rows = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> blank = [];

    private RegisterFile(Register register, KnownNames names, ProblemList problems) =>
        (this.register, this.names, this.problems, cells) = (register, names, problems, new CellText(names));

    /// <summary>The register that a file's name says, as <c>activities.csv</c>; null where it is none.</summary>
    public static Register? RegisterOf(string file) => Path.GetExtension(file).ToLowerInvariant() is ".csv" or ".xlsx"
        ? Register.All.FirstOrDefault(register => register.Id.Equals(Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>Reads a file.</summary>
    /// <param name="register">The register.</param>
    /// <param name="address">Where it was read.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="names">What ids name.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    public static RegisterTable Read(Register register, Uri address, byte[] bytes, ProblemList problems, KnownNames names, CancellationToken cancellationToken)
    {
        var file = new RegisterFile(register, names, problems);
        var header = file.Read(bytes, cancellationToken);
        return new RegisterTable(register, address, file.rows, header?.Columns ?? [], problems);
    }

    private Header? Read(byte[] bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length == 0)
        {
            problems.Add(null, null, "The file is empty: 'foresight registers new' writes one with its columns.");
            return null;
        }

        if (!problems.File.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return Read(CsvRows.Read(bytes, problems), cancellationToken);
        if (bytes is [0xd0, 0xcf, 0x11, 0xe0, ..])
        {
            problems.Add(null, null, "The workbook is locked by a password, or is an old .xls: save it without password as .xlsx.");
            return null;
        }

        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            return Read(XlsxRows.Read(stream, register, problems), cancellationToken);
        }
        // What the reader throws of a damaged workbook depends on where it is damaged.
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException or InvalidOperationException
            or FormatException or ArgumentException or OverflowException or NotSupportedException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException)
        {
            problems.Add(null, null, $"This is no whole workbook ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}): open it, and save it again as .xlsx or as CSV UTF-8.");
            return null;
        }
    }

    private Header? Read(IEnumerable<TableRow> table, CancellationToken cancellationToken)
    {
        Header? header = null;
        foreach (var row in table)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (problems.IsFull)
                break;
            if (row.IsBlank)
            {
                blank.Add(row.Number);
                continue;
            }

            if (header is null)
            {
                if (row.Number != 1)
                    problems.Add(row.Number, null, "The columns' names stand here, and belong in row 1: delete what is above them.");
                if (row.Cells is [{ Text: var only }] && only.Contains('\t', StringComparison.Ordinal))
                {
                    problems.Add(row.Number, null, "The columns are parted by tabs: save the file as CSV UTF-8, parted by commas or semicolons.");
                    return null;
                }

                header = Header.Read(register, row, problems);
                continue;
            }

            if (rows.Count == MostRows)
            {
                problems.Add(row.Number, null, string.Create(CultureInfo.InvariantCulture, $"The file has more than {MostRows} rows, more than any register: see whether it is another file."));
                break;
            }

            Take(row, header);
        }

        if (header is null && problems.Problems.Count == 0)
            problems.Add(null, null, "The file is empty: 'foresight registers new' writes one with its columns.");
        NoteWhatIsOdd(header);
        return header;
    }

    private void NoteWhatIsOdd(Header? header)
    {
        if (header is not null && rows.Count == 0 && problems.Problems.Count == 0)
            problems.Notes.Add($"{problems.File} has columns and no row: the register is empty.");
        if (blank.Count(number => rows.Count > 0 && number < rows[^1].Number) is var between and > 0)
        {
            var told = string.Join(", ", blank.Take(MostTold).Select(number => number.ToString(CultureInfo.InvariantCulture)));
            problems.Notes.Add($"{problems.File} has blank rows between others, which were passed over ({told}{(between > MostTold ? ", …" : "")}).");
        }
    }

    private void Take(TableRow row, Header header)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var unread = new HashSet<string>(StringComparer.Ordinal);
        var currency = Currency(row, header);
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (row.Cells[place].IsBlank)
                continue;
            if (place >= header.Width)
            {
                problems.Add(row.Number, null, string.Create(
                    CultureInfo.InvariantCulture, $"The row has {row.Cells.Count} cells, the header {header.Width}: put a value that holds a comma or semicolon in quotes."));
                break;
            }

            if (header[place].Heading.Length == 0)
                problems.Add(row.Number, null, $"Something stands in column {CellPlace.Letters(place + 1)}, which has no heading: name the column, or delete it.");

            if (header[place] is not ({ } column, var heading))
                continue;
            var read = cells.Read(column, row.Cells[place], currency);
            if (read.Value is { } value)
            {
                fields[column.Name] = value;
                continue;
            }

            unread.Add(column.Name);
            problems.Add(row.Number, heading, read.Problem!);
        }

        foreach (var (column, heading) in header.Columns.Where(one => one.Column.IsRequired && !fields.ContainsKey(one.Column.Name) && !unread.Contains(one.Column.Name)))
            problems.Add(row.Number, heading, $"This is empty, and every row must have it: {Lower(column.Meaning.En)}");
        foreach (var (column, sentence) in RowRules.Faults(register, fields, unread, names))
            problems.Add(row.Number, header.Columns.FirstOrDefault(one => one.Column.Name == column).Heading ?? column, sentence);
        Keep(row, header, fields);
    }

    private void Keep(TableRow row, Header header, Dictionary<string, string> fields)
    {
        if (!fields.TryGetValue("id", out var id))
            return;
        if (!ids.TryAdd(id, row.Number))
        {
            problems.Add(row.Number, header.Columns.First(one => one.Column.Name == "id").Heading,
                string.Create(CultureInfo.InvariantCulture, $"The id '{id}' is that of row {ids[id]} already: every row has an id of its own."));
            return;
        }

        rows.Add((row.Number, new RegisterRow(id, fields)));
    }

    private string Currency(TableRow row, Header header)
    {
        for (var place = 0; place < Math.Min(row.Cells.Count, header.Width); place++)
        {
            if (header[place].Column is { Name: "currency" } && row.Cells[place] is { IsBlank: false } cell)
                return cell.Text.Trim().ToUpperInvariant();
        }

        return register == Register.Applications ? "EUR" : "SEK";
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
