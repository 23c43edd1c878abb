using System.IO.Compression;
using System.Security;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Cli.Output;

/// <summary>
/// A workbook with a register's headings and no row. Its columns are formatted as what they hold: else a program for sheets makes dates of registry numbers.
/// </summary>
internal static class EmptyWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private enum Style
    {
        General,
        Text,
        Day,
        Heading,
    }

    public static void Write(string file, Register register, IReadOnlyList<string> headings)
    {
        using var archive = ZipFile.Open(file, ZipArchiveMode.Create);
        Add(archive, "[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
            """);
        Add(archive, "_rels/.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Add(archive, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{register.Id}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        Add(archive, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        // 49 is text, 14 the machine's own short date; the styles stand in the order of the enumeration.
        Add(archive, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>
            """);
        Add(archive, "xl/worksheets/sheet1.xml", $"""
            <worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{string.Concat(register.Columns.Select(Column))}</cols><sheetData><row r="1">{string.Concat(headings.Select(Heading))}</row></sheetData></worksheet>
            """);
    }

    private static string Column(RegisterColumn column, int index) =>
        FormattableString.Invariant($"""<col min="{index + 1}" max="{index + 1}" width="{(column.Kind is RegisterValue.Text ? 30 : 18)}" style="{(int)StyleOf(column)}" customWidth="1"/>""");

    private static string Heading(string heading) =>
        FormattableString.Invariant($"""<c t="inlineStr" s="{(int)Style.Heading}"><is><t>{SecurityElement.Escape(heading)}</t></is></c>""");

    // What may be a year or a month must not become a day.
    private static Style StyleOf(RegisterColumn column) => column.Kind switch
    {
        RegisterValue.Day => Style.Day,
        RegisterValue.Amount => Style.General,
        _ => Style.Text,
    };

    private static void Add(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(xml.Trim());
    }
}
