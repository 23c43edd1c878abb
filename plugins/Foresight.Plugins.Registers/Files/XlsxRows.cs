using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Files;

/// <summary>
/// Reads the rows of a workbook's sheet as a stream: a sheet of any length costs the memory of its texts. What a person who sends it cannot see in it
/// (hidden rows and columns, formulas behind values, merged cells) is told, not read.
/// </summary>
internal sealed class XlsxRows
{
    private const int MostColumns = 200;

    /// <summary>More than any part of a register's workbook has; a packed file can hold endless text.</summary>
    private const long MostLetters = 512_000_000;

    private readonly ProblemList problems;
    private readonly XlsxTexts texts;
    private readonly XlsxStyles styles;
    private readonly HiddenRows hidden = new();
    private readonly Cell[] cells = new Cell[MostColumns];
    private int width;

    private XlsxRows(WorkbookPart workbook, bool from1904, ProblemList problems)
    {
        this.problems = problems;
        styles = XlsxStyles.Read(workbook, from1904);
        texts = XlsxTexts.Read(workbook);
    }

    /// <summary>The rows, the header first; none where there is no sheet to read.</summary>
    /// <exception cref="InvalidDataException">The workbook is damaged; other exceptions of the reader say the same.</exception>
    public static IEnumerable<TableRow> Read(Stream stream, Register register, ProblemList problems)
    {
        using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostLetters });
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("it has no workbook in it");
        var sheets = XlsxSheets.Read(workbook);
        if (sheets.Choose(register, problems) is not { } id)
            yield break;
        var part = workbook.GetPartById(id) as WorksheetPart ?? throw new InvalidDataException("its sheet is no table");
        foreach (var row in new XlsxRows(workbook, sheets.From1904, problems).Rows(part))
            yield return row;
    }

    private IEnumerable<TableRow> Rows(WorksheetPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        var (number, isHidden) = (0, false);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row))
            {
                if (reader.IsStartElement)
                {
                    (number, isHidden) = (reader.Number("r") ?? number + 1, reader.Flag("hidden"));
                    Array.Clear(cells, 0, width);
                    width = 0;
                }

                if (reader.IsEndElement && new TableRow(number, cells[..width]) is { IsBlank: false } row)
                {
                    if (isHidden)
                        hidden.Add(number);
                    yield return row;
                }
            }
            else if (reader.ElementType == typeof(DocumentFormat.OpenXml.Spreadsheet.Cell) && reader.IsStartElement)
            {
                Take(reader, number);
            }
            else if (reader.IsStartElement)
            {
                Look(reader);
            }
        }

        foreach (var range in hidden.Ranges)
            problems.Add(null, null, $"{range}: show what is hidden (or clear the filter), or delete it; what nobody sees is not read.");
    }

    private void Look(OpenXmlReader reader)
    {
        if (reader.ElementType == typeof(Column) && reader.Flag("hidden"))
        {
            var (first, last) = (reader.Number("min") ?? 1, reader.Number("max") ?? 1);
            // Excel hides all columns right of the table at a stroke; nothing stands in those.
            if (first <= MostColumns)
                problems.Add(null, null, $"Column {CellPlace.Letters(first)}{(last > first ? $" to {CellPlace.Letters(Math.Min(last, MostColumns))}" : "")} is hidden: show what is hidden, or delete it; what nobody sees is not read.");
        }
        else if (reader.ElementType == typeof(MergeCell))
        {
            problems.Add(CellPlace.RowOf(reader.Text("ref")), null, $"The cells {reader.Text("ref")} are merged: unmerge them and write the value in each row.");
        }
    }

    private void Take(OpenXmlReader reader, int row)
    {
        var at = CellPlace.ColumnOf(reader.Text("r")) ?? width;
        var (type, style) = (reader.Text("t"), reader.Number("s") ?? 0);
        string? value = null, written = null;
        var isFormula = false;
        while (reader.Read() && !(reader.ElementType == typeof(DocumentFormat.OpenXml.Spreadsheet.Cell) && reader.IsEndElement))
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(CellFormula))
                isFormula = true;
            else if (reader.ElementType == typeof(CellValue))
                value = reader.GetText();
            else if (reader.ElementType == typeof(Text))
                written += reader.GetText();
        }

        var cell = isFormula ? new Cell(value ?? "", CellKind.Formula) : Of(type, style, value, written);
        if (cell.IsBlank)
            return;
        if (at >= MostColumns)
        {
            problems.Add(row, CellPlace.Letters(at + 1), "Something stands far to the right of the table: delete it.");
            return;
        }

        width = Math.Max(width, at + 1);
        cells[at] = cell;
    }

    private Cell Of(string? type, int style, string? value, string? written) => type switch
    {
        "s" => new Cell(value is null ? "" : texts[value]),
        "inlineStr" => new Cell(written ?? ""),
        "str" => new Cell(value ?? ""),
        "b" => new Cell(value == "1" ? "true" : "false"),
        "e" => new Cell(value ?? "", CellKind.Error),
        "d" => new Cell(value is { Length: > 10 } ? value[..10] : value ?? "", CellKind.Day),
        _ when string.IsNullOrWhiteSpace(value) => new Cell(""),
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? styles.Of(style, number)
            : throw new InvalidDataException($"a cell holds '{value}' for a number"),
    };
}
