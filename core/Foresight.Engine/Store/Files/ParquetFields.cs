using Foresight.Engine.Store.Columns;
using Parquet;
using Parquet.Schema;

namespace Foresight.Engine.Store.Files;

/// <summary>A table's columns as Parquet's fields.</summary>
internal static class ParquetFields
{
    public static ParquetSchema Schema(TableShape table) => new(table.FileColumns.Select(Field));

    /// <summary>The leaves that hold a column's values: two for a map, one for the rest.</summary>
    public static IReadOnlyList<DataField> Leaves(ParquetSchema schema, string column) =>
        [.. schema.DataFields.Where(field => field.Path.FirstPart == column)];

    public static ParquetOptions Options(ParquetSchema schema)
    {
        // At the default level zstd is some 60 times slower; without the hint no column is written with a dictionary.
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,
            CompressionLevel = System.IO.Compression.CompressionLevel.Fastest,
            DictionaryEncodingThreshold = 0.5,
            DictionaryEncodingSampleSize = 5_000,
            UseDateOnlyTypeForDates = true,
        };
        foreach (var field in schema.DataFields.Where(field => field.ClrType == typeof(ReadOnlyMemory<char>) && field.MaxRepetitionLevel == 0))
        {
            options.ColumnEncodingHints[field.Path.ToString()] = EncodingHint.Dictionary;
        }

        return options;
    }

    private static Field Field(ColumnShape column) => column.Kind switch
    {
        ColumnKind.Text => new DataField(column.Name, typeof(string), column.IsNullable),
        ColumnKind.Integer => new DataField(column.Name, typeof(int), column.IsNullable),
        ColumnKind.Long => new DataField(column.Name, typeof(long), column.IsNullable),
        ColumnKind.Number => new DataField(column.Name, typeof(double), column.IsNullable),
        ColumnKind.Boolean => new DataField(column.Name, typeof(bool), column.IsNullable),
        ColumnKind.Date => new DataField(column.Name, typeof(DateOnly), column.IsNullable),
        ColumnKind.Timestamp => new DateTimeDataField(
            column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, column.IsNullable),
        ColumnKind.TextList => new ListField(column.Name, new DataField(ListField.ElementName, typeof(string), isNullable: false)),
        ColumnKind.NumberList => new ListField(column.Name, new DataField(ListField.ElementName, typeof(double), isNullable: false)),
        ColumnKind.DateList => new ListField(column.Name, new DataField(ListField.ElementName, typeof(DateOnly), isNullable: false)),
        ColumnKind.TextMap => new MapField(
            column.Name, new DataField("key", typeof(string), isNullable: false), new DataField("value", typeof(string), isNullable: false)),
        _ => throw new NotSupportedException($"{column.Kind} is not stored."),
    };
}
