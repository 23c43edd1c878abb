using System.Runtime.CompilerServices;
using Foresight.Plugins.PolicyFeeds.Feeds;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PolicyFeeds.Government;

/// <summary>
/// Documents of the Government Offices, by type and department: from a feed for each type, or from the listing where more than its
/// hundred newest are wanted. The page's address is the id in both, without the slash that it ends in at times.
/// </summary>
public sealed class RegeringenSource(RegeringenOptions options) : ISource
{
    private const int Lag = 14;

    /// <summary>Recognises a page of the listing.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        var text = head.Text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        return text.StartsWith("{") && text[..Math.Min(text.Length, 200)].Contains("\"Message\"", StringComparison.Ordinal) && text.Contains("list--block", StringComparison.Ordinal)
            ? new SourceMatch(new Dictionary<string, string> { ["listing"] = "true" })
            : null;
    }

    /// <inheritdoc/>
    public bool Backfills => options.Listing;

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Listing)
            {
                var page = await PageAsync(context, options.Types[0], 1, cancellationToken);
                return new SourceCheck(true, $"{options.BaseUrl.Host} lists {page.Total} documents of {options.Types[0]}.");
            }

            await using var feed = await FeedAnswer.GetAsync(context, ProfileOf(options.Types[0]), cancellationToken);
            return new SourceCheck(true, $"{options.BaseUrl.Host} answers with the feed of {options.Types[0]}.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        context.Pace(options.BaseUrl, TimeSpan.FromSeconds(1));
        var yielded = new HashSet<string>(StringComparer.Ordinal);
        var cursor = Incremental.Resume(context, null, Lag, [.. options.Types]);
        foreach (var type in options.Types)
        {
            await foreach (var batch in options.Listing ? ReadListingAsync(context, type, cursor, yielded, cancellationToken) : ReadFeedAsync(context, type, yielded, cancellationToken))
                yield return batch;
        }
    }

    /// <summary>The id of a page: its path without the slash that it ends in at times.</summary>
    internal static string IdOf(Uri page) => Uri.UnescapeDataString(page.AbsolutePath).TrimEnd('/').ToLowerInvariant();

    private async IAsyncEnumerable<DocumentBatch> ReadFeedAsync(
        SourceContext context, string type, HashSet<string> yielded, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var profile = ProfileOf(type);
        await using var feed = await FeedAnswer.GetAsync(context, profile, cancellationToken);
        var items = await feed.ReadAsync(context, profile, cancellationToken);
        var documents = items.ToDocuments().Select(item => item.Document).Where(document => yielded.Add(document.Id)).ToList();
        yield return new DocumentBatch { Documents = documents, Rejections = items.Rejections, Fields = feed.Fields, About = new FeedMapping(profile).ToAbout(feed.Header) };
        feed.ThrowIfBroken(profile.Url, documents.Count);
    }

    private async IAsyncEnumerable<DocumentBatch> ReadListingAsync(
        SourceContext context, string type, Incremental cursor, HashSet<string> yielded, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = cursor.StartOf(type);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        DateOnly? newest = null;
        var read = 0;
        for (var number = 1; ; number++)
        {
            var page = await PageAsync(context, type, number, cancellationToken);
            read += page.Count;
            var days = page.Documents.Where(document => document.Published is not null).Select(document => document.Published!.Value.Day).ToList();
            if (days.Count > 0 && (newest is null || days.Max() > newest))
                newest = days.Max();
            var before = seen.Count;
            seen.UnionWith(page.Documents.Select(document => document.Id));
            var behind = from is { } start && days.Count > 0 && days.Min() < start;
            // A page that repeats what came, or holds nothing, is behind the last.
            var more = seen.Count > before && !behind && read < page.Total;
            var full = more && number >= options.MaxPages;
            if (full && from is not null)
                context.Logger.LogWarning("regeringen.se has more new {Type} than {Pages} pages hold: raise maxPages; the cursor stays until then.", type, options.MaxPages);
            var complete = !more || (full && from is null);
            if (complete)
                cursor.Reach(type, newest);
            yield return new DocumentBatch
            {
                Documents = [.. page.Documents.Where(document => IsDue(document, context.Backfill) && yielded.Add(document.Id))],
                Rejections = page.Rejections,
                Fields = page.Fields,
                Next = complete && context.Backfill is null ? cursor.ToCursor() : null,
            };
            if (!more || full)
                yield break;
        }
    }

    private static bool IsDue(Document document, DayRange? backfill) =>
        backfill is not { } range || (document.Published is { } published && published.Day >= range.From && published.Day < range.Until);

    private async Task<ListingPage> PageAsync(SourceContext context, string type, int number, CancellationToken cancellationToken)
    {
        var (code, kind) = GovernmentCategories.Types[type];
        var url = new Uri(options.BaseUrl, $"Filter/GetFilteredItems?lang=sv&filterType=Taxonomy&filterByType=FilterablePageBase&preFilteredCategories={code}&rootPageReference=0{DepartmentsQuery}&displayLimited=true&page={number}");
        await using var answer = await context.GetAsync(url, Expected.Json, cancellationToken);
        using var json = await answer.ReadJsonAsync(cancellationToken);
        return ListingPage.Read(json, url, kind);
    }

    private FeedProfile ProfileOf(string type)
    {
        var (code, kind) = GovernmentCategories.Types[type];
        return new FeedProfile
        {
            Url = new Uri(options.BaseUrl, $"Filter/RssFeed?filterType=Taxonomy&filterByType=FilterablePageBase&preFilteredCategories={code}&rootPageReference=0{DepartmentsQuery}&displayLimited=true"),
            Zone = FeedProfile.ZoneOf("Europe/Stockholm"),
            Language = "sv",
            Publisher = "Regeringskansliet",
            Kind = kind,
            // The start page is no item's page.
            KeyOf = entry => entry.Link is { } link && IdOf(link) is { Length: > 0 } id ? new ItemKey(id) : null,
            KindOf = entry => entry.Categories.Select(category => GovernmentCategories.KindOf(category.Scheme ?? "")).FirstOrDefault(known => known is not null),
        };
    }

    private string DepartmentsQuery => options.Departments.Count == 0 ? ""
        : $"&filteredContentCategories={Uri.EscapeDataString(string.Join(',', options.Departments.Select(name => GovernmentCategories.Departments[name])))}";
}
