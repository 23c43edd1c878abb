using System.Globalization;
using System.Xml;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Opml;

/// <summary>A list of feeds in OPML 1.0, 1.1 or 2.0, as feed readers exchange them.</summary>
/// <param name="Feeds">The feeds in the list's order, each address once; folders are passed through.</param>
/// <param name="Problems">A sentence for each outline that was left out, with its line.</param>
public sealed record OpmlList(IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<string> Problems)
{
    private const int MostCharacters = 16 * 1024 * 1024;
    private const int Deepest = 64;
    private const int LongestQuoted = 200;

    /// <summary>Reads a list. No document type is allowed, and nothing external is opened.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <exception cref="FormatException">It is no OPML. The message is one sentence.</exception>
    public static OpmlList Read(Stream stream)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, MaxCharactersInDocument = MostCharacters };
        var feeds = new List<OpmlFeed>();
        var problems = new List<string>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            reader.MoveToContent();
            if (!string.Equals(reader.LocalName, "opml", StringComparison.OrdinalIgnoreCase))
                throw new FormatException($"The file begins with <{Quoted(reader.LocalName)}>: it is no OPML, which begins with <opml>.");
            while (reader.Read())
            {
                if (reader.Depth > Deepest)
                    throw new FormatException($"The outlines are nested deeper than {Deepest}.");
                if (reader.NodeType == XmlNodeType.Element && string.Equals(reader.LocalName, "outline", StringComparison.OrdinalIgnoreCase))
                    Take(reader, feeds, problems, known);
            }
        }
        catch (XmlException broken)
        {
            throw new FormatException($"The file is no well-formed XML without document type: {Quoted(broken.Message.TrimEnd('.'))}.", broken);
        }

        return new OpmlList(feeds, problems);
    }

    private static void Take(XmlReader reader, List<OpmlFeed> feeds, List<string> problems, HashSet<string> known)
    {
        var line = ((IXmlLineInfo)reader).LineNumber;
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.MoveToNextAttribute())
            attributes.TryAdd(reader.LocalName, reader.Value.Trim());
        reader.MoveToElement();
        if (!attributes.TryGetValue("xmlUrl", out var text) || text.Length == 0)
            return; // a folder, or an outline of something else
        // feed://host/… is what some readers write for http.
        if (text.StartsWith("feed://", StringComparison.OrdinalIgnoreCase))
            text = "http" + text[4..];
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Line {line}: '{Quoted(text)}' is no http address of a feed; it was left out."));
            return;
        }

        var name = attributes.GetValueOrDefault("title") is { Length: > 0 } given ? given : attributes.GetValueOrDefault("text") ?? "";
        var title = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var page = Uri.TryCreate(attributes.GetValueOrDefault("htmlUrl"), UriKind.Absolute, out var html) && html.Scheme is "http" or "https" ? html : null;
        var language = attributes.GetValueOrDefault("language") is { Length: >= 2 and <= 35 } tag && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? tag : null;
        var feed = new OpmlFeed(address, title.Length > 0 ? title : address.Host, page, language);
        if (known.Add(feed.Key))
            feeds.Add(feed);
        else
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {address.Shown()} is named before; it was left out."));
    }

    // The file's words for a sentence: names may be as long as the file, and what XML forbids is quoted as it is.
    private static string Quoted(string text) =>
        string.Concat(text.Take(LongestQuoted).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter)) + (text.Length > LongestQuoted ? "…" : "");

    /// <summary>Writes a list in OPML 2.0.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="title">The list's title.</param>
    /// <param name="feeds">The feeds.</param>
    public static void Write(TextWriter output, string title, IEnumerable<OpmlFeed> feeds)
    {
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, CloseOutput = false, NewLineChars = "\n" });
        writer.WriteStartElement("opml");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteStartElement("head");
        writer.WriteElementString("title", title);
        writer.WriteEndElement();
        writer.WriteStartElement("body");
        foreach (var feed in feeds)
        {
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("type", "rss");
            writer.WriteAttributeString("text", feed.Title);
            writer.WriteAttributeString("title", feed.Title);
            writer.WriteAttributeString("xmlUrl", feed.Address.AbsoluteUri);
            if (feed.Page is not null)
                writer.WriteAttributeString("htmlUrl", feed.Page.AbsoluteUri);
            if (feed.Language is not null)
                writer.WriteAttributeString("language", feed.Language);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
