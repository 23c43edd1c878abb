using System.Buffers;

namespace Foresight.Formats.Feeds;

/// <summary>Tells feeds apart by how they begin.</summary>
internal static class FeedRoot
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>The format that a root element stands for; null where it is no feed's.</summary>
    public static string? FormatOf(string name, string uri, string version) => (name.ToLowerInvariant(), FeedVocabulary.Of(uri)) switch
    {
        ("rss", _) => version.Trim() is { Length: > 0 and <= 8 } stated ? $"RSS {stated}" : "RSS",
        ("rdf", _) => "RSS 1.0",
        ("feed", _) when version is "0.1" or "0.2" or "0.3" || uri.StartsWith("http://purl.org/atom/", StringComparison.OrdinalIgnoreCase) => "Atom 0.3",
        ("feed", _) => "Atom 1.0",
        // A fragment of a feed, as excerpts and answers to searches have it.
        ("channel" or "item", Vocabulary.Rss) => "RSS 2.0",
        ("entry", Vocabulary.Atom) => "Atom 1.0",
        _ => null,
    };

    /// <summary>The first character that counts.</summary>
    public static char Beginning(ReadOnlySpan<char> head) => head.TrimStart(" \t\r\n\uFEFF\0") is { IsEmpty: false } rest ? rest[0] : '\0';

    /// <summary>Whether an answer's first element is one of a feed.</summary>
    public static bool IsFeed(ReadOnlySpan<byte> head)
    {
        var encoding = FeedEncoding.Detect(head[..Math.Min(head.Length, 1024)], null);
        var text = encoding.Encoding.GetString(head[encoding.Mark..]).AsSpan();
        if (Beginning(text) == '{')
            return text.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase);
        while (true)
        {
            var open = text.IndexOf('<');
            if (open < 0 || open + 1 >= text.Length)
                return false;
            text = text[open..];
            var closing = text.StartsWith("<!--") ? "-->" : text.StartsWith("<?") ? "?>" : text.StartsWith("<!") ? ">" : null;
            if (closing is null)
                break;
            var close = text.IndexOf(closing);
            if (close < 0)
                return false;
            text = text[(close + closing.Length)..];
        }

        var end = text.IndexOfAny(NameEnds);
        var name = end < 0 ? [] : text[1..end];
        name = name[(name.IndexOf(':') + 1)..];
        return name.Equals("rss", StringComparison.OrdinalIgnoreCase) || name.Equals("feed", StringComparison.OrdinalIgnoreCase)
            || name.Equals("rdf", StringComparison.OrdinalIgnoreCase);
    }
}
