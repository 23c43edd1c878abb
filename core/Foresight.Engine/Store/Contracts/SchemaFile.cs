using System.Text.Encodings.Web;
using System.Text.Json;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Store.Contracts;

/// <summary>The known shapes of one source: <c>schemas/source.json</c>. It may be deleted: it is built again from the rows.</summary>
internal sealed class SchemaFile(string storeFolder, string source)
{
    public const string Folder = "schemas";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string path = Path.Combine(storeFolder, Folder, PartitionPath.Encode(source) + ".json");

    public Dictionary<string, PartSchema> Read() => File.Exists(path) ? Parse(File.ReadAllText(path)) ?? [] : [];

    /// <summary>The shapes by dataset; null where the text holds none.</summary>
    public static Dictionary<string, PartSchema>? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, PartSchema>>(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Adds what a load has stored to what is known, also by now. The caller holds the store's lock.</summary>
    /// <param name="known">What was known of a part where the file has nothing of it.</param>
    /// <param name="stored">What the load has stored.</param>
    public void Add(IReadOnlyDictionary<string, PartSchema?> known, IReadOnlyDictionary<string, PartSchema> stored)
    {
        var parts = Read();
        foreach (var (name, part) in stored)
        {
            if (!parts.TryGetValue(name, out var mine))
            {
                parts.Add(name, mine = new());
                mine.Add(known.GetValueOrDefault(name) ?? new());
            }

            mine.Add(part);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        TemporaryFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(parts, Options));
    }
}
