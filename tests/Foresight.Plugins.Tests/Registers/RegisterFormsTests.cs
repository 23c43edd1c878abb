using System.Text;
using Foresight.Plugins.Registers;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Registers;

/// <summary>The forms in which the same thing may be written, and the one in which it is stored.</summary>
public sealed class RegisterFormsTests
{
    [Theory]
    [InlineData("2026-03-12", "2026-03-12")]
    [InlineData("12 mars 2026", "2026-03-12")]
    [InlineData("12/3 2026", "2026-03-12")]
    [InlineData("1 dec 2026", "2026-12-01")]
    [InlineData("mars 2026", "2026-03")]
    [InlineData("2026-03", "2026-03")]
    [InlineData("2026", "2026")]
    [InlineData(" 2026-03-12\u00A0", "2026-03-12")]
    [InlineData("2024-02-29", "2024-02-29")]
    public async Task Date_InAnyPlainForm_IsStoredInOne(string written, string stored)
    {
        var read = await RegisterReading.OfAsync(("needs.csv", $"id,title,body,since\na,b,board,{written}"));

        Assert.Equal(stored, Assert.Single(read.Rows).Fields["since"]);
    }

    [Theory]
    [InlineData("1234567", "1234567")]
    [InlineData("1 234 567,50 kr", "1234567.5")]
    [InlineData("1\u00A0234\u202F567", "1234567")]
    [InlineData("1234567.50", "1234567.5")]
    [InlineData("250 SEK", "250")]
    [InlineData("SEK 250", "250")]
    [InlineData("250:-", "250")]
    [InlineData("0", "0")]
    [InlineData("12,5", "12.5")]
    public async Task Amount_InAnyPlainForm_IsStoredInOne(string written, string stored)
    {
        var read = await RegisterReading.OfAsync(("activities.csv", $"id;title;kind;focus_areas;purposes;body;starts;status;budget\na;b;exchanges;kretslopp;competence;board;2026;ongoing;{written}"));

        Assert.Empty(read.Problems);
        Assert.Equal(stored, Assert.Single(read.Rows).Fields["budget"]);
    }

    [Theory]
    [InlineData("id,aktivitet,slag,fokusområden,syften,ansvarig,start,status\na,b,utbyten,\"livslångt lärande | kretslopp\",höja kompetensen,Styrelsen,2026,pågår")]
    [InlineData("ID;Title;Kind;FOCUS AREAS;Purposes;Responsible Body;Starts;Status\na;b;Exchanges;\"lifelong-learning;cycles\";raise competence;the board;2026;Ongoing")]
    [InlineData("status,id,title,kind,focus-areas,purposes,body,starts,\nongoing,a,b,exchanges,\"lifelong-learning, circular-economy\",competence,board,2026,,")]
    [InlineData("\uFEFFid,title,kind,focus_areas,purposes,body,starts,status\r\na,b,exchanges,\"lifelong-learning\ncircular-economy\",competence,board,2026,ongoing\r\n\r\n")]
    public async Task Activity_WithOtherHeadingsAndWords_IsStoredTheSame(string text)
    {
        var read = await RegisterReading.OfAsync(("activities.csv", text));

        Assert.Empty(read.Problems);
        Assert.Equal(
            "body=board, focus_areas=lifelong-learning; circular-economy, id=a, kind=exchanges, purposes=competence, starts=2026, status=ongoing, title=b",
            string.Join(", ", Assert.Single(read.Rows).Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}")));
    }

    [Theory]
    [InlineData("Möte med Röda Korset i Göteborg")]
    [InlineData("Bolaget 556677-8899 deltar")]
    [InlineData("Perioden 2021-2027, cirka 0,5 procent")]
    [InlineData("Ärende 2026/0123 den 2026-03-12")]
    public async Task Text_ThatNamesNoPerson_IsTaken(string title)
    {
        var read = await RegisterReading.OfAsync(("needs.csv", $"id,title,body\na,\"{title}\",board"));

        Assert.Empty(read.Problems);
        Assert.Equal(title, Assert.Single(read.Rows).Fields["title"]);
    }

    [Fact]
    public async Task Workbook_OfPlainCells_IsStoredAsCsvWouldBe()
    {
        var rows = Workbook.Row(1, "id", "title", "kind", "focus_areas", "purposes", "body", "starts", "ends", "status", "budget", "paragraph", "example")
            + Workbook.Cells(2, "", Workbook.Text("A2", "a") + """<c r="B2" t="s"><v>1</v></c>""" + Workbook.Text("C2", "utbyten") + Workbook.Text("D2", "kretslopp") + Workbook.Text("E2", "competence")
                + Workbook.Text("F2", "board") + Workbook.Number("G2", "2026") + Workbook.Day("H2", 46093) + Workbook.Text("I2", "pågår") + Workbook.Number("J2", "1234.5") + Workbook.Number("K2", "173")
                + """<c r="L2" t="b"><v>1</v></c>""");

        var read = await RegisterReading.OfAsync("activities.xlsx", Workbook.Of(rows));

        Assert.Empty(read.Problems);
        Assert.Equal(
            "body=board, budget=1234.5, ends=2026-03-12, example=true, focus_areas=circular-economy, id=a, kind=exchanges, paragraph=173, purposes=competence, starts=2026, status=ongoing, title=Rik text",
            string.Join(", ", Assert.Single(read.Rows).Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}")));
    }

    [Fact]
    public async Task Workbook_OfSeveralSheets_IsReadWhereOneBearsTheRegistersName()
    {
        var sheet = $"<sheetData>{Workbook.Row(1, "id", "behov", "nämnd")}{Workbook.Row(2, "a", "b", "board")}</sheetData>";

        var read = await RegisterReading.OfAsync("needs.xlsx", Workbook.Of([("Blad1", "", "<sheetData/>"), ("Behov", "", sheet)]));

        Assert.Empty(read.Problems);
        Assert.Equal("a", Assert.Single(read.Rows).Id);
    }

    [Fact]
    public async Task Workbook_OfAnOldMac_HasItsDaysFrom1904()
    {
        var sheet = $"<sheetData>{Workbook.Row(1, "id", "title", "body", "since")}{Workbook.Cells(2, "", Workbook.Text("A2", "a") + Workbook.Text("B2", "b") + Workbook.Text("C2", "board") + Workbook.Day("D2", 46093 - 1462))}</sheetData>";

        var read = await RegisterReading.OfAsync("needs.xlsx", Workbook.Of([("Blad1", "", sheet)], "<workbookPr date1904=\"1\"/>"));

        Assert.Equal("2026-03-12", Assert.Single(read.Rows).Fields["since"]);
    }

    [Fact]
    public async Task Row_ThatIsBlankBetweenOthers_IsPassedOverAndNoted()
    {
        var read = await RegisterReading.OfAsync(("needs.csv", "id,title,body\na,b,board\n,,\n\nb,c,borad\n"));

        Assert.Equal(["needs.csv, row 5, column body: 'borad' is no body of the policy: write board."], read.Problems);
        Assert.Equal(["needs.csv has blank rows between others, which were passed over (3, 4)."], read.Notes);
    }

    [Fact]
    public async Task Register_WithColumnsAndNoRow_IsEmptyAndSaysSo()
    {
        var read = await RegisterReading.OfAsync(("needs.csv", "id,title,body\n"));

        Assert.Empty(Assert.IsType<RegisterBatch>(Assert.Single(read.Batches)).Rows);
        Assert.True(read.Batches[0].EndsSnapshot);
        Assert.Equal(["needs.csv has columns and no row: the register is empty."], read.Notes);
    }

    [Fact]
    public async Task File_ThatIsNotUtf8_SaysInWhichRow()
    {
        var read = await RegisterReading.OfAsync("needs.csv", Encoding.Latin1.GetBytes("id,title,body\na,b,board\nb,Behöver,board"));

        Assert.Equal(["needs.csv, row 3: This text is not UTF-8 (Excel's plain 'CSV' is not): save the file as 'CSV UTF-8', or as .xlsx."], read.Problems);
    }

    [Fact]
    public async Task File_InUtf16_IsToldSo()
    {
        var read = await RegisterReading.OfAsync("needs.csv", [0xff, 0xfe, .. Encoding.Unicode.GetBytes("id,title,body")]);

        Assert.Equal(["needs.csv: This is UTF-16 text: save it as CSV UTF-8 (in Excel the file type 'CSV UTF-8')."], read.Problems);
    }

    [Fact]
    public async Task Address_ElsewhereThanTheFolder_IsReadAndItsReferencesAreLeftAlone()
    {
        var transport = RegisterReading.Serve().Serve("https://example.org/applications.csv", "id,title,programme,role,outcome,partners\na,b,life,lead,planned,herning");

        var read = await RegisterReading.OfAsync(transport, options: new RegistersOptions { Addresses = [new("https://example.org/applications.csv")] });

        Assert.Empty(read.Problems);
        Assert.Equal("a", Assert.Single(read.Rows).Id);
    }
}
