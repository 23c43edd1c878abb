namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>What a publisher's own numbering says of an item.</summary>
/// <param name="Id">The number: items that share it are one item.</param>
/// <param name="Rank">Which of them holds where one answer gives several: the last in ordinal order.</param>
internal readonly record struct ItemKey(string Id, string Rank = "");
