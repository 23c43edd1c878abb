using System.Globalization;
using System.Text.Json;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Store.Batches;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Cells of the tables of signals, ratings and alerts, as <see cref="SignalBlocks"/> writes them.</summary>
internal static class StoredCells
{
    public static DateTimeOffset Instant(TableRow row, string column) => new(DateTime.SpecifyKind((DateTime)row[column]!, DateTimeKind.Utc));

    public static int? Whole(TableRow row, string column) => row[column] is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    public static T? Word<T>(TableRow row, string column)
        where T : struct, Enum => SignalBlocks.Value<T>(row[column] as string);

    public static IReadOnlyList<string> Texts(TableRow row, string column) => LatestVerdicts.Texts(row, column);

    /// <summary>A text in both languages from two columns; null where there is none.</summary>
    public static LocalText? Text(TableRow row, string column) =>
        row[column + "_sv"] is string sv && row[column + "_en"] is string en ? new LocalText(sv, en) : null;

    public static IReadOnlyList<T> List<T>(TableRow row, string column) =>
        row[column] is string json ? JsonSerializer.Deserialize<IReadOnlyList<T>>(json, SignalBlocks.Json) ?? [] : [];
}
