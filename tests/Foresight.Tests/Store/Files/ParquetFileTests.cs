using CsCheck;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Xunit;

namespace Foresight.Tests.Store.Files;

/// <summary>What is written is what two readers of other makers find: Parquet.Net, by which the store reads, and DuckDB.</summary>
public sealed class ParquetFileTests : IDisposable
{
    private static readonly TableShape Table = new(
        "t",
        new("text", ColumnKind.Text),
        new("word", ColumnKind.Text, ColumnPlace.FileRequired),
        new("long_text", ColumnKind.Text, ColumnPlace.FileLongText),
        new("integer", ColumnKind.Integer, ColumnPlace.FileRequired),
        new("long", ColumnKind.Long),
        new("number", ColumnKind.Number),
        new("truth", ColumnKind.Boolean),
        new("instant", ColumnKind.Timestamp),
        new("day", ColumnKind.Date),
        new("texts", ColumnKind.TextList),
        new("numbers", ColumnKind.NumberList),
        new("days", ColumnKind.DateList));

    private static readonly TableShape Maps = new("m", new ColumnShape("map", ColumnKind.TextMap), new("row", ColumnKind.Integer, ColumnPlace.FileRequired));

    private readonly DataFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Rows_OfEveryKind_ComeBackFromBothReaders()
    {
        // Few texts become codes of a width from 1 bit to 11, many are written as they are.
        var text = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1500], (size, number) => $"å{number % (size == 0 ? 2 : size == 1 ? 40 : 1500)}𝄞");
        var instant = Gen.Long[-1_000_000_000_000, 4_000_000_000_000_000].Select(micros => DateTime.UnixEpoch.AddMicroseconds(micros));
        var day = Gen.Int[0, 60_000].Select(number => DateOnly.FromDayNumber(700_000 + number));
        var row = Gen.Select(
            Gen.Select(OrNull(text), text, OrNull(text), Gen.Int),
            Gen.Select(OrNull(Gen.Long), OrNull(Gen.Double[-1e9, 1e9]), OrNull(Gen.Bool), OrNull(instant)),
            Gen.Select(OrNull(day), OrNull(text.Array[0, 3]), OrNull(Gen.Double[0, 9].Array[0, 3]), OrNull(day.Array[0, 3])),
            (a, b, c) => new object?[] { a.Item1, a.Item2, a.Item3, a.Item4, b.Item1, b.Item2, b.Item3, b.Item4, c.Item1, c.Item2, c.Item3, c.Item4 });

        await Gen.Select(row.Array[1, 300], Gen.Int[1, 12]).SampleAsync(
            async given =>
            {
                // Runs of the same row, as sorted tables have them.
                var rows = given.Item1.SelectMany((values, i) => Enumerable.Repeat(values, i % 7 == 0 ? given.Item2 : 1)).ToArray();
                var path = await files.WriteAsync(Table, ColumnBlock.OfRows(Table, [.. rows.Select(values => Table.Columns.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second))]));

                var read = await DataFiles.ReadAsync(Table, path);
                var asked = files.Ask($"SELECT * FROM read_parquet('{path}')");

                Assert.Equal(rows.Select(DataFiles.Told), read);
                Assert.Equal(rows.Select(DataFiles.Told), asked);
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public async Task Maps_NullEmptyAndFull_ComeBackFromBothReaders()
    {
        KeyValuePair<string, string>[][] maps = [[], [new("a", "1")], [new("a", "2"), new("å", "1")]];
        var codes = Enumerable.Range(0, 1000).Select(i => (i * i % 5) - 1).Select(code => Math.Min(code, 2)).ToArray();
        var path = await files.WriteAsync(Maps, new(Maps.FileColumns, [new MapColumn(maps, codes), new ValueColumn<int>([.. Enumerable.Range(0, 1000)])], 1000));

        var read = (MapColumn)(await ParquetFileReader.ReadAsync(path, Maps.FileColumns, CancellationToken.None).SingleAsync(TestContext.Current.CancellationToken))["map"];
        var asked = files.Ask($"SELECT coalesce(map::VARCHAR, '-') FROM read_parquet('{path}') ORDER BY row");

        string[] told = ["-", "{}", "{a=1}", "{a=2, å=1}"];
        Assert.Equal(codes.Select(code => told[code + 1]), asked);
        Assert.Equal(codes.Select(code => told[code + 1]), read.Codes.Select(code => code < 0 ? "-" : $"{{{string.Join(", ", read.Values[code].Select(pair => $"{pair.Key}={pair.Value}"))}}}"));
    }

    [Fact]
    public async Task Rows_OfManyGroups_KeepTheirOrderAndEachGroupItsRange()
    {
        const int Count = 250_000;
        var table = new TableShape("t", new ColumnShape("row", ColumnKind.Integer, ColumnPlace.FileRequired), new("text", ColumnKind.Text));
        var path = await files.WriteAsync(table, new(
            table.FileColumns, [new ValueColumn<int>([.. Enumerable.Range(0, Count)]), new TextColumn([.. Enumerable.Range(0, 7000).Select(i => $"p{i:0000}")], [.. Enumerable.Range(0, Count).Select(i => i % 7001 - 1)])], Count));

        var wrong = files.Ask($"SELECT count(*) FROM (SELECT *, row_number() OVER () - 1 AS n FROM read_parquet('{path}')) WHERE row <> n OR text IS DISTINCT FROM (CASE WHEN n % 7001 > 0 THEN printf('p%04d', n % 7001 - 1) END)");
        var groups = files.Ask($"SELECT row_group_num_rows, stats_min_value, stats_max_value, stats_null_count, compression FROM parquet_metadata('{path}') ORDER BY row_group_id, column_id");

        Assert.Equal(["0"], wrong);
        Assert.Equal(["100000|0|99999|0|ZSTD", "100000|p0000|p6999|15|ZSTD", "150000|100000|249999|0|ZSTD", "150000|p0000|p6999|21|ZSTD"], groups);
    }

    [Fact]
    public async Task NullWhereNoneMayBe_IsRefusedAndLeavesNoFile()
    {
        var table = new TableShape("t", new ColumnShape("word", ColumnKind.Text, ColumnPlace.FileRequired));
        var block = new ColumnBlock(table.FileColumns, [TextColumn.Of(["a", null])], 2);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => files.WriteAsync(table, block));

        Assert.Equal("Column word has 1 rows without a value, and it may have none.", refusal.Message);
        Assert.Empty(Directory.EnumerateFiles(files.Folder));
    }

    private static Gen<object?> OrNull<T>(Gen<T> gen) => Gen.Select(Gen.Int[0, 4], gen, (chance, value) => chance == 0 ? null : (object?)value);
}
