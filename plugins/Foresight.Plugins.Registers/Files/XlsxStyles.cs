using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Foresight.Plugins.Registers.Files;

/// <summary>Which numbers of a workbook are shown as days.</summary>
internal sealed partial class XlsxStyles(bool from1904)
{
    private const int Days1904 = 1462;

    private readonly List<bool> areDays = [];

    public static XlsxStyles Read(WorkbookPart workbook, bool from1904)
    {
        var styles = new XlsxStyles(from1904);
        if (workbook.WorkbookStylesPart is not { } part)
            return styles;
        var dayFormats = new HashSet<int>();
        var isCells = false;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(CellFormats))
                isCells = reader.IsStartElement && !reader.IsEndElement;
            else if (!reader.IsStartElement)
                continue;
            else if (reader.ElementType == typeof(NumberingFormat) && reader.Number("numFmtId") is { } id && IsDay(reader.Text("formatCode") ?? ""))
                dayFormats.Add(id);
            else if (reader.ElementType == typeof(CellFormat) && isCells)
                styles.areDays.Add(reader.Number("numFmtId") is { } format && (IsBuiltInDay(format) || dayFormats.Contains(format)));
        }

        return styles;
    }

    /// <summary>A number as its style shows it: a day or a number.</summary>
    public Cell Of(int style, double number)
    {
        var day = number + (from1904 ? Days1904 : 0);
        return style < areDays.Count && areDays[style] && day is >= 61 and < 2_958_466
            ? new Cell(DateTime.FromOADate(Math.Floor(day)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Day)
            : new Cell(Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture), CellKind.Number);
    }

    // The numbers are those of the standard (ECMA-376, 18.8.30), with those that East Asian and Thai versions add.
    private static bool IsBuiltInDay(int format) => format is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58;

    private static bool IsDay(string code) => Letters().Replace(code, "") is var plain
        && plain.AsSpan().IndexOfAny("dDyY") >= 0;

    // Texts, escaped letters, colours and languages in a format are no parts of a day.
    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]|_.
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
