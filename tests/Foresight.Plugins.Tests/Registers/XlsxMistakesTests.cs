using System.Text;
using Xunit;

namespace Foresight.Plugins.Tests.Registers;

/// <summary>What workbooks hold that a table does not, and the sentence that each gets.</summary>
public sealed class XlsxMistakesTests
{
    private static readonly string Header = Workbook.Row(1, "id", "title", "body", "since", "example");

    private static string Need(int row, string id) => Workbook.Row(row, id, "Ett behov", "board");

    [Fact]
    public async Task Workbook_WithFormulas_IsToldToHoldValues()
    {
        var cells = Workbook.Text("A2", "a") + """<c r="B2" t="str"><f>C2&amp;"x"</f><v>boardx</v></c>""" + Workbook.Text("C2", "board");

        await TellAsync(Workbook.Of(Header + Workbook.Cells(2, "", cells)), "row 2, column title: This cell holds a formula: copy it and paste it as a value, so that what was meant is what is read.");
    }

    [Fact]
    public async Task Workbook_WithAnErrorCell_NamesIt()
    {
        var cells = Workbook.Text("A2", "a") + """<c r="B2" t="e"><v>#REF!</v></c>""" + Workbook.Text("C2", "board");

        await TellAsync(Workbook.Of(Header + Workbook.Cells(2, "", cells)), "row 2, column title: This cell holds the error #REF!: correct it.");
    }

    [Fact]
    public async Task Workbook_WithMergedCells_NamesThem() => await TellAsync(
        Workbook.Of(Header + Need(2, "a"), after: """<mergeCells count="2"><mergeCell ref="B2:C2"/><mergeCell ref="A5:A6"/></mergeCells>"""),
        "row 2: The cells B2:C2 are merged: unmerge them and write the value in each row.",
        "row 5: The cells A5:A6 are merged: unmerge them and write the value in each row.");

    [Fact]
    public async Task Workbook_WithHiddenRows_TellsThemAsRanges()
    {
        var rows = string.Concat(Enumerable.Range(2, 5).Select(i => Need(i, $"n{i}").Replace("<row ", i is 3 or 4 or 6 ? "<row hidden=\"1\" " : "<row ", StringComparison.Ordinal)));

        await TellAsync(
            Workbook.Of(Header + rows),
            "Rows 3 to 4 are hidden: show what is hidden (or clear the filter), or delete it; what nobody sees is not read.",
            "Row 6 is hidden: show what is hidden (or clear the filter), or delete it; what nobody sees is not read.");
    }

    [Fact]
    public async Task Workbook_WithAHiddenColumn_NamesIt() => await TellAsync(
        Workbook.Of(Header + Need(2, "a"), before: """<cols><col min="4" max="4" width="0" hidden="1"/></cols>"""),
        "Column D is hidden: show what is hidden, or delete it; what nobody sees is not read.");

    [Fact]
    public async Task Workbook_WithANumberForADay_SaysWhatExcelMeant()
    {
        var cells = Workbook.Text("A2", "a") + Workbook.Text("B2", "t") + Workbook.Text("C2", "board") + Workbook.Number("D2", "46093");

        await TellAsync(Workbook.Of(Header + Workbook.Cells(2, "", cells)), "row 2, column since: '46093' is the number that Excel has for a day (2026-03-12?): format the cell as a date, or write 2026-03-12.");
    }

    [Fact]
    public async Task Workbook_WithADayForATitle_IsToldThatExcelMadeIt()
    {
        var cells = Workbook.Text("A2", "a") + Workbook.Day("B2", 46093) + Workbook.Text("C2", "board");

        await TellAsync(Workbook.Of(Header + Workbook.Cells(2, "", cells)), "row 2, column title: This cell holds a date (2026-03-12), which Excel may have made of something else: format it as text and write it anew.");
    }

    [Fact]
    public async Task Workbook_WithADateAsText_IsReadWhereItIsClearAndToldWhereItIsNot()
    {
        var rows = Header + Workbook.Row(2, "a", "t", "board", "12 mars 2026") + Workbook.Row(3, "b", "t", "board", "03/04/2026");

        await TellAsync(Workbook.Of(rows), "row 3, column since: '03/04/2026' may be 2026-04-03 or 2026-03-04: write which, as in 2026-03-12.");
    }

    [Fact]
    public async Task Workbook_OfSeveralSheets_AsksWhichIsTheRegister() => await TellAsync(
        Workbook.Of([("Blad1", "", $"<sheetData>{Header}</sheetData>"), ("Blad2", "", "<sheetData/>")]),
        "The workbook has the sheets 'Blad1', 'Blad2': name the one that holds the register 'needs', or delete the others.");

    [Fact]
    public async Task Workbook_WhoseSheetIsHidden_IsRefused() => await TellAsync(
        Workbook.Of([("Behov", " state=\"hidden\"", $"<sheetData>{Header}</sheetData>"), ("Blad2", "", "<sheetData/>")]),
        "The sheet 'Behov' is hidden: show it, or delete it; what nobody sees is not read.");

    [Fact]
    public async Task Workbook_WithSomethingFarToTheRight_IsToldWhere() => await TellAsync(
        Workbook.Of(Header + Workbook.Cells(2, "", Workbook.Text("A2", "a") + Workbook.Text("B2", "t") + Workbook.Text("C2", "board") + Workbook.Text("ZZ2", "x"))),
        "row 2, column ZZ: Something stands far to the right of the table: delete it.");

    [Fact]
    public async Task Workbook_LockedByAPassword_IsToldSo() => await TellAsync(
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0], "The workbook is locked by a password, or is an old .xls: save it without password as .xlsx.");

    [Fact]
    public async Task Workbook_ThatIsEmpty_IsToldSo() => await TellAsync(Workbook.Of(""), "The file is empty: 'foresight registers new' writes one with its columns.");

    [Fact]
    public async Task Workbook_ThatIsCutOff_IsToldToBeSavedAnew()
    {
        var whole = Workbook.Of(Header + Need(2, "a"));

        var read = await RegisterReading.OfAsync("needs.xlsx", whole[..(whole.Length / 2)]);

        Assert.StartsWith("needs.xlsx: This is no whole workbook (", Assert.Single(read.Problems), StringComparison.Ordinal);
        Assert.EndsWith("): open it, and save it again as .xlsx or as CSV UTF-8.", read.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_ThatIsText_IsToldToBeSavedAnew()
    {
        var read = await RegisterReading.OfAsync("needs.xlsx", Encoding.UTF8.GetBytes("id,title,body\na,b,board"));

        Assert.StartsWith("needs.xlsx: This is no whole workbook (", Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_DamagedAnywhere_IsReadOrToldAndNeverThrowsAnythingElse()
    {
        var whole = Workbook.Of(Header + Need(2, "a") + Need(3, "b"));
        var refused = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var damaged = (byte[])whole.Clone();
            for (var i = 0; i < 1 + (seed % 9); i++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);

            var read = await RegisterReading.OfAsync("needs.xlsx", damaged);

            Assert.Equal(read.Error is not null, read.Problems.Count > 0);
            refused += read.Problems.Count > 0 ? 1 : 0;
        }

        Assert.InRange(refused, 1, 300);
    }

    private static async Task TellAsync(byte[] workbook, params string[] sentences)
    {
        var read = await RegisterReading.OfAsync("needs.xlsx", workbook);

        Assert.Equal(sentences.Select(sentence => sentence.StartsWith("row ", StringComparison.Ordinal) ? $"needs.xlsx, {sentence}" : $"needs.xlsx: {sentence}"), read.Problems);
        Assert.NotNull(read.Error);
    }
}
