using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A list of ids, each with a share of 1, or a map of ids to shares.</summary>
internal sealed class SharesShape(string kind) : Shape
{
    private static readonly TextShape Id = new();

    public override object? Read(Node node, string name, ReadingContext context)
    {
        var before = context.Problems.Count;
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        switch (node)
        {
            case ListNode list:
                foreach (var item in list.Items)
                {
                    if (Id.Read(item, name, context) is string id)
                        Take(id, item.Line, 1);
                }

                break;
            case MapNode map:
                foreach (var item in map.Items)
                {
                    if (ScalarShape.Share.Read(item.Value, $"{name}.{item.Key}", context) is double share)
                        Take(item.Key, item.Line, share);
                }

                break;
            default:
                return Wrong(node, name, "a list, or a map of ids to shares", context);
        }

        return context.Problems.Count == before ? shares : null;

        void Take(string id, int line, double share)
        {
            context.Refer(kind, id, line);
            if (!shares.TryAdd(id, share))
                context.Report(line, $"The {kind} '{id}' is there twice in '{name}'; keep one.");
        }
    }

    public override JsonObject Schema(JsonObject definitions) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "array", ["items"] = Id.Schema(definitions) },
            new JsonObject { ["type"] = "object", ["additionalProperties"] = ScalarShape.Share.Schema(definitions) }),
    };
}
