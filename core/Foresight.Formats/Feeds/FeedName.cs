namespace Foresight.Formats.Feeds;

/// <summary>A name of elements, once per feed: what it means is looked up once, and whether one of the name is open is known without a search.</summary>
internal sealed class FeedName(string prefix, string local, string written)
{
    /// <summary>The name as it was written first.</summary>
    public string Written => written;

    /// <summary>The same without its prefix.</summary>
    public string WrittenLocal => written[(written.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>As what it was last noted among the fields of items; null where it was not.</summary>
    public Vocabulary? Noted { get; set; }

    /// <summary>The prefix in lower case; empty where there is none.</summary>
    public string Prefix => prefix;

    /// <summary>The name without its prefix, in lower case.</summary>
    public string Local => local;

    /// <summary>How many elements of this name are open.</summary>
    public int Open { get; set; }

    /// <summary>Whether it is written without an end in HTML.</summary>
    public bool IsVoid { get; } = prefix.Length == 0 && local is "br" or "hr" or "img" or "input" or "wbr" or "col" or "area" or "embed";

    /// <summary>Whether it parts no words.</summary>
    public bool IsInline { get; } = PlainText.IsInline(local);

    /// <summary>Whether what stands in it is not shown.</summary>
    public bool IsUnseen { get; } = PlainText.IsUnseen(local);

    /// <summary>What the prefix meant when it was last looked up, at which state of the declarations.</summary>
    public (int State, Vocabulary Vocabulary) Known { get; set; } = (-1, Vocabulary.Other);
}

/// <summary>The names that a feed has used. An answer with thousands of different names is no feed: from then on they share one.</summary>
internal sealed class FeedNames
{
    private const int Most = 2048;
    private const int Longest = 96;
    private static readonly string[] Common = ["item", "entry", "title", "link", "description", "guid", "pubDate", "category"];
    private readonly Dictionary<string, FeedName>.AlternateLookup<ReadOnlySpan<char>> names =
        new Dictionary<string, FeedName>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FeedName other = new("", "\0", "");

    public FeedNames()
    {
        foreach (var name in Common)
            Of(name);
    }

    public FeedName Of(ReadOnlySpan<char> qualified)
    {
        if (names.TryGetValue(qualified, out var known))
            return known;
        return qualified.Length > Longest ? other : Add(qualified);
    }

    private FeedName Add(ReadOnlySpan<char> qualified)
    {
        var lower = qualified.ToString().ToLowerInvariant();
        if (!names.TryGetValue(lower, out var name))
        {
            if (names.Dictionary.Count >= Most)
                return other;
            var colon = lower.IndexOf(':', StringComparison.Ordinal);
            name = colon < 0 ? new FeedName("", lower, qualified.ToString()) : new FeedName(lower[..colon], lower[(colon + 1)..], qualified.ToString());
            names[lower] = name;
        }

        // The same name in another case is the same element: feeds close <pubDate> with </pubdate>.
        if (!qualified.SequenceEqual(lower) && names.Dictionary.Count < Most)
            names[qualified] = name;
        return name;
    }
}
