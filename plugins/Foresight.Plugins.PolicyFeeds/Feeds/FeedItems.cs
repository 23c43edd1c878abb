using System.Security.Cryptography;
using System.Text;
using Foresight.Formats.Feeds;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>
/// The items of one answer, each told from the others. No item is lost because its id could not tell it apart: two that share an id and
/// differ are both kept, and that is logged. Only where the publisher's own numbering says that they are one does one hold.
/// </summary>
internal sealed class FeedItems(FeedProfile profile, ILogger logger)
{
    private readonly Dictionary<string, List<(Document Document, ItemKey? Key)>> byId = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private readonly List<Rejection> rejections = [];
    private readonly FeedMapping mapping = new(profile);
    private int datedByChange;

    /// <summary>Whether nothing was read, and nothing rejected either.</summary>
    public bool IsEmpty => order.Count == 0 && rejections.Count == 0;

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Rejection> Rejections => rejections;

    /// <summary>Takes in the item that a feed has just given.</summary>
    public void Add(FeedEntry entry, FeedReader feed)
    {
        foreach (var doubt in entry.Doubts)
            logger.LogWarning("Item {Item} of {Url}: {Doubt}", entry.Number, profile.Url.Shown(), doubt);
        if (FeedMapping.SaysNothing(entry))
        {
            Reject(entry.Number, "It has neither title, link, id nor text.", feed.ItemText);
            return;
        }

        if (entry.Published is null && entry.Updated is not null)
            datedByChange++;
        var key = profile.KeyOf(entry);
        var document = mapping.ToDocument(entry, feed.Header, key);
        if (!byId.TryGetValue(document.Id, out var alike))
        {
            byId.Add(document.Id, alike = []);
            order.Add(document.Id);
        }

        alike.Add((document, key));
    }

    public void Reject(int number, string reason, string? text) => rejections.Add(new Rejection($"item {number}", reason) { Item = text });

    /// <summary>The documents in the feed's order, ids unique.</summary>
    public IReadOnlyList<(Document Document, ItemKey? Key)> ToDocuments()
    {
        if (datedByChange > 0)
            logger.LogInformation("{Count} items of {Url} carry no date of publication: the date of their last change stands for it.", datedByChange, profile.Url.Shown());
        return [.. order.SelectMany(id => Told(id, byId[id]))];
    }

    private IEnumerable<(Document Document, ItemKey? Key)> Told(string id, List<(Document Document, ItemKey? Key)> alike)
    {
        if (alike.Count == 1)
            return alike;
        if (alike[0].Key is not null)
        {
            logger.LogDebug("{Count} items of {Url} are versions of {Id}: the newest holds.", alike.Count, profile.Url.Shown(), id);
            // The first of equal rank: feeds run from new to old.
            return [alike.MaxBy(item => item.Key!.Value.Rank, StringComparer.Ordinal)];
        }

        var different = alike.DistinctBy(item => Contents(item.Document)).ToList();
        if (different.Count == 1)
            return different;
        logger.LogWarning("{Count} different items of {Url} share the id {Id}: all are kept, told apart by their link or text.", different.Count, profile.Url.Shown(), id);
        // The oldest keeps the plain id: it had it before the others came.
        var oldest = different.Index().MinBy(item => (item.Item.Document.Published?.Start ?? DateTimeOffset.MinValue, -item.Index)).Item;
        var linksDiffer = different.DistinctBy(item => item.Document.Origin).Count() == different.Count;
        return different.Select(item => ReferenceEquals(item.Document, oldest.Document)
            ? item
            : item with { Document = item.Document with { Id = $"{id}#{Hash(linksDiffer ? item.Document.Origin?.AbsoluteUri ?? "" : Contents(item.Document))[..12]}" } });
    }

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static string Contents(Document document) => $"{document.Origin}\n{document.Published}\n{document.Title}\n{document.Text}";
}
