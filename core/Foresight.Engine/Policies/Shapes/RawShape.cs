using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A map that somebody else reads: a plugin's options.</summary>
internal sealed class RawShape : Shape
{
    public override object? Read(Node node, string name, ReadingContext context) =>
        node is MapNode ? node : Wrong(node, name, "a map of keys", context);

    public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "object" };
}
