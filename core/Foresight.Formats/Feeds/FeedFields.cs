using System.Collections.Frozen;

namespace Foresight.Formats.Feeds;

/// <summary>The elements that stand beside one another in an item or a header, never in one another.</summary>
internal static class FeedFields
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "title", "link", "guid", "id", "pubdate", "lastbuilddate", "description", "summary", "content", "encoded", "category", "language", "ttl",
        "updated", "published", "issued", "modified", "created", "comments", "copyright", "generator", "webmaster", "managingeditor", "date",
        "creator", "subject", "enclosure", "subtitle", "tagline", "rights",
    ]);

    // Texts that may hold markup: only what HTML has no element for ends them.
    private static readonly FrozenSet<string> Texts = FrozenSet.ToFrozenSet(["description", "summary", "content", "encoded", "subtitle", "tagline"]);

    private static readonly FrozenSet<string> NotHtml = FrozenSet.ToFrozenSet(
        ["guid", "pubdate", "lastbuilddate", "description", "category", "encoded", "updated", "published", "issued", "modified", "enclosure", "creator"]);

    /// <summary>Whether an element with this name, directly in the field, shows that the field was left open.</summary>
    public static bool Ends(FeedField field, FeedName name) =>
        Texts.Contains(field.Name) ? NotHtml.Contains(name.Local) : Names.Contains(field.Name) && Names.Contains(name.Local);
}
