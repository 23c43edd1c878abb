using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Foresight.Formats.EurostatTsv;
using Foresight.Formats.Observations;
using Xunit;

namespace Foresight.Formats.Tests.EurostatTsv;

public class EurostatTsvReaderTests
{
    private const string Newer = "freq,unit,geo\\TIME_PERIOD\t2021 \t2022 \t2023 \n";

    [Fact]
    public async Task Read_NewerGeneration_GivesOneRowPerCellThatSaysSomething()
    {
        var text = Newer + "A,EUR_HAB,SE\t: \t54000 \t55100.5 bp\nA,EUR_HAB,NO\t: c\t: \t-1 e\n";

        var block = Assert.Single(await ReadAsync(text));

        Assert.Equal(["SE 2022 54000", "SE 2023 55100.5 bp BP", "NO 2021 NaN c Q", "NO 2023 -1 e E"], Rows(block));
        Assert.Equal(["unit", "geo"], block.Dimensions.Keys);
        Assert.Equal(["freq", "unit", "geo", "TIME_PERIOD"], block.Fields);
        Assert.Equal("A", block.Frequencies[0]);
        Assert.Equal([ObservationPresence.Present, ObservationPresence.Present, ObservationPresence.Confidential, ObservationPresence.Present], block.Presences);
        Assert.Empty(block.Rejections);
    }

    [Fact]
    public async Task Read_OlderGeneration_TellsTheFrequencyByThePeriodsForm()
    {
        var text = "unit,geo\\time\t2016M12 \t2016M11 \r\nPC,SE\t6.9 \t: z\r\n\r\nPC,NO\t: \t1\r\n";

        var block = Assert.Single(await ReadAsync(text));

        Assert.Equal(["SE 2016-12 6.9", "SE 2016-11 NaN z M", "NO 2016-11 1"], Rows(block));
        Assert.All(Enumerable.Range(0, block.Count), row => Assert.Equal("M", block.Frequencies[row]));
        Assert.Equal(ObservationPresence.NotApplicable, block.Presences[1]);
    }

    [Fact]
    public async Task Read_AnotherDimensionAcross_TakesTheTimeFromTheKey()
    {
        var text = "unit,time\\geo\tSE \tNO \nTHS,2014Q1\t1 \t2 u\nTHS,2014Q2\t3 \t: \n";

        var block = Assert.Single(await ReadAsync(text));

        Assert.Equal(["SE 2014-Q1 1", "NO 2014-Q1 2 u U", "SE 2014-Q2 3"], Rows(block));
        Assert.Equal("Q", block.Frequencies[2]);
    }

    [Fact]
    public async Task Read_CommasWithAQuotedKey_ReadsTheSame()
    {
        var text = "\"freq,unit,geo\\TIME_PERIOD\",2021 ,2022 \n\"A,EUR,SE\",: ,5 p\n";

        var block = Assert.Single(await ReadAsync(text));

        Assert.Equal(["SE 2022 5 p P"], Rows(block));
    }

    [Fact]
    public async Task Read_WithEmptyCells_GivesEveryCell()
    {
        var block = Assert.Single(await ReadAsync(Newer + "A,EUR_HAB,SE\t: \t54000 \t:\n", withEmptyCells: true));

        Assert.Equal([ObservationPresence.Missing, ObservationPresence.Present, ObservationPresence.Missing], block.Presences);
        Assert.Null(block.Flags);
    }

    [Theory]
    [InlineData("A,EUR,SE\t1 \t2 ", "Line 2 has 2 cells where the header names 3.")]
    [InlineData("A,EUR,SE\t1 \t2 \t3 \t4 ", "Line 2 has more cells than the 3 that the header names.")]
    [InlineData("A,EUR\t1 \t2 \t3 ", "Line 2 has a key of 2 parts where the header names 3.")]
    [InlineData("A,EUR,SE\t1 \tmany \t3 ", "Line 2 has 'many' for 2022, which is no number.")]
    [InlineData("A,EUR,SE\t1 \t1e999 \t3 ", "Line 2 has '1e999' for 2022, which is no number.")]
    [InlineData("A,EUR,SE\t1 \t2 #\t3 ", "Line 2 has '#' for 2022, which is no flag.")]
    [InlineData("A,EUR,SE", "Line 2 has no key or no cells.")]
    [InlineData("\"A,EUR,SE", "Line 2 has no key or no cells.")]
    [InlineData("\"A,EUR,SE\"1 \t2 \t3 ", "Line 2 has no key or no cells.")]
    public async Task Read_BadLine_IsRejectedAndTheRestGoesOn(string line, string reason)
    {
        var block = Assert.Single(await ReadAsync(Newer + line + "\nA,EUR,NO\t: \t: \t7\n"));

        Assert.Equal(new ObservationRejection(2, reason) { Text = line }, Assert.Single(block.Rejections));
        Assert.Equal(["NO 2023 7"], Rows(block));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<!DOCTYPE html>\n<html></html>", "does not begin with a header")]
    [InlineData("geo\\unit\tEUR\nSE\t1\n", "names no time")]
    [InlineData("geo,geo\\time\t2021\nSE,SE\t1\n", "names a dimension twice")]
    [InlineData("geo\\time\t2021\t2021\nSE\t1\t1\n", "names a time twice")]
    [InlineData("geo,time\t2021\nSE\t1\n", "does not begin with a header")]
    public async Task Read_NoTsvOfObservations_ThrowsInOneSentence(string text, string part)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(text));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_EndlessLine_ThrowsInsteadOfGrowingOnAndOn()
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Newer + new string('x', 17 * 1024 * 1024)));

        Assert.StartsWith("Line 2 is longer", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ALongFile_GivesBlocksOfTheirOwnValues()
    {
        var text = Newer + string.Concat(Enumerable.Range(0, 10).Select(i => $"A,EUR,G{i}\t{i} \t{i} \t: \n"));

        var blocks = await ReadAsync(text, blockRows: 8);

        Assert.Equal([8, 8, 4], blocks.Select(block => block.Count));
        Assert.Equal(["G4", "G5", "G6", "G7"], blocks[1].Dimensions["geo"].Values);
    }

    [Fact]
    public void Read_WhatWasWritten_ReadsBackHoweverTheBytesCome()
    {
        var number = Gen.OneOf(
            Gen.Int[-99999, 99999].Select(n => n.ToString(CultureInfo.InvariantCulture)),
            Gen.Double[-1e9, 1e9].Select(n => n.ToString("R", CultureInfo.InvariantCulture)), Gen.Const(":"));
        var flag = Gen.Int[0, 7].Select(i => new[] { "", "b", "p", "e", "bp", "c", "u", "z" }[i]);
        var cell = Gen.Select(number, flag);
        Gen.Select(cell.Array[4].Array[1, 20], Gen.Int[1, 9], Gen.Int[1, 30]).Sample(
            (lines, cut, blockRows) =>
            {
                var text = "unit,geo\\time\t2019 \t2020 \t2021 \t2022 \n"
                    + string.Concat(lines.Select((cells, i) => $"EUR,G{i}\t{string.Join('\t', cells.Select(one => $"{one.Item1} {one.Item2}"))}\n"));
                var expected =
                    from line in lines.Select((cells, i) => (Cells: cells, Geo: $"G{i}"))
                    from one in line.Cells.Select((pair, j) => (Number: pair.Item1, Flag: pair.Item2, Period: $"{2019 + j}"))
                    where one.Number != ":" || one.Flag.Length > 0
                    let value = one.Number == ":" ? double.NaN : double.Parse(one.Number, CultureInfo.InvariantCulture)
                    select string.Create(CultureInfo.InvariantCulture, $"{line.Geo} {one.Period} {value:R} {one.Flag}").Trim();

                var blocks = ReadAsync(text, blockRows, cut).GetAwaiter().GetResult();

                return blocks.SelectMany(block => Rows(block, withMarks: false)).SequenceEqual(expected) && blocks.All(block => block.Rejections.Count == 0);
            },
            iter: 300, threads: 1);
    }

    [Fact]
    public void Read_MutatedFile_GivesRowsOrOneSentence()
    {
        var good = Encoding.UTF8.GetBytes(Newer + "A,EUR_HAB,SE\t: \t54000 \t55100.5 bp\nA,EUR_HAB,NO\t: c\t: \t-1 e\n");
        Gen.Select(Gen.Int[0, good.Length - 1].Array[0, 6], Gen.Byte.Array[6], Gen.Int[0, good.Length]).Sample(
            (places, bytes, length) =>
            {
                var mutated = good.ToArray();
                for (var i = 0; i < places.Length; i++)
                    mutated[places[i]] = bytes[i];
                try
                {
                    ReadAsync(mutated[..length]).GetAwaiter().GetResult();
                    return true;
                }
                catch (InvalidDataException exception)
                {
                    return exception.Message.EndsWith('.') && !exception.Message.Contains('\n', StringComparison.Ordinal);
                }
            },
            iter: 2000, threads: 1);
    }

    [Theory]
    [InlineData("tsv-2017", "ilc_li41.tsv")]
    [InlineData("tsv-2017", "educ_uoe_fine06.tsv")]
    [InlineData("tsv-2017", "lfso_14leeow.tsv.gz")]
    [InlineData("tsv-2017", "lfst_r_lfe2en2.tsv.gz")]
    [InlineData("tsv-2017", "nama_10r_2hhinc.tsv.gz")]
    [InlineData("tsv-2017", "trng_lfse_04.tsv")]
    [InlineData("tsv-2024", "estat_nama_10r_3gdp.tsv")]
    [InlineData("tsv-2024", "estat_ilc_di03.csv.gz")]
    public async Task Read_Capture_GivesEveryCellThatSaysSomething(string folder, string file)
    {
        var bytes = await UnpackAsync(SharedFolder.Path("captures", "statistics", "eurostat", folder, file));
        var separator = file.Contains(".csv", StringComparison.Ordinal) ? "\"," : "\t";
        var cells = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .SelectMany(line => line[(line.IndexOf(separator, StringComparison.Ordinal) + separator.Length)..].Split(separator[^1])).Select(cell => cell.Trim()).ToList();

        var blocks = await ReadAsync(bytes);

        Assert.Equal(cells.Count(cell => cell != ":"), blocks.Sum(block => block.Count));
        Assert.Equal(cells.Count(cell => cell.Contains('b', StringComparison.Ordinal)), blocks.Sum(Breaks));
        Assert.Equal(
            cells.Where(cell => cell[0] != ':').Select(cell => double.Parse(cell.Split(' ')[0], CultureInfo.InvariantCulture)),
            blocks.SelectMany(block => block.Values).Where(value => !double.IsNaN(value)));
        Assert.All(blocks, block => Assert.Empty(block.Rejections));
    }

    private static int Breaks(ObservationBlock block) =>
        Enumerable.Range(0, block.Count).Count(row => block.Marks?[row]?.Contains('B', StringComparison.Ordinal) == true);

    private static IEnumerable<string> Rows(ObservationBlock block) => Rows(block, withMarks: true);

    private static IEnumerable<string> Rows(ObservationBlock block, bool withMarks) => Enumerable.Range(0, block.Count).Select(row => string.Create(
        CultureInfo.InvariantCulture,
        $"{block.Dimensions["geo"][row]} {block.Periods[row]} {block.Values[row]:R} {block.Flags?[row]} {(withMarks ? block.Marks?[row] : "")}").TrimEnd());

    private static Task<List<ObservationBlock>> ReadAsync(string text, int blockRows = 100_000, int cut = int.MaxValue, bool withEmptyCells = false) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), blockRows, cut, withEmptyCells);

    private static async Task<List<ObservationBlock>> ReadAsync(byte[] bytes, int blockRows = 100_000, int cut = int.MaxValue, bool withEmptyCells = false)
    {
        var blocks = new List<ObservationBlock>();
        await foreach (var block in EurostatTsvReader.ReadAsync(new CutStream(bytes, cut), blockRows, withEmptyCells, TestContext.Current.CancellationToken))
            blocks.Add(block);
        return blocks;
    }

    private static async Task<byte[]> UnpackAsync(string path)
    {
        await using var file = File.OpenRead(path);
        await using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        var memory = new MemoryStream();
        await stream.CopyToAsync(memory, TestContext.Current.CancellationToken);
        return memory.ToArray();
    }
}
