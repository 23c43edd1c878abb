using System.Text.Json;
using Foresight.Formats.Feeds;
using Foresight.Sdk;
using static Foresight.Plugins.PolicyFeeds.Riksdagen.RiksdagenJson;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>A document of Riksdagen, as lists and <c>dokumentstatus</c> describe it in nearly the same words.</summary>
/// <param name="Document">The document.</param>
/// <param name="Filed">Its day; null for a planned one, whose day lies ahead and never moves a cursor.</param>
internal sealed record FiledDocument(Document Document, DateOnly? Filed)
{
    /// <summary>The names of what the answer said of it, where it was asked for by itself.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Reads one; null where it has no id, title or date.</summary>
    public static FiledDocument? Read(JsonElement one, Uri url, DateOnly today)
    {
        if ((Text(one, "dok_id") ?? Text(one, "id")) is not { } id || Text(one, "titel") is not { } title || Day(Text(one, "datum")) is not { } day)
            return null;
        var status = Text(one, "status");
        // Of a planned document only the status says so once its day has come and it is still not there.
        var planned = string.Equals(status, "planerat", StringComparison.OrdinalIgnoreCase) || day > today;
        var subtitle = Text(one, "undertitel") ?? Text(one, "subtitel");
        var notice = Text(one, "summary") ?? Text(one, "notis");
        var document = new Document
        {
            Id = id,
            Kind = KindOf(Text(one, "doktyp") ?? Text(one, "typ")),
            Title = PlainText.FromHtml(title),
            Summary = notice is null ? null : PlainText.FromHtml(notice),
            Text = string.Join(' ', new[] { subtitle, notice }.OfType<string>().Select(PlainText.FromHtml)),
            Language = "sv",
            Categories = [.. new[] { Text(one, "organ"), Text(one, "rm") }.OfType<string>()],
            Origin = Address(Text(one, "dokument_url_html"), url),
            Publisher = "Sveriges riksdag",
            Published = planned ? null : Moment.On(day),
            Due = planned ? day : null,
            Status = status,
        };
        return new FiledDocument(document, planned ? null : day);
    }

    /// <summary>The same with a text of its own.</summary>
    public FiledDocument With(string text) => text.Length == 0 ? this : this with { Document = Document with { Text = text } };

    private static string KindOf(string? type) => type?.ToLowerInvariant() switch
    {
        "prop" => "bill",
        "mot" => "motion",
        "fpm" => "memo",
        _ => "report",
    };
}
