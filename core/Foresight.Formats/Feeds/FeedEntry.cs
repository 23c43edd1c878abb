namespace Foresight.Formats.Feeds;

/// <summary>An item of a feed. Title, summary and content are plain text: markup, scripts and entities are resolved, whitespace is folded.</summary>
public sealed record FeedEntry
{
    /// <summary>Its place in the feed, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The feed's own id of it: <c>guid</c>, Atom's <c>id</c> or <c>rdf:about</c>, as given; null where there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The title; empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>How the title was written; null where there is none.</summary>
    public FeedTextForm? TitleForm { get; init; }

    /// <summary>The summary or description; empty where there is none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How the summary was written; null where there is none.</summary>
    public FeedTextForm? SummaryForm { get; init; }

    /// <summary>The full text where the feed has it; else empty.</summary>
    public string Content { get; init; } = "";

    /// <summary>How the content was written; null where there is none.</summary>
    public FeedTextForm? ContentForm { get; init; }

    /// <summary>The links, absolute, in the feed's order.</summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>The page that it stands for; null where the feed names none.</summary>
    public Uri? Link => Links.FirstOrDefault(static link => link.Relation == "alternate")?.Target;

    /// <summary>When it was published; null where the feed does not say.</summary>
    public FeedDate? Published { get; init; }

    /// <summary>When it was last changed; null where the feed does not say.</summary>
    public FeedDate? Updated { get; init; }

    /// <summary>The authors.</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>The categories.</summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>BCP 47 language of the item, else of the feed.</summary>
    public string? Language { get; init; }

    /// <summary>What its relative links are resolved against; null where nothing says.</summary>
    public Uri? Base { get; init; }

    /// <summary>A sentence for each field that could not be read, such as a date in no known form. The item stands without them.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}

/// <summary>A link of an item.</summary>
/// <param name="Target">Where it leads, absolute.</param>
/// <param name="Relation"><c>alternate</c> for the item's own page, else as given (<c>enclosure</c>, <c>related</c>, <c>self</c> …).</param>
/// <param name="MediaType">The content type where one is stated.</param>
public sealed record FeedLink(Uri Target, string Relation = "alternate", string? MediaType = null)
{
    /// <summary>What it is called, where the feed says.</summary>
    public string? Title { get; init; }

    /// <summary>The language of what it leads to, as given.</summary>
    public string? Language { get; init; }

    /// <summary>The bytes of what it leads to, as stated.</summary>
    public long? Length { get; init; }
}

/// <summary>An author.</summary>
/// <param name="Name">The name; null where only an address is given.</param>
/// <param name="Email">The mail address.</param>
/// <param name="Page">The page.</param>
public sealed record FeedPerson(string? Name, string? Email = null, Uri? Page = null);

/// <summary>A category.</summary>
/// <param name="Term">The term as given, whitespace folded.</param>
/// <param name="Scheme">The scheme or domain.</param>
/// <param name="Label">The label for readers where it differs from the term.</param>
public sealed record FeedCategory(string Term, string? Scheme = null, string? Label = null);
