using System.Globalization;
using System.Text;
using CsCheck;
using Foresight.Formats.SdmxCsv;
using Xunit;

namespace Foresight.Formats.Tests.SdmxCsv;

public class SdmxCsvReaderTests
{
    private const string Header = "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n";
    private static readonly string[] Codes = ["SE", "DK041", "", "x,y", "q\"q", "ö"];

    [Fact]
    public async Task Read_Rows_GivesColumnsAndValues()
    {
        var text = Header + "ESTAT:X(1.0),14/08/26 11:00:00,A,SE,2024,1.5,\nESTAT:X(1.0),14/08/26 11:00:00,A,EL,2024,-20,p\n";

        var block = Assert.Single(await ReadAsync(text));

        Assert.Equal([1.5, -20], block.Values);
        Assert.Equal(["SE", "EL"], Texts(block, "geo"));
        Assert.Equal(["2024", "2024"], Texts(block, "TIME_PERIOD"));
        Assert.Equal([null, "p"], Texts(block, "OBS_FLAG"));
        Assert.Equal([2, 3], block.Lines);
        Assert.DoesNotContain("OBS_VALUE", block.Columns.Keys);
        Assert.Empty(block.Rejections);
    }

    [Fact]
    public async Task Read_ByteOrderMarkCarriageReturnsAndNoLastLineBreak_ReadsTheSame()
    {
        var text = "\uFEFF" + (Header + "D,U,A,SE,2024,1,e\n\nD,U,A,NO,2024,2,").Replace("\n", "\r\n", StringComparison.Ordinal);

        var block = Assert.Single(await ReadAsync(text));

        Assert.Equal([1, 2], block.Values);
        Assert.Equal(["e", null], Texts(block, "OBS_FLAG"));
        Assert.Equal([2, 4], block.Lines);
        Assert.Contains("DATAFLOW", block.Columns.Keys);
    }

    [Fact]
    public async Task Read_QuotedFields_TakesCommasQuotesAndLineBreaks()
    {
        var text = Header + "D,U,A,\"Korea, Rep.\",2024,\"7\",\nD,U,A,\"a \"\"b\"\"\nc\",2024,8,\nD,U,A,SE,2024,9,\n";

        var block = Assert.Single(await ReadAsync(text));

        Assert.Equal(["Korea, Rep.", "a \"b\"\nc", "SE"], Texts(block, "geo"));
        Assert.Equal([7, 8, 9], block.Values);
        Assert.Equal([2, 3, 5], block.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("NaN")]
    public async Task Read_MissingValue_IsNaN(string value)
    {
        var block = Assert.Single(await ReadAsync(Header + $"D,U,A,SE,2024,{value},c\n"));

        Assert.True(double.IsNaN(Assert.Single(block.Values)));
    }

    [Theory]
    [InlineData("D,U,A,SE,2024,1", "Line 3 has 6 fields where the header names 7.")]
    [InlineData("D,U,A,SE,2024,1,,", "Line 3 has more fields than the 7 that the header names.")]
    [InlineData("D,U,A,SE,2024,much,", "Line 3 has the value 'much', which is no number.")]
    [InlineData("D,U,A,SE,2024,1e999,", "Line 3 has the value '1e999', which is no number.")]
    [InlineData("D,U,A,\"SE,2024,1,", "Line 3 has a quote that is never closed.")]
    public async Task Read_BadLine_IsRejectedAndTheRestGoesOn(string line, string reason)
    {
        var text = Header + "D,U,A,NO,2024,1,\n" + line + "\nD,U,A,FI,2024,2,\n";

        var block = Assert.Single(await ReadAsync(text));

        // Where a quote is open, nobody knows what belongs to the line.
        Assert.Equal(new SdmxCsvRejection(3, reason) { Text = reason.Contains("quote", StringComparison.Ordinal) ? null : line }, Assert.Single(block.Rejections));
        Assert.Equal(["NO", "FI"], Texts(block, "geo"));
        Assert.Equal([2, 4], block.Lines);
    }

    [Fact]
    public async Task Read_EndlessLine_IsRejectedOnceAndTheRestGoesOn()
    {
        var text = Header + "D,U,A,NO,2024,1,\n" + new string('x', 1_000_000) + "\nD,U,A,FI,2024,2,\n";

        var block = Assert.Single(await ReadAsync(text));

        Assert.Equal(new SdmxCsvRejection(3, "Line 3 is longer than an observation can be."), Assert.Single(block.Rejections));
        Assert.Equal([2, 4], block.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("geo,TIME_PERIOD\nSE,2024\n")]
    [InlineData("geo,geo,TIME_PERIOD,OBS_VALUE\nSE,SE,2024,1\n")]
    public async Task Read_NoSdmxCsv_Throws(string text)
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(text));
    }

    [Fact]
    public async Task Read_MoreRowsThanABlock_ListsInEachBlockOnlyItsOwnValues()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 25).Select(i => $"D,U,A,G{i / 10},2024,{i},\n"));

        var blocks = await ReadAsync(text, blockRows: 10);

        Assert.Equal([10, 10, 5], blocks.Select(block => block.Count));
        Assert.Equal(["G0", "G1", "G2"], blocks.Select(block => Assert.Single(block.Columns["geo"].Values)));
        Assert.Equal(Enumerable.Range(0, 25).Select(i => (double)i), blocks.SelectMany(block => block.Values));
    }

    [Fact]
    public void Read_AnyNumber_IsTheSameAsTheRuntimeReads() =>
        Gen.OneOf(
            Gen.Double[-1e12, 1e12].Select(number => number.ToString("0.###", CultureInfo.InvariantCulture)),
            Gen.Double.Where(double.IsFinite).Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
            Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture)))
        .Sample(
            text =>
            {
                var block = Assert.Single(ReadAsync(Header + $"D,U,A,SE,2024,{text},\n").GetAwaiter().GetResult());
                return Assert.Single(block.Values) == double.Parse(text, CultureInfo.InvariantCulture);
            },
            iter: 300, threads: 1);

    [Fact]
    public void Read_AnyCutsAndCodes_GivesWhatWasWritten() =>
        Gen.Select(Gen.Int[0, 5].Select(i => Codes[i]).List[1, 60], Gen.Int[1, 7], Gen.Int[1, 20]).Sample(
            (codes, cut, blockRows) =>
            {
                var text = Header + string.Concat(codes.Select((code, i) => $"D,U,A,\"{code.Replace("\"", "\"\"", StringComparison.Ordinal)}\",2024,{i},\r\n"));

                var blocks = ReadAsync(text, blockRows, cut).GetAwaiter().GetResult();

                return blocks.SelectMany(block => Texts(block, "geo")).Select(code => code ?? "").SequenceEqual(codes)
                    && blocks.Sum(block => block.Rejections.Count) == 0;
            },
            iter: 100, threads: 1);

    [Theory]
    [InlineData("imports_DE_JP_84834030_2025Q1.csv")]
    [InlineData("imports_EU27_84834030_2025-06.csv")]
    public async Task Read_Capture_GivesEveryLine(string file)
    {
        var path = SharedFolder.Path("captures", "statistics", "trade", "comext", file);
        var lines = File.ReadAllLines(path).Skip(1).Select(line => line.Split(',')).ToList();

        var block = Assert.Single(await ReadAsync(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));

        Assert.Equal(lines.Select(fields => double.Parse(fields[^1], CultureInfo.InvariantCulture)), block.Values);
        Assert.Equal(lines.Select(fields => fields[4]), Texts(block, "partner"));
    }

    private static async Task<List<SdmxCsvBlock>> ReadAsync(string text, int blockRows = 100_000, int cut = int.MaxValue)
    {
        var blocks = new List<SdmxCsvBlock>();
        await foreach (var block in SdmxCsvReader.ReadAsync(new CutStream(Encoding.UTF8.GetBytes(text), cut), blockRows, TestContext.Current.CancellationToken))
            blocks.Add(block);
        return blocks;
    }

    private static IEnumerable<string?> Texts(SdmxCsvBlock block, string column) =>
        block.Columns[column].Codes.Select(code => code < 0 ? null : block.Columns[column].Values[code]);
}
