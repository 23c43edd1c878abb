using System.Globalization;
using System.Text.Json;

namespace Foresight.Formats.Feeds;

/// <summary>Makes an entry of one item of a JSON Feed. What has a wrong type is passed over with a doubt; the rest of the item stands.</summary>
internal sealed class JsonFeedItem(JsonElement item, FeedReaderOptions options, FeedScope scope)
{
    private readonly List<string> doubts = [];

    public bool HasDoubts => doubts.Count > 0;

    /// <summary>Why there is no entry.</summary>
    public string Problem { get; private set; } = "It is empty.";

    public FeedEntry? ToEntry(int number, FeedHeader header)
    {
        var within = scope with { Base = scope.Base ?? header.Link };
        var (html, text) = (Text("content_html"), Text("content_text"));
        var entry = new FeedEntry
        {
            Number = number,
            Id = JsonFeedValues.Scalar(item, "id", doubts)?.Trim() is { Length: > 0 } id ? id : null,
            Title = PlainText.Fold(Text("title") ?? ""),
            Summary = PlainText.Fold(Text("summary") ?? ""),
            Content = html is not null ? PlainText.FromHtml(html) : PlainText.Fold(text ?? ""),
            ContentForm = html is not null ? Form("text/html") : text is not null ? Form("text/plain") : null,
            TitleForm = Has("title") ? Form("text/plain") : null,
            SummaryForm = Has("summary") ? Form("text/plain") : null,
            Links = Links(within),
            Published = Date("date_published"),
            Updated = Date("date_modified"),
            Authors = JsonFeedValues.Authors(item, within, doubts),
            Categories = Tags(),
            Language = FeedScope.Tag(Text("language")) ?? scope.Language ?? header.Language,
            Base = within.Base,
            Doubts = doubts,
        };
        if (TooLong() is { } field)
        {
            Problem = string.Create(CultureInfo.InvariantCulture, $"Its {field} is longer than {options.MaxFieldCharacters} characters.");
            return null;
        }

        return entry.Id is null && entry.Links.Count == 0 && entry.Title.Length + entry.Summary.Length + entry.Content.Length == 0 ? null : entry;
    }

    private FeedTextForm Form(string mediaType) => new(mediaType, scope.Language, scope.Base);

    private bool Has(string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String;

    private string? Text(string name) => JsonFeedValues.Text(item, name, doubts);

    private string? TooLong()
    {
        foreach (var member in item.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String && member.Value.GetString()!.Length > options.MaxFieldCharacters)
                return member.Name;
        }

        return null;
    }

    private FeedDate? Date(string name)
    {
        if (Text(name) is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        if (FeedDate.TryParse(text, options.TimeZone, out var date))
            return date;
        doubts.Doubt($"'{(text.Length > 60 ? text[..60] + "…" : text)}' in {name} is no date in a known form.");
        return null;
    }

    private List<FeedLink> Links(FeedScope within)
    {
        var links = new List<FeedLink>();
        if (within.Resolve(Text("url") ?? "") is { } page)
            links.Add(new FeedLink(page));
        if (within.Resolve(Text("external_url") ?? "") is { } other)
            links.Add(new FeedLink(other, links.Count == 0 ? "alternate" : "related"));
        foreach (var one in JsonFeedValues.List(item, "attachments", doubts))
        {
            if (one.ValueKind == JsonValueKind.Object && within.Resolve(JsonFeedValues.Text(one, "url", doubts) ?? "") is { } target)
            {
                links.Add(new FeedLink(target, "enclosure", JsonFeedValues.Text(one, "mime_type", doubts))
                {
                    Title = JsonFeedValues.Text(one, "title", doubts),
                    Length = one.TryGetProperty("size_in_bytes", out var size) && size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out var bytes) ? bytes : null,
                });
            }
        }

        return links;
    }

    private List<FeedCategory> Tags()
    {
        var categories = new List<FeedCategory>();
        foreach (var tag in JsonFeedValues.List(item, "tags", doubts))
        {
            if (tag.ValueKind == JsonValueKind.String && PlainText.Fold(tag.GetString()!) is { Length: > 0 } term)
                categories.Add(new FeedCategory(term));
        }

        return categories;
    }
}
