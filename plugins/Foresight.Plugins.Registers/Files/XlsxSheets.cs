using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Foresight.Plugins.Registers.Values;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Files;

/// <summary>The sheets of a workbook, and which of them is the register.</summary>
/// <param name="Sheets">Name, whether it is hidden, and its part.</param>
/// <param name="From1904">Whether days are counted from 1904, as old Macs do.</param>
internal sealed record XlsxSheets(IReadOnlyList<(string Name, bool IsHidden, string Id)> Sheets, bool From1904)
{
    public static XlsxSheets Read(WorkbookPart workbook)
    {
        var sheets = new List<(string, bool, string)>();
        var from1904 = false;
        using var reader = OpenXmlReader.Create(workbook);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(WorkbookProperties))
                from1904 = reader.Flag("date1904");
            else if (reader.ElementType == typeof(Sheet) && reader.Text("id") is { } id)
                sheets.Add((reader.Text("name") ?? "", reader.Text("state") is "hidden" or "veryHidden", id));
        }

        return new XlsxSheets(sheets, from1904);
    }

    /// <summary>The part of the sheet that bears the register's name, or of the only one that is shown; null where a person must say which.</summary>
    public string? Choose(Register register, ProblemList problems)
    {
        var names = new[] { register.Id, register.Name.Sv, register.Name.En }.Select(Word.Plain).ToHashSet(StringComparer.Ordinal);
        var named = Sheets.Where(sheet => names.Contains(Word.Plain(sheet.Name))).ToList();
        var shown = Sheets.Where(sheet => !sheet.IsHidden).ToList();
        switch (named, shown)
        {
            case ([{ IsHidden: true } only], _):
                problems.Add(null, null, $"The sheet '{only.Name}' is hidden: show it, or delete it; what nobody sees is not read.");
                return null;
            case ([var only], _):
                return only.Id;
            case (_, [var only]):
                return only.Id;
            case (_, []):
                problems.Add(null, null, "The workbook shows no sheet: show the one that holds the register.");
                return null;
            default:
                problems.Add(null, null, $"The workbook has the sheets {string.Join(", ", shown.Select(sheet => $"'{sheet.Name}'"))}: name the one that holds the register '{register.Id}', or delete the others.");
                return null;
        }
    }
}
