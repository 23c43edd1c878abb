using System.Text.Json;
using Foresight.Formats.Feeds;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.PressCorner;

/// <summary>
/// A release as <c>api/documents</c> gives it. The field names are those that public clients read; the service was never tried from here.
/// </summary>
/// <param name="Title">The title; null where it has none.</param>
/// <param name="Subtitle">The line below it.</param>
/// <param name="Text">The whole text.</param>
/// <param name="PolicyAreas">The policy areas by name.</param>
/// <param name="Languages">The languages that the release exists in, in small letters.</param>
internal sealed record PressDocument(string? Title, string? Subtitle, string Text, IReadOnlyList<string> PolicyAreas, IReadOnlyList<string> Languages)
{
    /// <exception cref="SourceException">It is no release, or one without a text.</exception>
    public static PressDocument Read(JsonDocument json, Uri url)
    {
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("docuLanguageResource", out var body) || body.ValueKind != JsonValueKind.Object
            || String(body, "htmlContent") is not { } html || PlainText.FromHtml(html) is not { Length: > 0 } text)
        {
            throw new SourceException($"{url.Shown()} answered no release: \"docuLanguageResource\" with \"htmlContent\" is missing.", Recovery.Retry) { Fault = Fault.Malformed };
        }

        return new PressDocument(
            Plain(String(body, "title")), Plain(String(body, "subtitle")), text,
            [.. Items(root, "policiesResource").Select(area => Plain(String(area, "description") ?? String(area, "code"))).OfType<string>().Distinct()],
            [.. Items(root, "languages").Where(language => language.ValueKind == JsonValueKind.String).Select(language => language.GetString()!.ToLowerInvariant())]);
    }

    private static JsonElement[] Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string? String(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Plain(string? html) => html is not null && PlainText.FromHtml(html) is { Length: > 0 } text ? text : null;
}
