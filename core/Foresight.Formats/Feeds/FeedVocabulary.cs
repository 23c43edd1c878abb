using System.Collections.Frozen;
using System.Xml;

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
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Prefixes that feeds use without declaring them.
    private static readonly (string Prefix, string Uri)[] WellKnown =
    [
        ("atom", "http://www.w3.org/2005/Atom"), ("a10", "http://www.w3.org/2005/Atom"), ("dc", "http://purl.org/dc/elements/1.1/"),
        ("dcterms", "http://purl.org/dc/terms/"), ("content", "http://purl.org/rss/1.0/modules/content/"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("media", "http://search.yahoo.com/mrss/"),
        ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"), ("sy", "http://purl.org/rss/1.0/modules/syndication/"),
        ("slash", "http://purl.org/rss/1.0/modules/slash/"), ("wfw", "http://wellformedweb.org/CommentAPI/"),
        ("georss", "http://www.georss.org/georss"), ("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
        ("xlink", "http://www.w3.org/1999/xlink"), ("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];

    public static Vocabulary Of(string uri) => ByUri.TryGetValue(uri, out var known) ? known
        : uri.StartsWith("https:", StringComparison.OrdinalIgnoreCase) && ByUri.TryGetValue(string.Concat("http:", uri.AsSpan(6)), out known) ? known
        : Vocabulary.Other;

    public static XmlParserContext Context()
    {
        var names = new NameTable();
        var namespaces = new XmlNamespaceManager(names);
        foreach (var (prefix, uri) in WellKnown)
            namespaces.AddNamespace(prefix, uri);
        return new XmlParserContext(names, namespaces, null, XmlSpace.None);
    }
}
