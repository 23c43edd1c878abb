using System.Text.Json;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>The forms in which the portal writes its JSON: every value a list of texts, and JSON again inside of some texts.</summary>
internal static class SediaJson
{
    /// <summary>The texts of a field that say something.</summary>
    public static IReadOnlyList<string> Values(JsonElement parent, string name) =>
        parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Plain).OfType<string>()]
        : Plain(value) is { } one ? [one]
        : [];

    /// <summary>The first text of a field; null where it says nothing.</summary>
    public static string? First(JsonElement parent, string name) => Values(parent, name) is [var first, ..] ? first : null;

    /// <summary>The objects of a list.</summary>
    public static IEnumerable<JsonElement> Objects(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object) : [];

    /// <summary>The JSON inside of a field's text; undefined where there is none.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonElement Inner(JsonElement parent, string name)
    {
        if (First(parent, name) is not { } text)
            return default;
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Trim() is { Length: > 0 } text => text,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
