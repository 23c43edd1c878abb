using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A text for the common case, or a map that says more.</summary>
internal sealed class TextOrMapShape(TextShape text, Func<string, object> fromText, MapShape map) : Shape
{
    public override object? Read(Node node, string name, ReadingContext context) =>
        node is MapNode ? map.Read(node, name, context)
        : text.Read(node, name, context) is string value ? fromText(value)
        : null;

    public override JsonObject Schema(JsonObject definitions) =>
        new() { ["anyOf"] = new JsonArray(text.Schema(definitions), map.Schema(definitions)) };
}
