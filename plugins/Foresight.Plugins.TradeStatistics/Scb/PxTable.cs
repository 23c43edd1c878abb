using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.Scb;

/// <summary>What PxWeb (version 1) says of a table: its variables, each with its codes and their labels.</summary>
internal sealed record PxTable(string Title, IReadOnlyList<PxVariable> Variables)
{
    public PxVariable Time => Variables.First(variable => variable.IsTime);

    /// <exception cref="SourceException">It is no description of a table.</exception>
    public static PxTable Read(JsonElement root, Uri url)
    {
        try
        {
            var variables = root.GetProperty("variables").EnumerateArray().Select(variable => new PxVariable(
                variable.GetProperty("code").GetString()!,
                Strings(variable, "values"),
                Strings(variable, "valueTexts"),
                variable.TryGetProperty("time", out var time) && time.ValueKind == JsonValueKind.True)).ToList();
            // Some tables do not say which variable is time.
            if (!variables.Exists(variable => variable.IsTime) && variables.FindIndex(variable => variable.Code == "Tid") is >= 0 and var at)
                variables[at] = variables[at] with { IsTime = true };
            if (variables.Count(variable => variable.IsTime) != 1 || variables.Exists(variable => variable.Codes.Count != variable.Labels.Count))
                throw new InvalidOperationException("it lacks a time variable or labels");
            return new PxTable(root.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "", variables);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException)
        {
            throw new SourceException($"The answer to {url.Shown()} does not describe a PxWeb table ({e.Message.TrimEnd('.')}): check the table's path, which must lead to a table and not to a folder.", Recovery.Stop, e)
            { Fault = Fault.Malformed };
        }
    }

    private static string[] Strings(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(item => item.GetString() ?? "")];
}

/// <summary>A variable of a table.</summary>
internal sealed record PxVariable(string Code, IReadOnlyList<string> Codes, IReadOnlyList<string> Labels, bool IsTime);
