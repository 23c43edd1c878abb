using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A text that is not empty, perhaps with a pattern; it may define an id or refer to one.</summary>
internal sealed class TextShape : Shape
{
    public string? Pattern { get; init; }

    /// <summary>What the pattern means, for the sentence.</summary>
    public string? PatternMeans { get; init; }

    /// <summary>The kind of thing whose id this is.</summary>
    public string? Defines { get; init; }

    /// <summary>The kind of thing whose id this must be.</summary>
    public string? RefersTo { get; init; }

    public IReadOnlyList<string>? Allowed { get; init; }

    public override object? Read(Node node, string name, ReadingContext context)
    {
        if (node is not ScalarNode { IsNull: false } scalar || string.IsNullOrWhiteSpace(scalar.Text))
        {
            return Wrong(node, name, "a text", context);
        }

        var text = scalar.Text;
        if (Allowed is not null && !Allowed.Contains(text, StringComparer.Ordinal))
        {
            context.Report(node.Line, $"'{name}' must be one of {string.Join(", ", Allowed)}, not '{text}'.");
            return null;
        }

        if (Pattern is not null && !Regex.IsMatch(text, Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
        {
            return Wrong(node, name, PatternMeans!, context);
        }

        if (Defines is not null)
        {
            context.Define(Defines, text, node.Line);
        }

        if (RefersTo is not null)
        {
            context.Refer(RefersTo, text, node.Line);
        }

        return text;
    }

    public override JsonObject Schema(JsonObject definitions)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (Allowed is not null)
        {
            schema["enum"] = new JsonArray([.. Allowed.Select(word => (JsonNode)word)]);
        }
        else if (Pattern is not null)
        {
            schema["pattern"] = Pattern;
        }
        else
        {
            schema["minLength"] = 1;
        }

        return schema;
    }
}
