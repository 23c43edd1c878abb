using System.Text.Json;

namespace Foresight.Formats.Feeds;

/// <summary>What a JSON Feed says of itself, in whatever order.</summary>
internal sealed class JsonFeedHeader(FeedReaderOptions options)
{
    private readonly List<string> doubts = [];
    private string? version;

    /// <summary>The header so far.</summary>
    public FeedHeader Made { get; private set; } = new() { Format = "JSON Feed", Language = FeedScope.Tag(options.Language), Base = options.BaseUri };

    public bool HasItems { get; set; }

    /// <summary>Whether it has said that it is one; a list of items alone could be anything.</summary>
    public bool IsFeed => version?.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase) ?? (HasItems && Made.Title.Length > 0);

    /// <summary>What items inherit.</summary>
    public FeedScope Scope => new(options.BaseUri ?? Made.Base, Made.Language);

    /// <summary>Takes one member; false where it is of a wrong type.</summary>
    public bool Take(string name, JsonElement value)
    {
        doubts.Clear();
        switch (name)
        {
            case "version":
                version ??= Text(value);
                Made = Made with { Format = $"JSON Feed {(version is { } stated && stated.EndsWith("/1", StringComparison.Ordinal) ? "1.0" : version?[(version.LastIndexOf('/') + 1)..])}" };
                break;
            case "title":
                Made = Made with { Title = PlainText.Fold(Text(value) ?? ""), TitleForm = new("text/plain", Made.Language, Scope.Base) };
                break;
            case "description":
                Made = Made with { Description = PlainText.Fold(Text(value) ?? ""), DescriptionForm = new("text/plain", Made.Language, Scope.Base) };
                break;
            case "home_page_url" when Scope.Resolve(Text(value) ?? "") is { } page:
                Made = Made with { Link = page, Links = [.. Made.Links, new FeedLink(page)] };
                break;
            case "feed_url" when Scope.Resolve(Text(value) ?? "") is { } self:
                Made = Made with { Id = self.OriginalString, Base = options.BaseUri ?? self, Links = [.. Made.Links, new FeedLink(self, "self", "application/feed+json")] };
                break;
            case "language":
                Made = Made with { Language = FeedScope.Tag(Text(value)) ?? Made.Language };
                break;
            case "authors" or "author" when Made.Authors.Count == 0:
                using (var wrapped = JsonDocument.Parse($"{{\"{name}\":{value.GetRawText()}}}"))
                    Made = Made with { Authors = JsonFeedValues.Authors(wrapped.RootElement, Scope, doubts) };
                break;
            case "items":
                return false;
            default:
                break;
        }

        return doubts.Count == 0;
    }

    private string? Text(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        if (value.ValueKind != JsonValueKind.Null)
            doubts.Doubt("no text");
        return null;
    }
}
