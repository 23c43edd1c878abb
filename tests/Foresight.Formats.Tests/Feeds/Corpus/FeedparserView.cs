using Foresight.Formats.Feeds;

namespace Foresight.Formats.Tests.Feeds.Corpus;

/// <summary>A text of ours beside which feedparser keeps markup.</summary>
internal sealed record ViewedText(string Text, FeedTextForm? Form);

/// <summary>
/// A feed of ours in feedparser's terms. A key that is not there is a field that our model does not carry. feedparser takes
/// <c>dc:date</c> for the update, gives <c>created</c> apart, and the content as summary where there is none; ours are the next of kin.
/// </summary>
internal static class FeedparserView
{
    /// <summary>An entry's fields, where there is no entry.</summary>
    public static Dictionary<string, object?> AnEntry { get; } = Of(new FeedEntry { Number = 1 });

    public static Dictionary<string, object?> Of(ReadFeed? feed)
    {
        var header = feed?.Header ?? new FeedHeader { Format = "" };
        return new()
        {
            ["bozo"] = feed is null || feed.Break is not null || feed.Repairs.Count > 0,
            ["encoding"] = feed?.Encoding,
            ["version"] = Version(header.Format),
            ["feed"] = Of(header),
            ["entries"] = (feed?.Entries ?? []).Select(entry => (object?)Of(entry)).ToList(),
        };
    }

    private static Dictionary<string, object?> Of(FeedHeader header)
    {
        var description = new ViewedText(header.Description, header.DescriptionForm);
        var view = new Dictionary<string, object?>
        {
            ["title"] = new ViewedText(header.Title, header.TitleForm),
            ["title_detail"] = Detail(new(header.Title, header.TitleForm)),
            ["description"] = description,
            ["description_detail"] = Detail(description),
            ["subtitle"] = description,
            ["subtitle_detail"] = Detail(description),
            ["tagline"] = description,
            ["tagline_detail"] = Detail(description),
            ["link"] = header.Link,
            ["links"] = Links(header.Links),
            ["id"] = header.Id,
            ["guid"] = header.Id,
            ["language"] = header.Language,
            ["ttl"] = header.TimeToLive is { } time ? time.TotalMinutes.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            ["published"] = header.Published,
            ["published_parsed"] = header.Published,
            ["created"] = header.Published,
            ["created_parsed"] = header.Published,
            ["updated"] = header.Updated,
            ["updated_parsed"] = header.Updated,
        };
        AddPersonsAndCategories(view, header.Authors, header.Categories);
        return view;
    }

    private static Dictionary<string, object?> Of(FeedEntry entry)
    {
        var summary = entry.SummaryForm is null ? new ViewedText(entry.Content, entry.ContentForm) : new ViewedText(entry.Summary, entry.SummaryForm);
        var view = new Dictionary<string, object?>
        {
            ["title"] = new ViewedText(entry.Title, entry.TitleForm),
            ["title_detail"] = Detail(new(entry.Title, entry.TitleForm)),
            ["summary"] = summary,
            ["summary_detail"] = Detail(summary),
            ["description"] = summary,
            ["content"] = new List<object?> { Content(entry) },
            ["link"] = entry.Link,
            ["links"] = Links(entry.Links),
            ["enclosures"] = Links([.. entry.Links.Where(link => link.Relation == "enclosure")]),
            ["id"] = entry.Id,
            ["guid"] = entry.Id,
            ["language"] = entry.Language,
            ["published"] = entry.Published,
            ["published_parsed"] = entry.Published,
            ["created"] = entry.Published,
            ["created_parsed"] = entry.Published,
            ["updated"] = entry.Updated ?? entry.Published,
            ["updated_parsed"] = entry.Updated ?? entry.Published,
        };
        AddPersonsAndCategories(view, entry.Authors, entry.Categories);
        return view;
    }

    private static Dictionary<string, object?> Content(FeedEntry entry)
    {
        var content = Detail(new(entry.Content, entry.ContentForm));
        content["src"] = entry.Links.FirstOrDefault(link => link.Relation == "content")?.Target;
        return content;
    }

    private static Dictionary<string, object?> Detail(ViewedText text) => new()
    {
        ["value"] = text,
        ["type"] = text.Form?.MediaType,
        ["language"] = text.Form?.Language,
        ["base"] = text.Form?.Base,
    };

    private static List<object?> Links(IReadOnlyList<FeedLink> links) => [.. links.Select(link => (object?)new Dictionary<string, object?>
    {
        ["rel"] = link.Relation,
        ["href"] = link.Target,
        ["url"] = link.Target,
        ["type"] = link.MediaType,
        ["title"] = link.Title,
        ["hreflang"] = link.Language,
        ["length"] = link.Length?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    })];

    private static void AddPersonsAndCategories(Dictionary<string, object?> view, IReadOnlyList<FeedPerson> authors, IReadOnlyList<FeedCategory> categories)
    {
        var persons = authors.Select(author => (object?)new Dictionary<string, object?>
        {
            ["name"] = author.Name,
            ["email"] = author.Email,
            ["href"] = author.Page,
            ["url"] = author.Page,
        }).ToList();
        view["authors"] = persons;
        view["author_detail"] = persons.FirstOrDefault();
        view["author"] = authors.Count == 0 ? null : authors[0] is { Name: { } name, Email: { } email } ? $"{name} ({email})" : authors[0].Name ?? authors[0].Email;
        view["tags"] = categories.Select(category => (object?)new Dictionary<string, object?>
        {
            ["term"] = category.Term,
            ["scheme"] = category.Scheme,
            ["label"] = category.Label,
        }).ToList();
        view["category"] = categories.Count == 0 ? null : categories[0].Term;
    }

    /// <summary>feedparser's name of a format; it also tells two makers of RSS 0.91 apart, by a document type that we do not read.</summary>
    private static string Version(string format) => format.StartsWith("RSS 2", StringComparison.Ordinal)
        ? "rss20"
        : format.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
}
