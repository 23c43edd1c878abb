using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Keys;

namespace Foresight.Engine.Policies;

/// <summary>The JSON schema by which editors complete and check a policy's file; written from the table that the reader reads by.</summary>
public static class PolicySchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The content of <c>data/policies/policy.schema.json</c>.</summary>
    public static string Text()
    {
        var definitions = new JsonObject();
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "A policy of Foresight" };
        foreach (var (key, value) in PolicyKeys.Root.Body(definitions).ToList())
        {
            schema[key] = value!.DeepClone();
        }

        schema["$defs"] = definitions;
        return schema.ToJsonString(Indented) + "\n";
    }
}
