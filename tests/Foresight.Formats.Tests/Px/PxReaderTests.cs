using System.Globalization;
using System.Text;
using CsCheck;
using Foresight.Formats.Observations;
using Foresight.Formats.Px;
using Xunit;

namespace Foresight.Formats.Tests.Px;

public class PxReaderTests
{
    private const string Head = """
        CHARSET="ANSI";
        LANGUAGE="en";
        LANGUAGES="en","sv";
        MATRIX="T1";
        TITLE="Trade";
        TITLE[sv]="Handel";
        UNITS="SEK";
        DECIMALS=1;
        STUB="area";
        STUB[sv]="område";
        HEADING="year";
        HEADING[sv]="år";
        VALUES("area")="Sweden","Norway";
        VALUES[sv]("område")="Sverige","Norge";
        VALUES("year")="2022","2023";
        CODES("area")="SE","NO";
        TIMEVAL("year")=TLIST(A1),"2022","2023";
        ELIMINATION("area")=YES;
        NOTEX="First line#sec"
        "ond line";
        DATA=
        """;

    [Fact]
    public async Task Read_Table_GivesCellsInOrderWithCodesAndPeriods()
    {
        var table = await ReadPx.OpenAsync(Head + "1.5 -2 \n\"..\" 4 \n;\n");

        var cells = await ReadPx.CellsAsync(table);

        Assert.Equal(["SE 2022 1.5", "SE 2023 -2", "NO 2022 NaN .. O", "NO 2023 4"], cells);
        Assert.Equal(("T1", "Trade", "SEK", 1, "en"), (table.Id, table.Title, table.Unit, table.Decimals, table.Language));
        Assert.Equal(["First line\nsecond line"], table.Notes);
        Assert.Empty(table.Problems);
    }

    [Fact]
    public async Task Open_SeveralLanguages_KeepsTheTextsOfEach()
    {
        var table = await ReadPx.OpenAsync(Head + "1 2 3 4;");

        var area = table.Variables[0];
        Assert.Equal(["Sweden", "Norway"], area.Texts);
        Assert.Equal("område", area.Languages["sv"].Name);
        Assert.Equal(["Sverige", "Norge"], area.Languages["sv"].Texts);
        Assert.Equal("", area.Elimination);
        Assert.Null(table.Variables[1].Elimination);
        Assert.True(table.Variables[1].IsTime);
    }

    [Theory]
    [InlineData("1 2 3 4;")]
    [InlineData("1,2,3,4;")]
    [InlineData("1\t2\r\n3\t4\r\n;\r\n")]
    [InlineData("1;2;3;4;")]
    [InlineData("1 2\n3 4\n")]
    [InlineData("1 2 3 4 ;\u001A")]
    public async Task Read_AnyDelimiter_GivesTheSameCells(string data)
    {
        var cells = await ReadPx.CellsAsync(Head + data);

        Assert.Equal(["SE 2022 1", "SE 2023 2", "NO 2022 3", "NO 2023 4"], cells);
    }

    [Fact]
    public async Task Read_Symbols_AreShownAsTheFileSaysAndTellWhyThereIsNoValue()
    {
        var text = Head.Replace("DATA=", "DATASYMBOL1=\"..\";\nDATASYMBOL3=\":\";\nDATANOTECELL(\"NO\",\"2023\")=\"*\";\nDATA=", StringComparison.Ordinal);

        var block = Assert.Single(await ReadPx.BlocksAsync(text + "\".\" \"...\" \"-\" 4;"));

        Assert.Equal(["..", ":", "-", "*"], Enumerable.Range(0, 4).Select(row => block.Flags![row]));
        Assert.Equal(["O", "Q", "O", "P"], Enumerable.Range(0, 4).Select(row => block.Marks![row]));
        Assert.Equal(
            [ObservationPresence.Missing, ObservationPresence.Confidential, ObservationPresence.Missing, ObservationPresence.Present], block.Presences);
    }

    [Theory]
    [InlineData("TLIST(A1,\"2022\"-\"2023\")", "2022", "2023", "A")]
    [InlineData("TLIST(Q1,\"20224\"-\"20231\")", "2022-Q4", "2023-Q1", "Q")]
    [InlineData("TLIST(M1),\"202212\",\"202301\"", "2022-12", "2023-01", "M")]
    [InlineData("TLIST(K),\"2022K4\",\"2023K1\"", "2022-Q4", "2023-Q1", "Q")]
    [InlineData("TLIST(H1),\"20222\",\"20231\"", "2022-S2", "2023-S1", "S")]
    [InlineData("TLIST(W1,\"202252\"-\"202301\")", "2022-W52", "2023-W01", "W")]
    [InlineData("TLIST(D1),\"20221231\",\"20230101\"", "2022-12-31", "2023-01-01", "D")]
    public async Task Read_Timeval_GivesSdmxPeriods(string timeval, string first, string second, string frequency)
    {
        var text = Head.Replace("TLIST(A1),\"2022\",\"2023\"", timeval, StringComparison.Ordinal);

        var block = Assert.Single(await ReadPx.BlocksAsync(text + "1 2 3 4;"));

        Assert.Equal((first, second), (block.Periods[0], block.Periods[1]));
        Assert.Equal(frequency, block.Frequencies[0]);
    }

    [Fact]
    public async Task Read_NoTimeval_TakesTheOneVariableWhoseValuesArePeriods()
    {
        var text = Head.Replace("TIMEVAL(\"year\")=TLIST(A1),\"2022\",\"2023\";\n", "", StringComparison.Ordinal);

        var block = Assert.Single(await ReadPx.BlocksAsync(text + "1 2 3 4;"));

        Assert.Equal(["area"], block.Dimensions.Keys);
        Assert.Equal("2023", block.Periods[1]);
    }

    [Fact]
    public async Task Read_Keys_GivesTheRowsThatTheFileHas()
    {
        var text = Head.Replace("DATA=", "KEYS(\"area\")=CODES;\nDATA=", StringComparison.Ordinal);

        var table = await ReadPx.OpenAsync(text + "\"NO\",3 \"..\"\n;");

        Assert.True(table.IsSparse);
        Assert.Equal(["NO 2022 3", "NO 2023 NaN .. O"], await ReadPx.CellsAsync(table));
    }

    [Theory]
    [InlineData("\"SE\",1 2\n\"SE\",1 2\n;", "for the second time")]
    [InlineData("\"FI\",1 2\n;", "begins with 'FI', which 'area' does not have")]
    [InlineData("\"NO\",3\n;", "too few cells")]
    public async Task Read_BrokenKeys_Throws(string data, string part)
    {
        var text = Head.Replace("DATA=", "KEYS(\"area\")=CODES;\nDATA=", StringComparison.Ordinal);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadPx.CellsAsync(text + data));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 2 3;", "3 cells, fewer than the 4 cells that STUB and HEADING make (2 x 2)")]
    [InlineData("1 2 3 4 5;", "more than the 4 cells")]
    [InlineData(";", "0 cells, fewer than the 4")]
    [InlineData("1 2 3 4", "right after a figure")]
    [InlineData("1 2 many 4;", "Cell 3 of DATA (line 21) has 'many'")]
    [InlineData("1 2 \"... 4;", "has no end")]
    public async Task Read_CellsThatDoNotFit_ThrowsInOneSentence(string data, string part)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadPx.CellsAsync(Head + data));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CODES(\"area\")=\"SE\",\"NO\";", "CODES(\"area\")=\"SE\";", "lists 1 codes where VALUES lists 2")]
    [InlineData("CODES(\"area\")=\"SE\",\"NO\";", "CODES(\"area\")=\"SE\",\"SE\";", "a value twice")]
    [InlineData("MATRIX=\"T1\";", "VALUES(\"area\")=\"a\",\"b\";", "for the second time")]
    [InlineData("HEADING=\"year\";", "HEADING=\"year\",\"area\";", "name a variable twice")]
    [InlineData("DATA=", "", "without DATA")]
    public async Task Open_HeadThatContradictsItself_ThrowsInOneSentence(string line, string instead, string part)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadPx.OpenAsync(Head.Replace(line, instead, StringComparison.Ordinal) + "1 2 3 4;"));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<!DOCTYPE html><html></html>", "does not begin as a .px file")]
    [InlineData("{\"error\":\"no\"}", "does not begin as a .px file")]
    public async Task Open_NoPxFile_SaysSo(string text, string part)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadPx.OpenAsync(text));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252", "iso-8859-1")]
    [InlineData("windows-1252", null)]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("windows-1257", "windows-1257")]
    public async Task Open_AnyEncoding_ReadsTheNames(string written, string? declared)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        var text = Head.Replace("MATRIX", (declared is null ? "" : $"CODEPAGE=\"{declared}\";\n") + "MATRIX", StringComparison.Ordinal);

        var table = await ReadPx.OpenAsync(encoding.GetBytes(text.Replace("Norway", "Värmland–Å", StringComparison.Ordinal) + "1 2 3 4;"));

        Assert.Equal("Värmland–Å", table.Variables[0].Texts[1]);
    }

    [Fact]
    public void Read_WhatWasWritten_ReadsBackHoweverTheBytesCome()
    {
        var cell = Gen.OneOf(Gen.Int[-99999, 99999].Select(n => n.ToString(CultureInfo.InvariantCulture)), Gen.Double[-1e6, 1e6].Select(n => n.ToString("R", CultureInfo.InvariantCulture)), Gen.Int[1, 6].Select(n => new string('.', n)), Gen.Const("-"));
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 5], Gen.Int[1, 3], cell.Array[60], Gen.Int[1, 40], Gen.Int[1, 9]).Sample(
            (regions, sexes, years, values, cut, blockRows) =>
            {
                static string List(string kind, int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{kind}{i}\""));
                var due = values[..(regions * sexes * years)];
                var text = $"STUB=\"region\",\"sex\";\nHEADING=\"year\";\nUNITS=\"n\";\nDECIMALS=0;\nTITLE=\"t\";\nVALUES(\"region\")={List("r", regions)};\n"
                    + $"VALUES(\"sex\")={List("s", sexes)};\nVALUES(\"year\")={List("200", years)};\nTIMEVAL(\"year\")=TLIST(A1),{List("200", years)};\nDATA=\n"
                    + string.Concat(due.Select((value, i) => (char.IsAsciiDigit(value[^1]) ? value : $"\"{value}\"") + (i % years == years - 1 ? " \n" : " "))) + ";";
                var expected = due.Select((value, i) => string.Create(
                    CultureInfo.InvariantCulture,
                    $"r{i / years / sexes} s{i / years % sexes} 200{i % years} {(char.IsAsciiDigit(value[^1]) ? double.Parse(value, CultureInfo.InvariantCulture) : double.NaN):R} {(char.IsAsciiDigit(value[^1]) ? "" : value)}").Trim());

                var cells = ReadPx.CellsAsync(text, blockRows, cut).GetAwaiter().GetResult();

                return cells.Select(line => line.EndsWith(" O", StringComparison.Ordinal) || line.EndsWith(" M", StringComparison.Ordinal) ? line[..^2] : line).SequenceEqual(expected);
            },
            iter: 300, threads: 1);
    }

    [Fact]
    public void Read_MutatedFile_GivesCellsOrOneSentence()
    {
        var good = Encoding.UTF8.GetBytes(Head + "1.5 -2 \n\"..\" 4 \n;\n");
        Gen.Select(Gen.Int[0, good.Length - 1].Array[0, 6], Gen.Byte.Array[6], Gen.Int[good.Length / 2, good.Length]).Sample(
            (places, bytes, length) =>
            {
                var mutated = good.ToArray();
                for (var i = 0; i < places.Length; i++)
                    mutated[places[i]] = bytes[i];
                try
                {
                    ReadPx.CellsAsync(ReadPx.OpenAsync(mutated[..length]).GetAwaiter().GetResult()).GetAwaiter().GetResult();
                    return true;
                }
                catch (InvalidDataException exception)
                {
                    return exception.Message.EndsWith('.') && !exception.Message.Any(char.IsControl);
                }
            },
            iter: 3000, threads: 1);
    }

    [Theory]
    [InlineData("BE0101A1.px", 33936)]
    [InlineData("BE0101F1langensvfiolikacelln.px", 48)]
    [InlineData("BE101ACE.px", 8064)]
    [InlineData("Fotnoter.px", 3240)]
    [InlineData("PR0101B3.px", 324)]
    [InlineData("TAB001.px", 5940)]
    [InlineData("TAB002.px", 19800)]
    [InlineData("TAB003.px", 2448)]
    [InlineData("TAB004.px", 4312)]
    [InlineData("TAB005.px", 6402)]
    [InlineData("Transmengde.px", 27300)]
    public async Task Read_Capture_GivesEveryCell(string file, int cells)
    {
        await using var stream = File.OpenRead(SharedFolder.Path("captures", "statistics", "pxweb", "px", file));

        var table = await PxReader.OpenAsync(stream, TestContext.Current.CancellationToken);
        var read = await ReadPx.CellsAsync(table);

        Assert.Equal(cells, table.CellCount);
        Assert.Equal(cells, read.Count);
        Assert.Single(table.Variables, variable => variable.IsTime);
        Assert.Empty(table.Problems);
    }

    [Fact]
    public async Task Read_NorwegianTransport_MarksWhatIsProvisional()
    {
        await using var stream = File.OpenRead(SharedFolder.Path("captures", "statistics", "pxweb", "px", "Transmengde.px"));

        var table = await PxReader.OpenAsync(stream, TestContext.Current.CancellationToken);
        var cells = await ReadPx.CellsAsync(table);

        Assert.Contains(cells, cell => cell.StartsWith("1 22 30 Transmengde 2015-Q1 ", StringComparison.Ordinal) && cell.EndsWith(" * P", StringComparison.Ordinal));
        Assert.Equal("tonn", table.Units["Transmengde"]);
    }
}
