using CsCheck;
using Foresight.Engine.Store.Columns;

namespace Foresight.Tests.Store.Files;

/// <summary>Columns of every kind, with what is rare in them: no value at all, one only, many, the least and greatest that there are.</summary>
internal static class SomeColumns
{
    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 3000], (kind, number) => kind switch
    {
        0 => "",
        1 => $"å𝄞{number}",
        2 => $"\uffff{number % 3}", // After all surrogates in UTF-16, before them in UTF-8.
        3 => "👩‍👩‍👧‍👦",
        4 => new string('x', number), // Up to three times as long as the longest that a range is told of.
        5 => $" '\"|\n\t{number}",
        _ => $"P{number % (kind == 6 ? 2 : kind == 7 ? 60 : 3000)}",
    });

    private static readonly Gen<double> Number = Gen.Frequency(
        (1, Gen.OneOf(0.0, -0.0, double.MaxValue, double.MinValue, double.Epsilon, 0.1)), (3, Gen.Double[-1e6, 1e6]), (1, Gen.Int[-3, 3].Select(number => (double)number)));

    private static readonly Gen<DateTime> Instant = Gen.Frequency(
        (1, Gen.OneOf(DateTime.MinValue, DateTime.UnixEpoch, DateTime.MaxValue.AddTicks(-9))),
        (4, Gen.Long[-1_000_000_000_000, 4_000_000_000_000_000].Select(micros => DateTime.UnixEpoch.AddMicroseconds(micros))))
        .Select(instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc));

    private static readonly Gen<DateOnly> Day = Gen.Frequency(
        (1, Gen.OneOf(DateOnly.MinValue, DateOnly.FromDateTime(DateTime.UnixEpoch), DateOnly.MaxValue)),
        (4, Gen.Int[0, 60_000].Select(number => DateOnly.FromDayNumber(700_000 + number))));

    /// <summary>All of a table's columns in its files, for so many rows.</summary>
    public static Gen<ColumnBlock> Of(TableShape table, int rows) =>
        table.FileColumns.Aggregate(
            Gen.Const(new List<Column>()), (columns, shape) => Gen.Select(columns, Of(shape, rows), (before, column) => new List<Column>([.. before, column])))
        .Select(columns => new ColumnBlock(table.FileColumns, columns, rows));

    private static Gen<Column> Of(ColumnShape shape, int rows) => shape.Kind switch
    {
        ColumnKind.Text => Values(shape, Text, rows).Select(Column (values) => TextColumn.Of(values.Cast<string?>())),
        ColumnKind.Integer => Values(shape, Gen.Int, rows).Select(Column (values) => ValueColumn<int>.Of(values)),
        ColumnKind.Long => Values(shape, Gen.Long, rows).Select(Column (values) => ValueColumn<long>.Of(values)),
        ColumnKind.Number => Values(shape, Number, rows).Select(Column (values) => ValueColumn<double>.Of(values)),
        ColumnKind.Boolean => Values(shape, Gen.Bool, rows).Select(Column (values) => ValueColumn<bool>.Of(values)),
        ColumnKind.Timestamp => Values(shape, Instant, rows).Select(Column (values) => ValueColumn<DateTime>.Of(values)),
        ColumnKind.Date => Values(shape, Day, rows).Select(Column (values) => ValueColumn<DateOnly>.Of(values)),
        ColumnKind.TextList => Values(shape, Text.Array[0, 3], rows).Select(Column (values) => new ListColumn<string>([.. values.Cast<string[]?>()])),
        ColumnKind.NumberList => Values(shape, Number.Array[0, 3], rows).Select(Column (values) => new ListColumn<double>([.. values.Cast<double[]?>()])),
        ColumnKind.DateList => Values(shape, Day.Array[0, 3], rows).Select(Column (values) => new ListColumn<DateOnly>([.. values.Cast<DateOnly[]?>()])),
        _ => Values(shape, Gen.Select(Gen.Int[0, 20], Text).Array[0, 4], rows).Select(Column (values) => Maps([.. values.Cast<(int, string)[]?>()])),
    };

    private static MapColumn Maps(IReadOnlyList<(int Name, string Text)[]?> rows)
    {
        var maps = rows.OfType<(int Name, string Text)[]>().Distinct().ToList();
        return new(
            [.. maps.Select(map => map.DistinctBy(pair => pair.Name).Select(pair => KeyValuePair.Create($"name{pair.Name}", pair.Text)).ToArray())],
            [.. rows.Select(row => row is null ? -1 : maps.IndexOf(row))]);
    }

    /// <summary>Some values over and over, in runs of some length or each by itself; with nulls, without, or nothing but nulls.</summary>
    private static Gen<object?[]> Values<T>(ColumnShape shape, Gen<T> value, int rows) => Gen.Select(
        value.Array[1, 2 * rows],
        Gen.Int[0, int.MaxValue].Array[rows],
        Gen.OneOf(1, 1, 3, 12),
        shape.IsNullable ? Gen.OneOf(0, 20, 90, 100) : Gen.Const(0),
        Gen.Bool,
        (pool, picks, run, nulls, few) => Enumerable.Range(0, rows).Select(row => picks[row / run]).Select(pick =>
            pick / 7 % 100 < nulls ? null : (object?)pool[pick % (few ? Math.Min(3, pool.Length) : pool.Length)]).ToArray());
}
