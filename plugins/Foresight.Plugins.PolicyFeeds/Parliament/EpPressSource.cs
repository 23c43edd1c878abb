using System.Runtime.CompilerServices;
using Foresight.Formats.Feeds;
using Foresight.Plugins.PolicyFeeds.Feeds;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PolicyFeeds.Parliament;

/// <summary>
/// The European Parliament's press feeds. A feed in Swedish first lists an item in English and swaps it later: by its number it is one
/// item, and the Swedish text is a revision. Once it has been seen in the wanted language, English does not come back.
/// </summary>
public sealed class EpPressSource(EpPressOptions options) : ISource
{
    /// <summary>Recognises a feed by its links.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        if (!FeedReader.Recognises(head.Bytes.Span))
            return null;
        var text = head.Text;
        var item = text.IndexOf("<item", StringComparison.Ordinal);
        var channel = item < 0 ? text : text[..item];
        if (!channel.Contains("www.europarl.europa.eu/", StringComparison.Ordinal) && !text.Contains("www.europarl.europa.eu/rss/", StringComparison.Ordinal))
            return null;
        var tag = channel.IndexOf("<language>", StringComparison.OrdinalIgnoreCase);
        return tag >= 0 && tag + 12 <= channel.Length && channel.Substring(tag + 10, 2).ToLowerInvariant() is var language && language.All(char.IsAsciiLetterLower)
            ? new SourceMatch(new Dictionary<string, string> { ["language"] = language })
            : SourceMatch.Plain;
    }

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var profile = ProfileOf(options.Feeds[0]);
            await using var feed = await FeedAnswer.GetAsync(context, profile, cancellationToken);
            return new SourceCheck(true, $"{profile.Url.Shown()} is {feed.Header.Format}, \"{feed.Header.Title}\".");
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
        var translated = new SeenItems(context.Since);
        var yielded = new HashSet<string>(StringComparer.Ordinal);
        SourceException? failed = null;
        foreach (var name in options.Feeds)
        {
            var (batch, failure) = await ReadFeedAsync(context, name, failed is null && name == options.Feeds[^1], translated, yielded, cancellationToken);
            failed ??= failure;
            if (batch is not null)
                yield return batch;
        }

        // The other feeds were read all the same.
        if (failed is not null)
            throw failed;
    }

    private async Task<(DocumentBatch? Batch, SourceException? Failure)> ReadFeedAsync(
        SourceContext context, string name, bool isLast, SeenItems translated, HashSet<string> yielded, CancellationToken cancellationToken)
    {
        var profile = ProfileOf(name);
        try
        {
            await using var feed = await FeedAnswer.GetAsync(context, profile, cancellationToken);
            var items = await feed.ReadAsync(context, profile, cancellationToken);
            var documents = new List<Document>();
            foreach (var (document, _) in items.ToDocuments())
            {
                var wanted = document.Language == options.Language;
                if (wanted || translated.Has(document.Id))
                    translated.Note(document.Id);
                if (wanted || !translated.Has(document.Id))
                {
                    if (yielded.Add($"{document.Id} {document.Language}"))
                        documents.Add(document);
                }
            }

            SourceException? broken = null;
            try
            {
                feed.ThrowIfBroken(profile.Url, documents.Count);
            }
            catch (SourceException cut)
            {
                broken = cut;
            }

            var batch = new DocumentBatch
            {
                Documents = documents,
                Rejections = items.Rejections,
                Fields = feed.Fields,
                About = new FeedMapping(profile).ToAbout(feed.Header),
                // What a feed that failed lists is not forgotten: the cursor moves only when all were read.
                Next = isLast && broken is null ? translated.ToCursor() : null,
            };
            return (batch, broken);
        }
        catch (SourceException failure)
        {
            context.Logger.LogWarning("The feed {Feed} of the Parliament could not be read: {Reason}", name, failure.Message);
            return (null, failure);
        }
    }

    private FeedProfile ProfileOf(string name) => new()
    {
        Url = new Uri(options.BaseUrl, $"rss/doc/{name}/{options.Language}.xml"),
        Zone = FeedProfile.ZoneOf("Europe/Brussels"),
        Publisher = "European Parliament",
        KeyOf = KeyOf,
        KindOf = entry => ParliamentItem.Of(entry)?.Kind,
        LanguageOf = entry => ParliamentItem.Of(entry)?.Language,
    };

    /// <summary>The wanted language outranks the version: a translated first version is what a reader here can use.</summary>
    private ItemKey? KeyOf(FeedEntry entry) =>
        ParliamentItem.Of(entry) is { } item ? new ItemKey(item.Number, $"{(item.Language == options.Language ? 1 : 0)} {item.Version}") : null;
}
