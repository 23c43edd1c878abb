using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Keys;
using Foresight.Engine.Policies.Shapes;

namespace Foresight.Engine.Policies;

/// <summary>The JSON schemas by which editors complete and check the files that people write; written from the tables that the reader reads by.</summary>
public static class PolicySchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The content of <c>data/policies/policy.schema.json</c>.</summary>
    public static string Text() => Text("A policy of Foresight", PolicyKeys.Root);

    /// <summary>The content of <c>data/funds/programmes.schema.json</c>.</summary>
    public static string ProgrammesText() => Text("Programmes of external funding for Foresight", ProgrammeKeys.Root);

    private static string Text(string title, MapShape root)
    {
        var definitions = new JsonObject();
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in root.Body(definitions).ToList())
        {
            schema[key] = value!.DeepClone();
        }

        schema["$defs"] = definitions;
        return schema.ToJsonString(Indented) + "\n";
    }
}
