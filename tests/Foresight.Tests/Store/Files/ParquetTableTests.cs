using System.Globalization;
using CsCheck;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Xunit;

namespace Foresight.Tests.Store.Files;

/// <summary>Every table of the store as its files hold it, in row groups of some rows.</summary>
public sealed class ParquetTableTests : IDisposable
{
    private readonly DataFiles files = new();

    public static TheoryData<string> Tables => [.. StoreShapes.All.Select(table => table.Name)];

    public void Dispose() => files.Dispose();

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Table_OfRandomRows_ComesBackFromBothReadersAndIsFoundByItsRanges(string name)
    {
        var table = StoreShapes.All.Single(shape => shape.Name == name);
        var given = Gen.Select(Gen.OneOf(Gen.Int[1, 20], Gen.Int[20, 300]), Gen.Int[3, 200]).SelectMany(
            (rows, mostRows) => Gen.Select(SomeColumns.Of(table, rows), Gen.Int[0, rows - 1].Array[table.FileColumns.Count], (block, probes) => (block, probes, mostRows)));

        await given.SampleAsync(
            async sample =>
            {
                var (block, probes, mostRows) = sample;
                var path = await files.WriteAsync(table, block, mostRows);

                var read = await DataFiles.ReadAsync(table, path);
                var asked = files.Ask($"FROM read_parquet('{path}')");

                var rows = DataFiles.Told(block).ToList();
                Assert.Equal(rows, read);
                Assert.Equal(rows, asked);
                for (var i = 0; i < probes.Length; i++)
                {
                    if (table.FileColumns[i].HasRange && DataFiles.ValueOf(block.Columns[i], probes[i]) is { } probe)
                    {
                        AssertFound(path, table.FileColumns[i].Name, block.Columns[i], probe);
                    }
                }
            },
            iter: 10,
            threads: 1);
    }

    /// <summary>DuckDB passes over row groups by their ranges, and takes the least and greatest of all from these.</summary>
    private void AssertFound(string path, string name, Column column, object probe)
    {
        var values = Enumerable.Range(0, column.Count).Select(row => DataFiles.ValueOf(column, row)).OfType<object>().ToList();
        int Count(Func<int, bool> holds) => values.Count(value => holds(ColumnRange.Compare(value, probe)));
        var (least, greatest) = (values.Aggregate((a, b) => ColumnRange.Compare(a, b) <= 0 ? a : b), values.Aggregate((a, b) => ColumnRange.Compare(a, b) >= 0 ? a : b));

        string[] asked = [.. files.Ask($"""
            SELECT count(*) FROM read_parquet('{path}') WHERE "{name}" < {Sql(probe)} UNION ALL
            SELECT count(*) FROM read_parquet('{path}') WHERE "{name}" = {Sql(probe)} UNION ALL
            SELECT count(*) FROM read_parquet('{path}') WHERE "{name}" > {Sql(probe)} UNION ALL
            SELECT count(*) FROM read_parquet('{path}') WHERE "{name}" IS NULL UNION ALL
            SELECT sum(stats_null_count)::BIGINT FROM parquet_metadata('{path}') WHERE path_in_schema = '{name}' UNION ALL
            SELECT (min("{name}") = {Sql(least)} AND max("{name}") = {Sql(greatest)})::BIGINT FROM read_parquet('{path}')
            """)];

        var nulls = column.Count - values.Count;
        Assert.Equal(new[] { Count(order => order < 0), Count(order => order == 0), Count(order => order > 0), nulls, nulls, 1 }.Select(count => $"{count}"), asked);
    }

    private static string Sql(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        DateTime instant => $"TIMESTAMPTZ '{instant.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}+00'",
        DateOnly day => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        double number => $"'{number.ToString("R", CultureInfo.InvariantCulture)}'::DOUBLE",
        _ => $"'{value}'::BIGINT",
    };

    [Fact]
    public async Task File_WithoutRows_IsReadByBoth()
    {
        var path = files.NewPath();
        await using (var writer = await ParquetFileWriter.CreateAsync(StoreShapes.Documents, path))
        {
            _ = await writer.CompleteAsync();
        }

        Assert.Empty(await DataFiles.ReadAsync(StoreShapes.Documents, path));
        Assert.Empty(files.Ask($"FROM read_parquet('{path}')"));
    }

    /// <summary>A row group whose texts filled a page of 2 GB could not be written: long texts end it earlier.</summary>
    [Fact]
    public async Task Rows_OfLongTexts_AreInGroupsThatAPageCanHold()
    {
        var table = new TableShape("t", new("row", ColumnKind.Integer, ColumnPlace.FileRequired), new ColumnShape("text", ColumnKind.Text, ColumnPlace.FileLongText));
        string[] texts = [.. Enumerable.Range(0, 40).Select(i => new string((char)('a' + (i % 26)), (1 << 20) + i)), new('å', (int)RowGroups.MostText + 1), ""];
        int[] codes = [.. Enumerable.Range(0, 80).Select(i => i % 40), 40, 41, -1, 40];
        var path = await files.WriteAsync(table, new(table.FileColumns, [new ValueColumn<int>([.. Enumerable.Range(0, codes.Length)]), new TextColumn(texts, codes)], codes.Length));

        var read = await DataFiles.ReadAsync(table, path);
        var asked = files.Ask($"SELECT row, length(text), left(text, 1) FROM read_parquet('{path}')");
        var groups = files.Ask($"SELECT row_group_num_rows FROM parquet_metadata('{path}') WHERE column_id = 0 ORDER BY row_group_id");

        Assert.Equal(codes.Select((code, row) => code < 0 ? $"{row}|-" : $"{row}|{texts[code]}"), read);
        Assert.Equal(codes.Select((code, row) => code < 0 ? $"{row}|-|-" : $"{row}|{texts[code].Length}|{(texts[code].Length == 0 ? "" : texts[code][..1])}"), asked);
        Assert.Equal(["63", "17", "1", "2", "1"], groups);
    }

    /// <summary>More texts than sixteen bits can number.</summary>
    [Fact]
    public async Task Texts_OfManyKinds_HaveADictionaryAllTheSame()
    {
        const int Texts = 70_000;
        var table = new TableShape("t", new ColumnShape("text", ColumnKind.Text));
        var path = await files.WriteAsync(table, new(
            table.FileColumns, [new TextColumn([.. Enumerable.Range(0, Texts).Select(i => $"p{i:00000}")], [.. Enumerable.Range(0, 2 * Texts).Select(i => i % Texts)])], 2 * Texts));

        var read = await DataFiles.ReadAsync(table, path);
        var asked = files.Ask($"FROM read_parquet('{path}')");

        var told = Enumerable.Range(0, 2 * Texts).Select(i => $"p{i % Texts:00000}").ToList();
        Assert.Equal(told, read);
        Assert.Equal(told, asked);
        Assert.Equal(["PLAIN, RLE, RLE_DICTIONARY|p00000|p69999"], files.Ask($"SELECT encodings, stats_min_value, stats_max_value FROM parquet_metadata('{path}')"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    public async Task NoNumber_IsRefused(double value)
    {
        var table = new TableShape("t", new ColumnShape("number", ColumnKind.Number));
        var block = new ColumnBlock(table.FileColumns, [new ValueColumn<double>([1, value, 2])], 3);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => files.WriteAsync(table, block));

        Assert.Equal("Column number has a value that is infinite or no number; leave such a value out.", refusal.Message);
    }
}
