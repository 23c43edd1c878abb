using System.Text.Json;
using System.Text.Json.Nodes;
using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Log;

/// <summary>A table's columns in the form of the log's <c>schemaString</c>.</summary>
internal static class DeltaSchema
{
    public static string ToJson(TableShape table) => new JsonObject
    {
        ["type"] = "struct",
        ["fields"] = new JsonArray([.. table.Columns.Select(column => new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = Type(column.Kind),
            ["nullable"] = column.IsNullable,
            ["metadata"] = new JsonObject(),
        })]),
    }.ToJsonString();

    /// <summary>The names of the columns of a <c>schemaString</c>.</summary>
    public static IReadOnlySet<string> Names(string schema)
    {
        using var parsed = JsonDocument.Parse(schema);
        return parsed.RootElement.GetProperty("fields").EnumerateArray()
            .Select(field => field.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal);
    }

    private static JsonNode Type(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "string",
        ColumnKind.Integer => "integer",
        ColumnKind.Long => "long",
        ColumnKind.Number => "double",
        ColumnKind.Boolean => "boolean",
        ColumnKind.Timestamp => "timestamp",
        ColumnKind.Date => "date",
        ColumnKind.TextList => List("string"),
        ColumnKind.NumberList => List("double"),
        ColumnKind.DateList => List("date"),
        ColumnKind.TextMap => new JsonObject
        {
            ["type"] = "map",
            ["keyType"] = "string",
            ["valueType"] = "string",
            ["valueContainsNull"] = false,
        },
        _ => throw new NotSupportedException($"{kind} is not stored."),
    };

    private static JsonObject List(string element) => new() { ["type"] = "array", ["elementType"] = element, ["containsNull"] = false };
}
