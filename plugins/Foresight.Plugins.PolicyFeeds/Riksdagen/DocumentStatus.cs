using System.Text.Json;
using Foresight.Formats.Feeds;
using Foresight.Sdk;
using static Foresight.Plugins.PolicyFeeds.Riksdagen.RiksdagenJson;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>One document with its text, as <c>/dokumentstatus/{id}.json</c> and the bulk files have it.</summary>
internal static class DocumentStatus
{
    /// <exception cref="SourceException">The JSON is no document.</exception>
    public static FiledDocument Read(JsonDocument json, Uri url, DateOnly today)
    {
        if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("dokumentstatus", out var status)
            && status.ValueKind == JsonValueKind.Object && status.TryGetProperty("dokument", out var one) && FiledDocument.Read(one, url, today) is { } document)
        {
            return document.With(TextOf(status, one, document)) with { Fields = FieldNames.Of(one) };
        }

        throw new SourceException($"{url.Shown()} did not answer a document: \"dokumentstatus\" with dok_id, titel and datum is missing.", Recovery.Retry) { Fault = Fault.Malformed };
    }

    private static string TextOf(JsonElement status, JsonElement one, FiledDocument document)
    {
        // A planned document's text says only that it is not published.
        if (document.Filed is null)
            return "";
        var body = Text(one, "html") is { } html ? PlainText.FromHtml(html) : PlainText.Fold(Text(one, "text") ?? "");
        if (body.Length > 0)
            return body;
        var uppgift = status.TryGetProperty("dokuppgift", out var facts) ? OneOrMany(facts, "uppgift") : [];
        return string.Join(' ', uppgift.Where(fact => Text(fact, "kod") is "notis" or "inriktning").Select(fact => Text(fact, "text")).OfType<string>().Select(PlainText.FromHtml));
    }
}
