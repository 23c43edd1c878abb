using System.Collections.Frozen;

namespace Foresight.Formats.Feeds;

/// <summary>What an element's namespace makes of it.</summary>
internal enum Vocabulary
{
    /// <summary>RSS itself: no namespace, or one of RSS's own.</summary>
    Rss,

    /// <summary>Atom 0.3 or 1.0.</summary>
    Atom,

    /// <summary>Dublin Core elements.</summary>
    DublinCore,

    /// <summary>Dublin Core terms.</summary>
    DublinTerms,

    /// <summary>RSS's content module.</summary>
    Content,

    /// <summary>RDF.</summary>
    Rdf,

    /// <summary>XHTML.</summary>
    Html,

    /// <summary>Media RSS.</summary>
    Media,

    /// <summary>RSS's syndication module: how often a feed changes.</summary>
    Syndication,

    /// <summary>Another, which is passed over.</summary>
    Other,
}

/// <summary>The namespaces of feeds. They are compared without case and without the scheme's <c>s</c>: feeds are careless about both.</summary>
internal static class FeedVocabulary
{
    private static readonly FrozenDictionary<string, Vocabulary> ByUri = new Dictionary<string, Vocabulary>
    {
        [""] = Vocabulary.Rss,
        ["http://purl.org/rss/1.0/"] = Vocabulary.Rss,
        ["http://purl.org/net/rss1.1#"] = Vocabulary.Rss,
        ["http://my.netscape.com/rdf/simple/0.9/"] = Vocabulary.Rss,
        ["http://channel.netscape.com/rdf/simple/0.9/"] = Vocabulary.Rss,
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = Vocabulary.Rss,
        ["http://backend.userland.com/rss"] = Vocabulary.Rss,
        ["http://backend.userland.com/rss2"] = Vocabulary.Rss,
        ["http://backend.userland.com/rss091"] = Vocabulary.Rss,
        ["http://blogs.law.harvard.edu/tech/rss"] = Vocabulary.Rss,
        ["http://www.w3.org/2005/atom"] = Vocabulary.Atom,
        ["http://purl.org/atom/ns#"] = Vocabulary.Atom,
        ["http://purl.org/dc/elements/1.0/"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/elements/1.1/"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/terms/"] = Vocabulary.DublinTerms,
        ["http://purl.org/rss/1.0/modules/content/"] = Vocabulary.Content,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = Vocabulary.Rdf,
        ["http://www.w3.org/1999/xhtml"] = Vocabulary.Html,
        ["http://search.yahoo.com/mrss/"] = Vocabulary.Media,
        ["http://search.yahoo.com/mrss"] = Vocabulary.Media,
        ["http://purl.org/rss/1.0/modules/syndication/"] = Vocabulary.Syndication,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Prefixes that feeds use without declaring them.
    private static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>
    {
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["a10"] = "http://www.w3.org/2005/Atom",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["sy"] = "http://purl.org/rss/1.0/modules/syndication/",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
    }.ToFrozenDictionary();

    public static Vocabulary Of(string uri) => ByUri.TryGetValue(uri, out var known) ? known
        : uri.StartsWith("https:", StringComparison.OrdinalIgnoreCase) && ByUri.TryGetValue(string.Concat("http:", uri.AsSpan(6)), out known) ? known
        : Vocabulary.Other;

    /// <summary>The prefix that a vocabulary usually has; null where it has none.</summary>
    public static string? UsualPrefix(Vocabulary vocabulary) => vocabulary switch
    {
        Vocabulary.Atom => "atom",
        Vocabulary.DublinCore => "dc",
        Vocabulary.DublinTerms => "dcterms",
        Vocabulary.Content => "content",
        Vocabulary.Rdf => "rdf",
        Vocabulary.Html => "xhtml",
        Vocabulary.Media => "media",
        Vocabulary.Syndication => "sy",
        _ => null,
    };

    /// <summary>What a prefix usually stands for; null where it has no usual meaning.</summary>
    public static string? UsualUri(string prefix) => Usual.GetValueOrDefault(prefix);
}
