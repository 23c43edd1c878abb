using System.Globalization;

namespace Foresight.Formats.Feeds;

/// <summary>
/// Gathers the fields of one item, or of the feed itself, in whatever order and vocabulary they come. A format's own field outweighs
/// Dublin Core's of the same meaning; of two alike the first counts.
/// </summary>
internal sealed class FeedDraft(FeedScope scope, FeedReaderOptions options)
{
    private FeedScope scope = scope;
    private readonly List<FeedLink> links = [];
    private readonly List<FeedPerson> authors = [];
    private readonly List<FeedPerson> creators = [];
    private readonly List<FeedCategory> categories = [];
    private readonly List<string> doubts = [];
    private string? title;
    private string? otherTitle;
    private string? summary;
    private string? otherSummary;
    private string? content;
    private string? id;
    private string? language;
    private bool idIsLink;
    private FeedDate? published;
    private FeedDate? otherPublished;
    private FeedDate? updated;
    private TimeSpan? timeToLive;
    private bool saysSomething;

    /// <summary>The name of a field that is longer than allowed; null where there is none.</summary>
    public string? TooLong { get; private set; }

    /// <summary>RDF names an item by an attribute of it.</summary>
    public string? About { get; set; }

    /// <summary>What its fields inherit.</summary>
    public FeedScope Scope
    {
        get => scope;
        set => scope = value;
    }

    public void Take(FeedField field)
    {
        if (field.IsTooLong)
        {
            TooLong ??= field.Name;
            return;
        }

        saysSomething |= field.Vocabulary != Vocabulary.Other && (field.Text.Length > 0 || field.HasAttributes);
        switch (field.Vocabulary)
        {
            case Vocabulary.Rss:
                TakeRss(field);
                break;
            case Vocabulary.Atom:
                TakeAtom(field);
                break;
            case Vocabulary.DublinCore or Vocabulary.DublinTerms:
                TakeDublin(field);
                break;
            case Vocabulary.Content when field.Name == "encoded":
            case Vocabulary.Html when field.Name is "body" or "div":
                content ??= NullIfEmpty(FeedText.Plain(field));
                break;
            default:
                break;
        }
    }

    /// <summary>The item; null where it says nothing at all.</summary>
    public FeedEntry? ToEntry(int number, FeedHeader header)
    {
        // A guid is the item's address unless it says otherwise.
        if (idIsLink && !links.Exists(link => link.Relation == "alternate") && id!.Contains("://", StringComparison.Ordinal))
            AddLink(id, scope, "alternate", null);
        var guid = id ?? About;
        if (!saysSomething && guid is null)
            return null;
        return new FeedEntry
        {
            Number = number,
            Id = guid,
            Title = title ?? otherTitle ?? "",
            Summary = summary ?? otherSummary ?? "",
            Content = content ?? "",
            Links = links,
            Published = published ?? otherPublished,
            Updated = updated,
            Authors = authors.Count > 0 ? authors : creators,
            Categories = categories,
            Language = language ?? scope.Language ?? header.Language,
            Doubts = doubts,
        };
    }

    /// <summary>The header, as far as it has been read.</summary>
    public FeedHeader ToHeader(string format) => new()
    {
        Format = format,
        Title = title ?? otherTitle ?? "",
        Description = summary ?? otherSummary ?? "",
        Link = links.Find(link => link.Relation == "alternate")?.Target,
        Id = id ?? About,
        Language = language ?? scope.Language,
        Updated = updated ?? published ?? otherPublished,
        TimeToLive = timeToLive,
        Authors = [.. authors.Count > 0 ? authors : creators],
        Categories = [.. categories],
    };

    private void TakeRss(FeedField field)
    {
        switch (field.Name)
        {
            case "title":
                title ??= NullIfEmpty(FeedText.Plain(field));
                break;
            case "description":
                summary ??= NullIfEmpty(FeedText.Plain(field));
                break;
            case "link":
                AddLink(field["href"] ?? field.Text, field.Scope, "alternate", null);
                break;
            case "guid":
                id ??= NullIfEmpty(field.Text.Trim());
                idIsLink = id is not null && !string.Equals(field["ispermalink"]?.Trim(), "false", StringComparison.OrdinalIgnoreCase);
                break;
            case "pubdate":
                published ??= Date(field);
                break;
            case "lastbuilddate":
                updated ??= Date(field);
                break;
            case "author" or "managingeditor":
                AddPerson(authors, field.Text);
                break;
            case "category":
                AddCategory(field.Text, field["domain"], null);
                break;
            case "language":
                language ??= FeedScope.Tag(field.Text);
                break;
            case "enclosure":
                AddLink(field["url"], field.Scope, "enclosure", field["type"]);
                break;
            case "ttl" when int.TryParse(field.Text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var minutes)
                && minutes is > 0 and <= 525_600:
                timeToLive ??= TimeSpan.FromMinutes(minutes);
                break;
            default:
                break;
        }
    }

    private void TakeAtom(FeedField field)
    {
        switch (field.Name)
        {
            case "title":
                language ??= field.Scope.Language == scope.Language ? null : field.Scope.Language;
                title ??= NullIfEmpty(FeedText.Plain(field));
                break;
            case "summary" or "subtitle" or "tagline":
                summary ??= NullIfEmpty(FeedText.Plain(field));
                break;
            case "content":
                content ??= NullIfEmpty(FeedText.Plain(field));
                if (field["src"] is { } source)
                    AddLink(source, field.Scope, "content", field["type"]);
                break;
            case "link":
                AddLink(field["href"] ?? field.Text, field.Scope, field["rel"], field["type"]);
                break;
            case "id":
                id ??= NullIfEmpty(field.Text.Trim());
                break;
            case "published" or "issued":
                published ??= Date(field);
                break;
            case "created":
                otherPublished ??= Date(field);
                break;
            case "updated" or "modified":
                updated ??= Date(field);
                break;
            case "author":
                AddAuthor(field);
                break;
            case "category":
                AddCategory(field["term"] ?? field.Text, field["scheme"], field["label"]);
                break;
            default:
                break;
        }
    }

    private void TakeDublin(FeedField field)
    {
        switch (field.Name)
        {
            case "title":
                otherTitle ??= NullIfEmpty(FeedText.Plain(field));
                break;
            case "description" or "abstract":
                otherSummary ??= NullIfEmpty(FeedText.Plain(field));
                break;
            case "creator" or "author":
                AddPerson(creators, field.Text);
                break;
            case "subject":
                AddCategory(field.Text, null, null);
                break;
            case "language":
                language ??= FeedScope.Tag(field.Text);
                break;
            case "date" or "issued" or "created":
                otherPublished ??= Date(field);
                break;
            case "modified":
                updated ??= Date(field);
                break;
            default:
                break;
        }
    }

    private FeedDate? Date(FeedField field)
    {
        if (FeedDate.TryParse(field.Text, options.TimeZone, out var date))
            return date;
        var text = PlainText.Fold(field.Text);
        // Year 1 is how .NET's own feeds write "none".
        if (text.Length > 0 && !text.StartsWith("0001", StringComparison.Ordinal) && !text.Contains(" 0001 ", StringComparison.Ordinal))
            doubts.Add($"'{(text.Length > 60 ? text[..60] + "…" : text)}' in {field.Name} is no date in a known form.");
        return null;
    }

    private void AddLink(string? link, FeedScope within, string? relation, string? mediaType)
    {
        if (string.IsNullOrWhiteSpace(link))
            return;
        relation = PlainText.Fold(relation ?? "alternate").ToLowerInvariant();
        if (within.Resolve(link) is { } target && !links.Exists(other => other.Target == target && other.Relation == relation))
            links.Add(new FeedLink(target, relation.Length == 0 ? "alternate" : relation, mediaType));
    }

    private void AddAuthor(FeedField field)
    {
        if (!field.HasElements)
        {
            AddPerson(authors, field.Text);
            return;
        }

        var name = NullIfEmpty(PlainText.Fold(field.Children.GetValueOrDefault("name") ?? ""));
        var email = NullIfEmpty(PlainText.Fold(field.Children.GetValueOrDefault("email") ?? ""));
        var page = field.Scope.Resolve(field.Children.GetValueOrDefault("uri") ?? field.Children.GetValueOrDefault("url") ?? "");
        if ((name ?? email) is not null || page is not null)
            authors.Add(new FeedPerson(name, email, page));
    }

    /// <summary>RSS puts name and address into one text: <c>a@example.org (A)</c>, <c>A &lt;a@example.org&gt;</c>, <c>A</c>.</summary>
    private static void AddPerson(List<FeedPerson> persons, string text)
    {
        text = PlainText.Fold(text);
        var email = text.Split([' ', '(', ')', '<', '>'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.IndexOf('@', StringComparison.Ordinal) > 0);
        var name = email is null ? text : PlainText.Fold(text.Replace(email, "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal)).Trim(' ', '(', ')', '<', '>');
        if (text.Length > 0)
            persons.Add(new FeedPerson(NullIfEmpty(name), email?.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase)));
    }

    private void AddCategory(string? term, string? scheme, string? label)
    {
        term = PlainText.Fold(term ?? "");
        if (term.Length > 0)
            categories.Add(new FeedCategory(term, scheme, label is null ? null : PlainText.Fold(label)));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
