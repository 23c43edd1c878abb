using Foresight.Formats.Feeds;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>An answer that is a feed.</summary>
internal sealed class FeedAnswer : IAsyncDisposable
{
    private readonly Answer answer;
    private readonly FeedReader feed;

    private FeedAnswer(Answer answer, FeedReader feed) => (this.answer, this.feed) = (answer, feed);

    /// <summary>What the feed says of itself; whole once its items are read.</summary>
    public FeedHeader Header => feed.Header;

    /// <summary>The names of what the items that were read have; null where there was no item.</summary>
    public IReadOnlyList<string>? Fields => feed.Fields is { Count: > 0 } names ? names : null;

    /// <exception cref="SourceException">There is no answer, or it is no feed.</exception>
    public static async Task<FeedAnswer> GetAsync(SourceContext context, FeedProfile profile, CancellationToken cancellationToken)
    {
        var answer = await context.GetAsync(profile.Url, Expected.Text, cancellationToken);
        try
        {
            var reading = new FeedReaderOptions
            {
                // A feed kept in a file has no address that its links could be relative to: the reader then takes the feed's own link.
                BaseUri = answer.FinalUrl.IsFile ? null : answer.FinalUrl,
                Charset = answer.Charset,
                // The policy's option outweighs a server's header, and a list of languages says of no item which is its own.
                Language = profile.Language is null && answer.Header("Content-Language") is { } stated && !stated.Contains(',', StringComparison.Ordinal) ? stated.Trim() : null,
                TimeZone = profile.Zone,
            };
            return new FeedAnswer(answer, await FeedReader.OpenAsync(answer.Body, reading, cancellationToken));
        }
        catch (Exception failure)
        {
            await answer.DisposeAsync();
            if (failure is FeedFormatException refusal)
                throw new SourceException($"{profile.Url.Shown()}: {refusal.Message}", Recovery.Retry, refusal) { Fault = refusal.IsWebPage ? Fault.WebPage : Fault.Malformed };
            throw;
        }
    }

    /// <summary>Reads all items as documents, and notes those that cannot be told.</summary>
    public async Task<FeedItems> ReadAsync(SourceContext context, FeedProfile profile, CancellationToken cancellationToken)
    {
        var items = new FeedItems(profile, context.Logger);
        await foreach (var entry in feed.ReadAsync(cancellationToken))
            items.Add(entry, feed);
        foreach (var repair in feed.Repairs)
            context.Logger.LogWarning("{Url} is not well-formed: {Repair}", profile.Url.Shown(), repair);
        foreach (var problem in feed.Problems)
            items.Reject(problem.Item, problem.Sentence, problem.Text);
        // A whole feed may be empty; one that is damaged and holds nothing has lost what it held.
        if (feed.Repaired && feed.Break is null && items.IsEmpty)
            throw new SourceException($"{profile.Url.Shown()} is damaged, and no item of it can be read; the next run tries again.", Recovery.Retry) { Fault = Fault.Malformed };
        return items;
    }

    /// <exception cref="SourceException">The feed broke off; what was read before holds.</exception>
    public void ThrowIfBroken(Uri url, int kept)
    {
        if (feed.Break is { } reason)
            throw new SourceException($"{url.Shown()}: {reason} Items kept: {kept}; the next run tries again.", Recovery.Retry) { Fault = Fault.Broken };
    }

    public async ValueTask DisposeAsync()
    {
        await feed.DisposeAsync();
        await answer.DisposeAsync();
    }
}
