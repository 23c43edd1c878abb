using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A map with keys of the writer's choice.</summary>
internal sealed class DictionaryShape(Shape value) : Shape
{
    public Shape Value { get; } = value;

    public override object? Read(Node node, string name, ReadingContext context)
    {
        if (node is not MapNode map)
        {
            return Wrong(node, name, "a map of keys", context);
        }

        var values = map.Items.ToDictionary(item => item.Key, item => Value.Read(item.Value, $"{name}.{item.Key}", context), StringComparer.Ordinal);
        return values.ContainsValue(null) ? null : values;
    }

    public override JsonObject Schema(JsonObject definitions) =>
        new() { ["type"] = "object", ["additionalProperties"] = Value.Schema(definitions) };
}
