using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A map with known keys, from which a record is built once all of it is right.</summary>
/// <param name="title">The name in the JSON schema.</param>
/// <param name="build">Makes the record; it may report what only several keys together show, and then returns null.</param>
/// <param name="keys">The keys.</param>
internal sealed class MapShape(string title, Func<Values, ReadingContext, object?> build, params Key[] keys) : Shape
{
    public IReadOnlyList<Key> Keys { get; } = keys;

    public override object? Read(Node node, string name, ReadingContext context)
    {
        if (node is not MapNode map)
        {
            return Wrong(node, name, "a map of keys", context);
        }

        var before = context.Problems.Count;
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var item in map.Items)
        {
            if (Keys.FirstOrDefault(key => key.Name == item.Key) is not { } known)
            {
                context.Report(item.Line, $"Unknown key '{item.Key}'{Nearest.Hint(item.Key, Keys.Select(key => key.Name))}.");
            }
            else if (item.Value is ScalarNode { IsNull: true })
            {
                context.Report(item.Line, $"The key '{item.Key}' has no value; give it one{(known.Required ? "" : " or leave the key out")}.");
            }
            else if (known.Shape.Read(item.Value, item.Key, context) is { } value)
            {
                values[item.Key] = value;
            }
        }

        foreach (var key in Keys.Where(key => key.Required && map.Find(key.Name) is null))
        {
            context.Report(map.Line, $"The key '{key.Name}' is missing in this '{name}'.");
        }

        if (context.Problems.Count > before || build(new Values(values, map), context) is not { } built)
        {
            return null;
        }

        context.Keep(built);
        return built;
    }

    public override JsonObject Schema(JsonObject definitions)
    {
        if (!definitions.ContainsKey(title))
        {
            definitions[title] = null; // Taken, so that a map within itself ends.
            definitions[title] = Body(definitions);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{title}" };
    }

    public JsonObject Body(JsonObject definitions)
    {
        var properties = new JsonObject();
        foreach (var key in Keys)
        {
            var schema = key.Shape.Schema(definitions);
            schema["description"] = key.Description;
            properties[key.Name] = schema;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. Keys.Where(key => key.Required).Select(key => (JsonNode)key.Name)]),
            ["additionalProperties"] = false,
        };
    }
}
