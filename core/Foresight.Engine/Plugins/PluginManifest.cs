using System.Text.Json;

namespace Foresight.Engine.Plugins;

/// <summary>A plugin's <c>plugin.json</c>, which its build writes: four texts, all of them needed, nothing else.</summary>
/// <param name="Id">The plugin's id.</param>
/// <param name="Version">The plugin's own version.</param>
/// <param name="Sdk">The major.minor of the Sdk that it was built against.</param>
/// <param name="Assembly">The file name of its entry assembly, in the manifest's folder.</param>
public sealed record PluginManifest(string Id, string Version, Version Sdk, string Assembly)
{
    private static readonly string[] Members = ["id", "version", "sdk", "assembly"];

    /// <summary>Reads a manifest strictly, before any code of the plugin is touched.</summary>
    /// <exception cref="InvalidDataException">It is malformed; the message is one sentence.</exception>
    internal static PluginManifest Read(string file)
    {
        var texts = ReadTexts(file);
        if (Members.FirstOrDefault(member => !texts.ContainsKey(member)) is { } missing)
        {
            throw new InvalidDataException($"plugin.json lacks '{missing}'; it needs {List}.");
        }

        var sdk = System.Version.TryParse(texts["sdk"], out var version) && version.Build < 0
            ? version
            : throw new InvalidDataException($"plugin.json says sdk '{texts["sdk"]}', which is no version such as 1.0.");
        var assembly = texts["assembly"];
        if (assembly != Path.GetFileName(assembly) || assembly.Contains('\\', StringComparison.Ordinal))
        {
            throw new InvalidDataException($"plugin.json says assembly '{assembly}', which must be a file name without a folder.");
        }

        return new PluginManifest(texts["id"], texts["version"], sdk, assembly);
    }

    private static string List => string.Join(", ", Members[..^1]) + " and " + Members[^1];

    private static Dictionary<string, string> ReadTexts(string file)
    {
        using var json = Parse(file);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"plugin.json is no JSON object with {List}.");
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            if (!Members.Contains(member.Name, StringComparer.Ordinal))
            {
                throw new InvalidDataException($"plugin.json has the unknown member '{member.Name}'; it may have only {List}.");
            }

            if (member.Value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(member.Value.GetString()))
            {
                throw new InvalidDataException($"plugin.json has a '{member.Name}' that is no text or an empty one.");
            }

            if (!texts.TryAdd(member.Name, member.Value.GetString()!))
            {
                throw new InvalidDataException($"plugin.json has '{member.Name}' twice.");
            }
        }

        return texts;
    }

    private static JsonDocument Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? $" (line {line + 1})" : "";
            throw new InvalidDataException($"plugin.json is no valid JSON{place}.", fault);
        }
    }
}
