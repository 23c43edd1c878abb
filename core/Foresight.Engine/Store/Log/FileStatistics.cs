using System.Globalization;
using System.Text.Json.Nodes;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Store.Log;

/// <summary>A data file's statistics in the log's form: <c>numRecords</c>, <c>minValues</c>, <c>maxValues</c>, <c>nullCount</c>.</summary>
internal static class FileStatistics
{
    public static string ToJson(IReadOnlyList<ColumnShape> columns, DataFileFacts facts)
    {
        var (least, greatest, nulls) = (new JsonObject(), new JsonObject(), new JsonObject());
        foreach (var (column, range) in columns.Zip(facts.Ranges))
        {
            // The protocol counts nulls of plain columns only, not of lists and maps.
            if (column.Kind < ColumnKind.TextList)
            {
                nulls[column.Name] = range.Nulls;
            }

            if (column.HasRange && range is { Min: { } min, Max: { } max })
            {
                least[column.Name] = Value(min, up: false);
                greatest[column.Name] = Value(max, up: true);
            }
        }

        return new JsonObject
        {
            ["numRecords"] = facts.Rows,
            ["minValues"] = least,
            ["maxValues"] = greatest,
            ["nullCount"] = nulls,
        }.ToJsonString();
    }

    private static JsonNode Value(object value, bool up) => value switch
    {
        string text => text,
        int number => number,
        long number => number,
        double number => number,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => Instant(instant, up),
        _ => throw new NotSupportedException($"{value.GetType().Name} has no range."),
    };

    /// <summary>
    /// Milliseconds are the log's precision; rounded outward, so that the range still holds every value. The last millisecond of all
    /// has none after it; readers of the protocol add one themselves.
    /// </summary>
    private static string Instant(DateTime instant, bool up)
    {
        var rest = instant.Ticks % TimeSpan.TicksPerMillisecond;
        var isLast = DateTime.MaxValue.Ticks - instant.Ticks < TimeSpan.TicksPerMillisecond;
        var rounded = instant.AddTicks(rest == 0 ? 0 : up && !isLast ? TimeSpan.TicksPerMillisecond - rest : -rest);
        return rounded.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }
}
