using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>What a value may look like: one description from which it is read, checked and written into the JSON schema.</summary>
internal abstract class Shape
{
    /// <summary>The value; null where it is wrong, which has then been reported.</summary>
    /// <param name="node">What the file has.</param>
    /// <param name="name">The key, for sentences.</param>
    /// <param name="context">Takes problems and ids.</param>
    public abstract object? Read(Node node, string name, ReadingContext context);

    /// <summary>The shape as JSON schema; named maps go into <paramref name="definitions"/>.</summary>
    public abstract JsonObject Schema(JsonObject definitions);

    protected static object? Wrong(Node node, string name, string due, ReadingContext context)
    {
        context.Report(node.Line, $"'{name}' must be {due}, not {node.Described}.");
        return null;
    }
}
