using System.Runtime.CompilerServices;
using Foresight.Formats.Feeds;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>
/// Any RSS or Atom feed. A feed is a short window that is given whole each time: there is no cursor, the host recognises what it has
/// by its content.
/// </summary>
public sealed class FeedSource(FeedOptions options) : ISource
{
    /// <summary>Recognises any feed, and Eurostat's updates by their link.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        if (!FeedReader.Recognises(head.Bytes.Span))
            return null;
        var with = new Dictionary<string, string> { ["url"] = head.Url.AbsoluteUri };
        var text = head.Text;
        if (text.Contains("Eurostat - Updates of statistics", StringComparison.Ordinal))
        {
            (with["timeZone"], with["kind"]) = ("Europe/Brussels", "dataset-update");
        }
        else if (text.Contains("ec.europa.eu/commission/presscorner", StringComparison.Ordinal))
        {
            (with["timeZone"], with["kind"]) = ("Europe/Brussels", "press-release");
        }
        else if (text.Contains("www.regeringen.se", StringComparison.Ordinal))
        {
            (with["timeZone"], with["language"]) = ("Europe/Stockholm", "sv");
        }

        return new SourceMatch(with);
    }

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Answer.GetAsync(context.Http, Url, cancellationToken);
            await using var feed = await OpenAsync(response, Zone(), cancellationToken);
            return new SourceCheck(true, $"{Url} is {feed.Header.Format}, \"{feed.Header.Title}\".");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var zone = Zone();
        using var response = await Answer.GetAsync(context.Http, Url, cancellationToken);
        await using var feed = await OpenAsync(response, zone, cancellationToken);
        var mapping = new FeedMapping(options, zone);
        var documents = new Dictionary<string, Document>();
        var rejections = new List<Rejection>();
        await foreach (var entry in Entries(feed, cancellationToken))
        {
            foreach (var doubt in entry.Doubts)
                context.Logger.LogWarning("Item {Item} of {Url}: {Doubt}", entry.Number, Url, doubt);
            if (FeedMapping.SaysNothing(entry))
            {
                rejections.Add(new Rejection($"item {entry.Number}", "It has neither title, link, id nor text."));
                continue;
            }

            var document = mapping.ToDocument(entry, feed.Header);
            if (!documents.TryAdd(document.Id, document))
                rejections.Add(new Rejection($"item {entry.Number}", $"It has the id of an item before it, {document.Id}; the first was kept."));
        }

        rejections.AddRange(feed.Problems.Select(problem => new Rejection($"item {problem.Item}", problem.Sentence)));
        if (documents.Count > 0 || rejections.Count > 0)
            yield return new DocumentBatch { Documents = [.. documents.Values], Rejections = rejections, About = mapping.ToAbout(feed.Header) };
        if (feed.Break is { } reason)
            throw new SourceException($"{Url}: {reason} Items kept: {documents.Count}; the next run tries again.", Recovery.Retry);
    }

    private Uri Url => options.Url is { IsAbsoluteUri: true } url ? url : throw new SourceException("The feed has no absolute address: set url.", Recovery.Stop);

    private TimeZoneInfo Zone() => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var zone)
        ? zone
        : throw new SourceException($"This machine knows no time zone '{options.TimeZone}': set timeZone to an IANA name such as Europe/Brussels.", Recovery.Stop);

    private async Task<FeedReader> OpenAsync(HttpResponseMessage response, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            // A feed kept in a file has no address that its links could be relative to: the reader then takes the feed's own link.
            var address = response.RequestMessage?.RequestUri ?? Url;
            var reading = new FeedReaderOptions
            {
                BaseUri = address.IsFile ? null : address,
                Charset = response.Content.Headers.ContentType?.CharSet,
                TimeZone = zone,
            };
            return await FeedReader.OpenAsync(stream, reading, cancellationToken);
        }
        catch (FeedFormatException refusal) when (refusal.IsWebPage)
        {
            throw new SourceException(
                $"{Url} answered a web page instead of a feed: open it to see whether it is a bot wall or a wrong address.", Recovery.Retry, refusal);
        }
        catch (FeedFormatException refusal)
        {
            throw new SourceException($"{Url}: {refusal.Message}", Recovery.Retry, refusal);
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException or InvalidDataException)
        {
            throw Cut(cut);
        }
    }

    private async IAsyncEnumerable<FeedEntry> Entries(FeedReader feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var entries = feed.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await entries.MoveNextAsync())
                    yield break;
            }
            catch (Exception cut) when (cut is IOException or HttpRequestException or InvalidDataException)
            {
                throw Cut(cut);
            }

            yield return entries.Current;
        }
    }

    private SourceException Cut(Exception cut) => new($"{Url} broke off in the midst of its answer ({cut.Message.TrimEnd('.')}); the next run tries again.", Recovery.Retry, cut);
}
