namespace Foresight.Formats.Feeds;

/// <summary>How a feed is read: what its answer does not say itself, and the limits that keep a hostile one harmless.</summary>
public sealed record FeedReaderOptions
{
    /// <summary>Where the feed came from; relative links are resolved against it unless <c>xml:base</c> says otherwise.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The charset of the answer's content type; null where it has none. A byte order mark outweighs it.</summary>
    public string? Charset { get; init; }

    /// <summary>The media type of the answer's content type, without parameters; null where it has none.</summary>
    public string? MediaType { get; init; }

    /// <summary>The language that the answer's headers state; what the feed itself says outweighs it.</summary>
    public string? Language { get; init; }

    /// <summary>The zone of dates that name none. UTC by default, never the machine's own.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The most characters that are read. 64 Mi by default.</summary>
    public long MaxCharacters { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most characters of one field of an item; an item with a longer one is left out. 1 Mi by default.</summary>
    public int MaxFieldCharacters { get; init; } = 1024 * 1024;

    /// <summary>The deepest nesting of elements. 256 by default.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>The most items that are read. 50,000 by default.</summary>
    public int MaxItems { get; init; } = 50_000;
}
