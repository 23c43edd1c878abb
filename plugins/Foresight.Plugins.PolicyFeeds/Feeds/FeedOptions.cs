using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>Options of the source <c>feed</c>.</summary>
public sealed class FeedOptions
{
    /// <summary>The feed's address.</summary>
    [Required]
    public Uri? Url { get; set; }

    /// <summary>
    /// The feed's zone (IANA): of dates that name none, and of the day of items that are published at its midnight. <c>UTC</c> by default.
    /// </summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The language of items where the feed names none, such as <c>sv</c>.</summary>
    public string? Language { get; set; }

    /// <summary>The publisher as printed; the feed's title by default.</summary>
    public string? Publisher { get; set; }

    /// <summary>
    /// The kind of its items. <c>news</c> by default. Of <c>dataset-update</c> each update is an item of its own, although the link is
    /// the same again: there the date belongs to the id of an item without a GUID.
    /// </summary>
    public string Kind { get; set; } = "news";
}
