using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A list whose items look alike.</summary>
internal sealed class ListShape(Shape item, int atLeast = 0) : Shape
{
    public Shape Item { get; } = item;

    public override object? Read(Node node, string name, ReadingContext context)
    {
        if (node is not ListNode list)
        {
            return Wrong(node, name, "a list", context);
        }

        if (list.Items.Count < atLeast)
        {
            context.Report(node.Line, $"'{name}' needs at least one item.");
            return null;
        }

        var items = list.Items.Select(value => Item.Read(value, name, context)).ToList();
        return items.Contains(null) ? null : items;
    }

    public override JsonObject Schema(JsonObject definitions)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Item.Schema(definitions) };
        if (atLeast > 0)
        {
            schema["minItems"] = atLeast;
        }

        return schema;
    }
}
