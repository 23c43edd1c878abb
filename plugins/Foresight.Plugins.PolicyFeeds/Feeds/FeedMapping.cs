using System.Security.Cryptography;
using System.Text;
using Foresight.Formats.Feeds;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>Makes documents of a feed's items.</summary>
internal sealed class FeedMapping(FeedOptions options, TimeZoneInfo zone)
{
    public Document ToDocument(FeedEntry entry, FeedHeader header) => new()
    {
        Id = IdOf(entry),
        Kind = options.Kind,
        Title = TitleOf(entry),
        Text = TextOf(entry),
        Language = entry.Language ?? options.Language,
        Categories = [.. entry.Categories.Select(category => category.Label is { Length: > 0 } label ? label : category.Term).Distinct()],
        Origin = entry.Link,
        Publisher = options.Publisher ?? (header.Title.Length > 0 ? header.Title : null),
        // Atom and some RSS feeds date only the last change: it is the best there is for an order in time.
        Published = MomentOf(entry.Published ?? entry.Updated),
        Updated = MomentOf(entry.Updated),
    };

    /// <summary>What the feed says of itself.</summary>
    public AnswerAbout ToAbout(FeedHeader header) =>
        new(header.Title.Length > 0 ? header.Title : null, header.Link, header.Language ?? options.Language, MomentOf(header.Updated));

    /// <summary>Whether nothing of an item is worth keeping.</summary>
    public static bool SaysNothing(FeedEntry entry) =>
        entry.Title.Length == 0 && entry.Summary.Length == 0 && entry.Content.Length == 0 && entry.Id is null && entry.Link is null;

    private string IdOf(FeedEntry entry)
    {
        if (entry.Id is { Length: > 0 } id)
            return id;
        var date = MomentOf(entry.Published ?? entry.Updated)?.ToString() ?? "";
        if (entry.Link is { } link)
            return options.Kind == "dataset-update" && date.Length > 0 ? $"{link.AbsoluteUri} {date}" : link.AbsoluteUri;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.Title}\n{date}")))[..32];
    }

    /// <summary>An instant; but the feed's own midnight is a day: that is how releases are embargoed to a day, and how days are written.</summary>
    private Moment? MomentOf(FeedDate? date)
    {
        if (date is not { } known)
            return null;
        if (known.IsDay)
            return Moment.On(DateOnly.FromDateTime(known.Start.UtcDateTime));
        var local = TimeZoneInfo.ConvertTime(known.Start, zone);
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
