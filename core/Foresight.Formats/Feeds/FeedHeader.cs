namespace Foresight.Formats.Feeds;

/// <summary>What a feed says of itself. All texts are plain text.</summary>
public sealed record FeedHeader
{
    /// <summary>The format and its version as the feed names it: <c>RSS 2.0</c>, <c>RSS 1.0</c>, <c>Atom 1.0</c>, <c>Atom 0.3</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The title; empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>How the title was written; null where there is none.</summary>
    public FeedTextForm? TitleForm { get; init; }

    /// <summary>The description or subtitle; empty where there is none.</summary>
    public string Description { get; init; } = "";

    /// <summary>How the description was written; null where there is none.</summary>
    public FeedTextForm? DescriptionForm { get; init; }

    /// <summary>The page that the feed belongs to.</summary>
    public Uri? Link { get; init; }

    /// <summary>All its links, absolute, in the feed's order.</summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>The feed's own id (Atom).</summary>
    public string? Id { get; init; }

    /// <summary>BCP 47 language, such as <c>sv</c> or <c>en-GB</c>.</summary>
    public string? Language { get; init; }

    /// <summary>When the feed was published; null where it does not say.</summary>
    public FeedDate? Published { get; init; }

    /// <summary>When the feed was last changed; where it does not say, when it was published.</summary>
    public FeedDate? Updated { get; init; }

    /// <summary>For how long the feed asks to be left alone: <c>ttl</c>, else what <c>sy:updatePeriod</c> and <c>sy:updateFrequency</c> come to.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Who writes it.</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>Its categories.</summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>What its relative links are resolved against; null where nothing says.</summary>
    public Uri? Base { get; init; }
}
