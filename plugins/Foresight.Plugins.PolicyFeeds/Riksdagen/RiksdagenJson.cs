using System.Globalization;
using System.Text.Json;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>The forms in which Riksdagen writes its JSON.</summary>
internal static class RiksdagenJson
{
    /// <summary>A list of one is an object, an empty one null.</summary>
    public static JsonElement[] OneOrMany(JsonElement parent, string name) =>
        parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
        : value.ValueKind == JsonValueKind.Object ? [value]
        : [];

    /// <summary>A text that says something; null otherwise.</summary>
    public static string? Text(JsonElement one, string name) =>
        one.ValueKind == JsonValueKind.Object && one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The day with which a date begins: <c>2019-11-12</c> in lists, <c>2019-11-12 00:00:00</c> in documents.</summary>
    public static DateOnly? Day(string? date) =>
        date is { Length: >= 10 } && DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Addresses come as <c>//host/…</c> or with http, where https answers; only a page that was itself asked for over http stays there.</summary>
    public static Uri? Address(string? text, Uri page)
    {
        if (text is null || !Uri.TryCreate(page, text, out var address))
            return null;
        return address.Scheme == Uri.UriSchemeHttp && page.Scheme != Uri.UriSchemeHttp ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = address.IsDefaultPort ? -1 : address.Port }.Uri : address;
    }
}
