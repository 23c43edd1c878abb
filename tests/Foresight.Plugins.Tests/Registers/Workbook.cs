using System.IO.Compression;
using System.Text;

namespace Foresight.Plugins.Tests.Registers;

/// <summary>Workbooks as offices send them, written part by part, so that each oddity can be put into one.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Style 1 of every workbook here: a day.</summary>
    public static string Day(string place, int serial) => FormattableString.Invariant($"""<c r="{place}" s="1"><v>{serial}</v></c>""");

    public static string Number(string place, string number) => $"""<c r="{place}"><v>{number}</v></c>""";

    public static string Text(string place, string text) => $"""<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>""";

    /// <summary>A row of texts from column A on.</summary>
    public static string Row(int number, params string[] texts) =>
        Cells(number, "", string.Concat(texts.Select((text, i) => text.Length == 0 ? "" : Text($"{(char)('A' + i)}{number}", text))));

    /// <summary>A row of cells as they are.</summary>
    public static string Cells(int number, string attributes, string cells) => $"""<row r="{number}"{attributes}>{cells}</row>""";

    /// <summary>A workbook of one sheet.</summary>
    public static byte[] Of(string rows, string before = "", string after = "") => Of([("Blad1", "", $"{before}<sheetData>{rows}</sheetData>{after}")]);

    /// <summary>A workbook of sheets: name, attributes, content.</summary>
    public static byte[] Of((string Name, string Attributes, string Content)[] sheets, string properties = "")
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, sheets.Length).ToList();
            Add(archive, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Types}.sharedStrings+xml"/>{string.Concat(numbers.Select(i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Types}.worksheet+xml"/>"""))}</Types>""");
            Add(archive, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}">{properties}<sheets>{string.Concat(sheets.Select((sheet, i) => $"""<sheet name="{sheet.Name}" sheetId="{i + 1}" r:id="rId{i + 1}"{sheet.Attributes}/>"""))}</sheets></workbook>""");
            Add(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{string.Concat(numbers.Select(i => $"""<Relationship Id="rId{i}" Type="{Relations}/worksheet" Target="worksheets/sheet{i}.xml"/>"""))}<Relationship Id="rId90" Type="{Relations}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
            Add(archive, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>""");
            Add(archive, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>Delad text</t></si><si><r><t>Rik </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>uttal</t></rPh></si></sst>""");
            for (var i = 0; i < sheets.Length; i++)
                Add(archive, FormattableString.Invariant($"xl/worksheets/sheet{i + 1}.xml"), $"""<worksheet xmlns="{Main}">{sheets[i].Content}</worksheet>""");
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }
}
