using Foresight.Formats.Feeds;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>Makes documents of a feed's items.</summary>
internal sealed class FeedMapping(FeedProfile profile)
{
    public Document ToDocument(FeedEntry entry, FeedHeader header, ItemKey? key) => new()
    {
        Id = key?.Id ?? IdOf(entry),
        Kind = profile.KindOf(entry) ?? profile.Kind,
        Title = TitleOf(entry),
        Summary = entry.Summary.Length > 0 ? entry.Summary : null,
        // Names only: who wrote it is shown in a preview, an address is nobody's business.
        Authors = [.. entry.Authors.Select(author => author.Name).OfType<string>().Where(name => name.Length > 0 && !name.Contains('@', StringComparison.Ordinal)).Distinct()],
        Text = TextOf(entry),
        Language = profile.LanguageOf(entry) ?? entry.Language ?? profile.Language,
        Categories = profile.CategoriesOf(entry) ?? [.. entry.Categories.Select(category => category.Label is { Length: > 0 } label ? label : category.Term).Distinct()],
        Origin = entry.Link,
        Publisher = profile.Publisher ?? (header.Title.Length > 0 ? header.Title : null),
        // Atom and some RSS feeds date only the last change: it is the best there is for an order in time.
        Published = MomentOf(entry.Published ?? entry.Updated),
        Updated = MomentOf(entry.Updated),
    };

    /// <summary>What the feed says of itself.</summary>
    public AnswerAbout ToAbout(FeedHeader header) =>
        new(header.Title.Length > 0 ? header.Title : null, header.Link, header.Language ?? profile.Language, MomentOf(header.Updated)) { TimeToLive = header.TimeToLive };

    /// <summary>Whether nothing of an item is worth keeping.</summary>
    public static bool SaysNothing(FeedEntry entry) =>
        entry.Title.Length == 0 && entry.Summary.Length == 0 && entry.Content.Length == 0 && entry.Id is null && entry.Link is null;

    private string IdOf(FeedEntry entry) =>
        entry.Id is { Length: > 0 } id ? id
        : entry.Link?.AbsoluteUri ?? FeedItems.Hash($"{entry.Title}\n{MomentOf(entry.Published ?? entry.Updated)}\n{TextOf(entry)}");

    /// <summary>An instant; but the feed's own midnight is a day: that is how releases are embargoed to a day, and how days are written.</summary>
    private Moment? MomentOf(FeedDate? date)
    {
        if (date is not { } known)
            return null;
        if (known.IsDay)
            return Moment.On(DateOnly.FromDateTime(known.Start.UtcDateTime));
        var local = TimeZoneInfo.ConvertTime(known.Start, profile.Zone);
        return local.TimeOfDay == TimeSpan.Zero ? Moment.On(DateOnly.FromDateTime(local.DateTime)) : Moment.At(known.Start);
    }

    private static string TitleOf(FeedEntry entry)
    {
        if (entry.Title.Length > 0)
            return entry.Title;
        var text = entry.Summary.Length > 0 ? entry.Summary : entry.Content;
        return text.Length > 80 ? string.Concat(text.AsSpan(0, text.LastIndexOf(' ', 80) is > 20 and var space ? space : 80), "…")
            : text.Length > 0 ? text
            : entry.Link?.AbsoluteUri ?? entry.Id ?? "";
    }

    /// <summary>Summary and content, without saying the same twice.</summary>
    private static string TextOf(FeedEntry entry)
    {
        var opening = entry.Summary.TrimEnd('.', '…', ' ');
        return entry.Content.Length == 0 ? entry.Summary
            : opening.Length == 0 || entry.Content.StartsWith(opening, StringComparison.Ordinal) ? entry.Content
            : $"{entry.Summary}\n\n{entry.Content}";
    }
}
