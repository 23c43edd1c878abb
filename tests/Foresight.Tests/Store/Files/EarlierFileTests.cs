using Foresight.Engine.Store.Columns;
using Parquet;
using Parquet.Schema;
using Xunit;

namespace Foresight.Tests.Store.Files;

/// <summary>Stores have files that Parquet.Net wrote, before the store did: they are read beside ours as if they were.</summary>
public sealed class EarlierFileTests : IDisposable
{
    private static readonly TableShape Table = new(
        "t",
        new("word", ColumnKind.Text, ColumnPlace.FileRequired),
        new("text", ColumnKind.Text),
        new("integer", ColumnKind.Integer, ColumnPlace.FileRequired),
        new("long", ColumnKind.Long),
        new("number", ColumnKind.Number),
        new("truth", ColumnKind.Boolean),
        new("day", ColumnKind.Date),
        new("instant", ColumnKind.Timestamp, ColumnPlace.FileRequired),
        new("texts", ColumnKind.TextList),
        new("days", ColumnKind.DateList),
        new("map", ColumnKind.TextMap));

    private readonly DataFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task File_WrittenByParquetNet_IsReadAsOneOfOurs()
    {
        DateOnly[] days = [new(1969, 12, 31), new(2026, 11, 23)];
        DateTime[] instants = [.. new[] { 0L, -1, 1_700_000_000_000_001 }.Select(micros => DateTime.UnixEpoch.AddMicroseconds(micros))];
        KeyValuePair<string, string>[][] maps = [[], [new("a", "1"), new("b", "å")]];
        var block = new ColumnBlock(
            Table.FileColumns,
            [
                TextColumn.Of(["a", "b", "a"]), TextColumn.Of([null, "å𝄞", ""]), new ValueColumn<int>([1, -2, int.MaxValue]), ValueColumn<long>.Of([null, long.MinValue, 3L]),
                ValueColumn<double>.Of([0.1, null, -3.0]), ValueColumn<bool>.Of([true, null, false]), ValueColumn<DateOnly>.Of([days[0], days[1], null]),
                new ValueColumn<DateTime>(instants), new ListColumn<string>([["x", "y"], [], null]), new ListColumn<DateOnly>([null, days, []]), new MapColumn(maps, [-1, 0, 1]),
            ],
            3);
        var ours = await files.WriteAsync(Table, block);
        var theirs = await WriteByParquetNetAsync(days, instants);

        var read = await DataFiles.ReadAsync(Table, theirs);
        var asked = files.Ask($"FROM read_parquet(['{theirs}', '{ours}'])");

        var told = DataFiles.Told(block).ToList();
        Assert.Equal(told, read);
        Assert.Equal([.. told, .. told], asked);
    }

    /// <summary>As the store did, with its options.</summary>
    private async Task<string> WriteByParquetNetAsync(DateOnly[] days, DateTime[] instants)
    {
        var texts = new ListField("texts", new DataField(ListField.ElementName, typeof(string), isNullable: false));
        var dayList = new ListField("days", new DataField(ListField.ElementName, typeof(DateOnly), isNullable: false));
        var map = new MapField("map", new DataField("key", typeof(string), isNullable: false), new DataField("value", typeof(string), isNullable: false));
        var schema = new ParquetSchema(
            new DataField("word", typeof(string), isNullable: false), new DataField("text", typeof(string), isNullable: true), new DataField("integer", typeof(int), isNullable: false),
            new DataField("long", typeof(long), isNullable: true), new DataField("number", typeof(double), isNullable: true), new DataField("truth", typeof(bool), isNullable: true),
            new DataField("day", typeof(DateOnly), isNullable: true), new DateTimeDataField("instant", DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: false),
            texts, dayList, map);
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, DictionaryEncodingThreshold = 1, UseDateOnlyTypeForDates = true };
        options.ColumnEncodingHints["word"] = EncodingHint.Dictionary;
        var path = files.NewPath();
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(schema, stream, options);
        using var group = writer.CreateRowGroup();
        var leaf = 0;
        Task Write<T>(T[] values, int[]? definitions = null, int[]? repetitions = null) where T : struct => group.WriteAllPartsAsync<T>(
            schema.DataFields[leaf++], values, Levels(definitions), Levels(repetitions), CancellationToken.None);
        Task WriteTexts(string[] values, int[]? definitions = null, int[]? repetitions = null) =>
            Write([.. values.Select(value => value.AsMemory())], definitions, repetitions);
        await WriteTexts(["a", "b", "a"]);
        await WriteTexts(["å𝄞", ""], [0, 1, 1]);
        await Write([1, -2, int.MaxValue]);
        await Write([long.MinValue, 3L], [0, 1, 1]);
        await Write([0.1, -3.0], [1, 0, 1]);
        await Write([true, false], [1, 0, 1]);
        await Write(days, [1, 1, 0]);
        await Write(instants);
        await WriteTexts(["x", "y"], [2, 2, 1, 0], [0, 1, 0, 0]);
        await Write(days, [0, 2, 2, 1], [0, 0, 1, 0]);
        await WriteTexts(["a", "b"], [0, 1, 2, 2], [0, 0, 0, 1]);
        await WriteTexts(["1", "å"], [0, 1, 2, 2], [0, 0, 0, 1]);
        group.CompleteValidate();
        return path;
    }

    private static ReadOnlyMemory<int>? Levels(int[]? levels) => levels is null ? (ReadOnlyMemory<int>?)null : levels;
}
