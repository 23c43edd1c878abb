using System.Runtime.CompilerServices;
using Foresight.Formats.Feeds;
using Foresight.Plugins.PolicyFeeds.Parliament;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>
/// Any RSS or Atom feed. A feed is a short window that is given whole each time: there is no cursor, the host recognises what it has
/// by its content.
/// </summary>
public sealed class FeedSource(FeedOptions options) : ISource
{
    /// <summary>Recognises any feed that has no source of its own, and the options of known publishers by their links.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        if (!FeedReader.Recognises(head.Bytes.Span) || EpPressSource.Recognise(head) is not null)
            return null;
        var with = new Dictionary<string, string> { ["url"] = head.Url.AbsoluteUri };
        var text = head.Text;
        if (text.Contains("Eurostat - Updates of statistics", StringComparison.Ordinal))
            (with["timeZone"], with["kind"]) = ("Europe/Brussels", "dataset-update");
        else if (text.Contains("ec.europa.eu/commission/presscorner", StringComparison.Ordinal) || text.Contains("consilium.europa.eu/", StringComparison.Ordinal))
            (with["timeZone"], with["kind"]) = ("Europe/Brussels", "press-release");
        else if (text.Contains("www.regeringen.se", StringComparison.Ordinal))
            (with["timeZone"], with["language"]) = ("Europe/Stockholm", "sv");

        return new SourceMatch(with);
    }

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var profile = FeedProfile.Of(options);
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
        var profile = FeedProfile.Of(options);
        await using var feed = await FeedAnswer.GetAsync(context, profile, cancellationToken);
        var items = await feed.ReadAsync(context, profile, cancellationToken);
        var documents = items.ToDocuments();
        yield return new DocumentBatch
        {
            Documents = [.. documents.Select(item => item.Document)],
            Rejections = items.Rejections,
            Fields = feed.Fields,
            About = new FeedMapping(profile).ToAbout(feed.Header),
        };
        feed.ThrowIfBroken(profile.Url, documents.Count);
    }
}
