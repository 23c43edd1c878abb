using System.Globalization;

namespace Foresight.Formats.Feeds;

/// <summary>
/// Gathers the fields of one item, or of the feed itself, in whatever order and vocabulary they come. A format's own field outweighs
/// Dublin Core's of the same meaning, and that Media RSS's; of two alike the first counts.
/// </summary>
internal sealed class FeedDraft(FeedScope scope, FeedReaderOptions options, bool isItem)
{
    private readonly List<FeedLink> links = [];
    private readonly List<FeedPerson> authors = [];
    private readonly List<FeedPerson> creators = [];
    private readonly List<FeedCategory> categories = [];
    private readonly List<string> doubts = [];
    private Said title;
    private Said summary;
    private Said content;
    private string? keywords;
    private string? id;
    private string? language;
    private bool idIsLink;
    private FeedDate? published;
    private FeedDate? otherPublished;
    private FeedDate? updated;
    private TimeSpan? timeToLive;
    private TimeSpan? updatePeriod;
    private int updateFrequency = 1;
    private bool saysSomething;

    /// <summary>How much a text weighs against another for the same field.</summary>
    private enum Weight
    {
        None,
        Fallback,
        Other,
        Own,
    }

    /// <summary>The name of a field that is longer than allowed; null where there is none.</summary>
    public string? TooLong { get; private set; }

    /// <summary>RDF names an item by an attribute of it.</summary>
    public string? About { get; set; }

    /// <summary>What its fields inherit.</summary>
    public FeedScope Scope { get; set; } = scope;

    /// <summary>Counts what was taken: a header made before is old when this has changed.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether enough of it is there for a reader to know what it is about.</summary>
    public bool IsRecognisable => title.Text is not null || id is not null || links.Count > 0;

    public void Doubt(string sentence) => doubts.Doubt(sentence);

    public void Take(FeedField field)
    {
        Taken++;
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
                Say(ref content, field, Weight.Own);
                break;
            case Vocabulary.Media:
                TakeMedia(field);
                break;
            case Vocabulary.Syndication:
                TakeSyndication(field);
                break;
            default:
                break;
        }
    }

    /// <summary>The item; null where it says nothing at all.</summary>
    public FeedEntry? ToEntry(int number, FeedHeader header)
    {
        // A guid is the item's address unless it says otherwise.
        if (idIsLink && Page is null && id!.Contains("://", StringComparison.Ordinal))
            AddLink(id, Scope, null, null);
        var guid = id ?? About;
        if (!saysSomething && guid is null)
            return null;
        if (categories.Count == 0)
            AddKeywords(keywords ?? "");
        return new FeedEntry
        {
            Number = number,
            Id = guid,
            Title = title.Text ?? "",
            TitleForm = title.Form,
            Summary = summary.Text ?? "",
            SummaryForm = summary.Form,
            Content = content.Text ?? "",
            ContentForm = content.Form,
            Links = links,
            Published = published ?? otherPublished,
            Updated = updated,
            Authors = authors.Count > 0 ? authors : creators,
            Categories = categories,
            Language = language ?? Scope.Language ?? header.Language,
            Base = Scope.Base,
            Doubts = doubts,
        };
    }

    /// <summary>The header, as far as it has been read.</summary>
    public FeedHeader ToHeader(string format) => new()
    {
        Format = format,
        Title = title.Text ?? "",
        TitleForm = title.Form,
        Description = summary.Text ?? "",
        DescriptionForm = summary.Form,
        Link = Page?.Target,
        Links = [.. links],
        Id = id ?? About,
        Language = language ?? Scope.Language,
        Published = published ?? otherPublished,
        Updated = updated ?? published ?? otherPublished,
        TimeToLive = timeToLive ?? updatePeriod / updateFrequency,
        Authors = [.. authors.Count > 0 ? authors : creators],
        Categories = [.. categories],
        Base = Scope.Base,
    };

    private FeedLink? Page => links.Find(static link => link.Relation == "alternate");

    private void TakeRss(FeedField field)
    {
        switch (field.Name)
        {
            case "title":
                Say(ref title, field, Weight.Own);
                break;
            // Who gives both means the second as the text.
            case "description" or "summary" or "abstract" when summary is { Weight: Weight.Own, Name: var first } && first != field.Name:
            case "fullitem" or "body":
                Say(ref content, field, Weight.Own);
                break;
            case "description" or "summary" or "abstract":
                Say(ref summary, field, Weight.Own);
                break;
            case "link":
                AddLink(field[FeedAttribute.Href] ?? field.Text.ToString(), field.Scope, null, field);
                break;
            case "guid" or "id":
                id ??= Trimmed(field);
                idIsLink = id is not null && !string.Equals(field[FeedAttribute.IsPermaLink]?.Trim(), "false", StringComparison.OrdinalIgnoreCase);
                break;
            case "pubdate" or "published":
                published ??= Date(field);
                break;
            case "lastbuilddate" or "updated":
                updated ??= Date(field);
                break;
            case "author" or "managingeditor":
                AddAuthor(field);
                break;
            case "category":
                AddCategory(field.Text, field[FeedAttribute.Domain], null);
                break;
            case "tags":
                AddKeywords(field.Text.ToString());
                break;
            case "language":
                language ??= FeedScope.Tag(field.Text.ToString());
                break;
            case "enclosure":
                AddLink(field[FeedAttribute.Url], field.Scope, "enclosure", field);
                break;
            case "ttl" when Number(field) is { } minutes and > 0 and <= 525_600:
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
                if (isItem && field.Scope.Language != Scope.Language)
                    language ??= field.Scope.Language;
                Say(ref title, field, Weight.Own);
                break;
            case "summary" or "subtitle" or "tagline":
                Say(ref summary, field, Weight.Own);
                break;
            case "content":
                Say(ref content, field, Weight.Own);
                if (field[FeedAttribute.Src] is { } source)
                    AddLink(source, field.Scope, "content", field);
                break;
            case "link":
                AddLink(field[FeedAttribute.Href] ?? field.Text.ToString(), field.Scope, field[FeedAttribute.Rel], field);
                break;
            case "id":
                id ??= AtomId(field);
                break;
            case "published":
                published ??= Date(field);
                break;
            case "issued" or "created":
                otherPublished ??= Date(field);
                break;
            case "updated" or "modified":
                updated ??= Date(field);
                break;
            case "author":
                AddAuthor(field);
                break;
            case "category":
                AddCategory(field[FeedAttribute.Term] is { } term ? term : field.Text, field[FeedAttribute.Scheme], field[FeedAttribute.Label]);
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
                Say(ref title, field, Weight.Other);
                break;
            case "description" or "abstract":
                Say(ref summary, field, Weight.Other);
                break;
            case "creator" or "author":
                FeedPersons.Add(creators, field.Text);
                break;
            case "subject":
                AddCategory(field.Text, null, null);
                break;
            case "language":
                language ??= FeedScope.Tag(field.Text.ToString());
                break;
            case "identifier" when isItem:
                About ??= Trimmed(field);
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

    private void TakeMedia(FeedField field)
    {
        switch (field.Name)
        {
            case "title":
                Say(ref title, field, Weight.Fallback);
                break;
            case "description":
                Say(ref summary, field, Weight.Fallback);
                break;
            case "keywords":
                keywords ??= field.Text.ToString();
                break;
            case "group" or "content":
                title = title.Or(field.Child("title"), Weight.Fallback, field);
                summary = summary.Or(field.Child("description"), Weight.Fallback, field);
                keywords ??= field.Child("keywords");
                break;
            default:
                break;
        }
    }

    private void TakeSyndication(FeedField field)
    {
        switch (field.Name)
        {
            case "updateperiod":
                updatePeriod ??= field.Text.Trim() switch
                {
                    "hourly" => TimeSpan.FromHours(1),
                    "daily" => TimeSpan.FromDays(1),
                    "weekly" => TimeSpan.FromDays(7),
                    "monthly" => TimeSpan.FromDays(30),
                    "yearly" => TimeSpan.FromDays(365),
                    _ => null,
                };
                break;
            case "updatefrequency" when Number(field) is { } times and > 0 and <= 1440:
                updateFrequency = times;
                break;
            default:
                break;
        }
    }

    private static void Say(ref Said said, FeedField field, Weight weight)
    {
        if (said.Weight < weight)
            said = said.Or(FeedText.Plain(field), weight, field);
    }

    private static int? Number(FeedField field) =>
        int.TryParse(field.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Trimmed(FeedField field) => field.Text.Trim() is { IsEmpty: false } text ? text.ToString() : null;

    /// <summary>Atom's ids are absolute addresses; one that is not is meant from its base.</summary>
    private static string? AtomId(FeedField field)
    {
        var text = Trimmed(field);
        return text is not null && !text.Contains(':', StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal)
            ? field.Scope.Resolve(text)?.AbsoluteUri ?? text
            : text;
    }

    private FeedDate? Date(FeedField field)
    {
        if (FeedDate.TryParse(field.Text, options.TimeZone, out var date))
            return date;
        var text = PlainText.Fold(field.Text);
        // Year 1 is how .NET's own feeds write "none".
        if (text.Length > 0 && !text.StartsWith("0001", StringComparison.Ordinal) && !text.Contains(" 0001 ", StringComparison.Ordinal))
            doubts.Doubt($"'{(text.Length > 60 ? text[..60] + "…" : text)}' in {field.Name} is no date in a known form.");
        return null;
    }

    private void AddLink(string? link, FeedScope within, string? relation, FeedField? field)
    {
        relation = relation is null || string.IsNullOrWhiteSpace(relation) ? "alternate" : PlainText.Fold(relation).ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(link) || within.Resolve(link) is not { } target)
            return;
        // A feed of many links in one item costs its length, not its square.
        for (var i = 0; i < Math.Min(links.Count, 64); i++)
        {
            if (links[i].Target.OriginalString == target.OriginalString && links[i].Relation == relation)
                return;
        }

        links.Add(new FeedLink(target, relation, field?[FeedAttribute.Type])
        {
            Title = field?[FeedAttribute.Title],
            Language = field?[FeedAttribute.HrefLang],
            Length = long.TryParse(field?[FeedAttribute.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null,
        });
    }

    private void AddAuthor(FeedField field)
    {
        if (field.HasElements)
            FeedPersons.Add(authors, field.Child("name"), field.Child("email"), field.Scope.Resolve(field.Child("uri") ?? field.Child("url") ?? field.Child("homepage") ?? ""));
        else
            FeedPersons.Add(authors, field.Text);
    }

    private void AddCategory(ReadOnlySpan<char> text, string? scheme, string? label)
    {
        var term = PlainText.Fold(text);
        if (term.Length > 0)
            categories.Add(new FeedCategory(term, scheme, label is null ? null : PlainText.Fold(label)));
    }

    private void AddKeywords(string list)
    {
        foreach (var keyword in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            AddCategory(keyword, null, null);
    }

    /// <summary>A text, how it was written, and how much it weighs.</summary>
    private readonly record struct Said(string? Text, FeedTextForm? Form, Weight Weight, string Name)
    {
        public Said Or(string? text, Weight weight, FeedField field) =>
            text is null || Weight >= weight ? this : new(text, FeedText.Form(field), weight, field.Name);
    }
}
