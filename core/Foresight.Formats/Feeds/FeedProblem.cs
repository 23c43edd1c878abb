namespace Foresight.Formats.Feeds;

/// <summary>An item that could not be read, or the place where a feed broke off.</summary>
/// <param name="Item">The item's number, from 1.</param>
/// <param name="Sentence">What is wrong, in one sentence.</param>
public sealed record FeedProblem(int Item, string Sentence)
{
    /// <summary>The item as it stands in the feed, without its authors; null where it is longer than 8,000 characters, and after the first 200.</summary>
    public string? Text { get; init; }
}

/// <summary>An answer that is no feed. The message is one sentence.</summary>
/// <param name="message">What it is instead.</param>
/// <param name="inner">What the XML reader said.</param>
public sealed class FeedFormatException(string message, Exception? inner = null) : FormatException(message, inner)
{
    /// <summary>Whether a web page came instead of a feed: a bot wall, a login or a wrong address.</summary>
    public bool IsWebPage { get; init; }
}
