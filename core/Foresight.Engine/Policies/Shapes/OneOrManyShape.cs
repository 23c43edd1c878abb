using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A list, or its only item without the brackets.</summary>
internal sealed class OneOrManyShape(Shape item) : Shape
{
    private readonly ListShape _many = new(item, atLeast: 1);

    public override object? Read(Node node, string name, ReadingContext context) =>
        node is ListNode ? _many.Read(node, name, context)
        : item.Read(node, name, context) is { } one ? new List<object?> { one }
        : null;

    public override JsonObject Schema(JsonObject definitions) =>
        new() { ["anyOf"] = new JsonArray(item.Schema(definitions), _many.Schema(definitions)) };
}
