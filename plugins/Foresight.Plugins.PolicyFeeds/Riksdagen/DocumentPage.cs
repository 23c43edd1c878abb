using System.Globalization;
using System.Text.Json;
using Foresight.Formats.Feeds;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>One page of Riksdagen's document list.</summary>
/// <param name="Items">The documents, each with its date where it is no planned one.</param>
/// <param name="Rejections">Those that could not be read.</param>
/// <param name="Next">The next page, always over https; null on the last.</param>
internal sealed record DocumentPage(IReadOnlyList<(Document Document, DateOnly? Filed)> Items, IReadOnlyList<Rejection> Rejections, Uri? Next)
{
    // Riksdagen's JSON has been seen with comments in it.
    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="JsonException">The answer is no JSON.</exception>
    /// <exception cref="FormatException">The JSON is no document list.</exception>
    public static async Task<DocumentPage> ReadAsync(Stream stream, Uri url, DateOnly today, CancellationToken cancellationToken)
    {
        using var json = await JsonDocument.ParseAsync(stream, Reading, cancellationToken);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("dokumentlista", out var list) || list.ValueKind != JsonValueKind.Object)
            throw new FormatException("there is no \"dokumentlista\" in it");
        var items = new List<(Document, DateOnly?)>();
        var rejections = new List<Rejection>();
        var number = 0;
        foreach (var one in OneOrMany(list, "dokument"))
        {
            number++;
            if (Read(one, url, today) is { } item)
                items.Add(item);
            else
                rejections.Add(new Rejection($"document {number} of {url}", "It has no dok_id, no titel or no datum of the form yyyy-MM-dd."));
        }

        return new DocumentPage(items, rejections, Address(Text(list, "@nasta_sida"), url));
    }

    private static (Document Document, DateOnly? Filed)? Read(JsonElement one, Uri url, DateOnly today)
    {
        if (one.ValueKind != JsonValueKind.Object || (Text(one, "dok_id") ?? Text(one, "id")) is not { } id || Text(one, "titel") is not { } title
            || Text(one, "datum") is not { Length: >= 10 } date
            || !DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        var status = Text(one, "status");
        var planned = string.Equals(status, "planerat", StringComparison.OrdinalIgnoreCase) || day > today;
        var texts = new[] { Text(one, "undertitel"), Text(one, "summary") ?? Text(one, "notis") };
        var document = new Document
        {
            Id = id,
            Kind = KindOf(Text(one, "doktyp") ?? Text(one, "typ")),
            Title = PlainText.FromHtml(title),
            Text = string.Join(' ', texts.OfType<string>().Select(PlainText.FromHtml)),
            Language = "sv",
            Categories = [.. new[] { Text(one, "organ"), Text(one, "rm") }.OfType<string>()],
            Origin = Address(Text(one, "dokument_url_html"), url),
            Publisher = "Sveriges riksdag",
            Published = planned ? null : Moment.On(day),
            Due = planned ? day : null,
            Status = status,
        };
        return (document, planned ? null : day);
    }

    private static string KindOf(string? type) => type?.ToLowerInvariant() switch
    {
        "prop" => "bill",
        "mot" => "motion",
        "fpm" => "memo",
        _ => "report",
    };

    /// <summary>A list of one is an object in Riksdagen's JSON, an empty one null.</summary>
    private static JsonElement[] OneOrMany(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
        : value.ValueKind == JsonValueKind.Object ? [value]
        : [];

    private static string? Text(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Addresses come as <c>//host/…</c> or with http, where https answers.</summary>
    private static Uri? Address(string? text, Uri page)
    {
        if (text is null || !Uri.TryCreate(page, text, out var address))
            return null;
        return address.Scheme == Uri.UriSchemeHttp ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = address.IsDefaultPort ? -1 : address.Port }.Uri : address;
    }
}
