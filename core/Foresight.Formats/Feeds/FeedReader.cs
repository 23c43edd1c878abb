using System.Runtime.CompilerServices;

namespace Foresight.Formats.Feeds;

/// <summary>
/// Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 and JSON Feed, item by item, also where they are broken. It opens nothing by itself:
/// document types are passed over unread, entities of their own stay unresolved, and depth, length and number of items are limited.
/// </summary>
/// <example>
/// <code>
/// await using var feed = await FeedReader.OpenAsync(stream, new FeedReaderOptions { BaseUri = url }, cancellationToken);
/// await foreach (var entry in feed.ReadAsync(cancellationToken)) Console.WriteLine($"{entry.Published}  {entry.Title}");
/// </code>
/// </example>
public sealed class FeedReader : IAsyncDisposable
{
    private readonly FeedParser parser;
    private readonly FeedRepairs repairs;

    private FeedReader(FeedParser parser, FeedRepairs repairs, string encoding) => (this.parser, this.repairs, Encoding) = (parser, repairs, encoding);

    /// <summary>What the feed says of itself: all that stands before its first item, and after the last item was read the rest as well.</summary>
    public FeedHeader Header => parser.Header;

    /// <summary>The encoding that it is read in, in lower case: <c>utf-8</c>, <c>windows-1252</c>.</summary>
    public string Encoding { get; }

    /// <summary>
    /// The names of the elements (JSON: members) that items had so far, each once, those too that are not read: the feed's own without
    /// prefix, those of known namespaces with their usual prefix (<c>dc:creator</c>), others as written. At most 256.
    /// </summary>
    public IReadOnlyList<string> Fields => parser.Fields.Names;

    /// <summary>
    /// The item that was read last as it stands in the feed, without its authors; null where it is longer than 8,000 characters. It
    /// holds until the next item is asked for.
    /// </summary>
    public string? ItemText => parser.ItemText;

    /// <summary>The items that could not be read so far.</summary>
    public IReadOnlyList<FeedProblem> Problems => parser.Problems;

    /// <summary>What was not well-formed so far and was read all the same: a sentence for each kind. Empty for a sound feed.</summary>
    public IReadOnlyList<string> Repairs => repairs.ToSentences();

    /// <summary>Whether anything so far was not well-formed and was read all the same.</summary>
    public bool Repaired => repairs.Any;

    /// <summary>Where and why the feed broke off, in one sentence; null where it was read to its end. What was read before holds.</summary>
    public string? Break => parser.Break;

    /// <summary>Opens a feed and reads up to its first item.</summary>
    /// <param name="stream">The answer's bytes, decompressed. It stays open.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FeedFormatException">The answer is no feed.</exception>
    public static async Task<FeedReader> OpenAsync(Stream stream, FeedReaderOptions options, CancellationToken cancellationToken)
    {
        var head = new byte[1024];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (length == 0)
            throw new FeedFormatException("The answer is empty, where a feed was due.");
        var repairs = new FeedRepairs();
        var encoding = FeedEncoding.Detect(head.AsSpan(0, length), options.Charset, repairs).ServedAs(options, head.AsSpan(0, length), repairs);
        var rest = head.AsMemory(encoding.Mark, length - encoding.Mark);
        var begin = FeedRoot.Beginning(encoding.Encoding.GetString(rest.Span));
        FeedParser parser = begin == '{'
            ? new JsonFeed(stream, encoding, rest, options, repairs)
            : new XmlFeed(new FeedCharacters(stream, encoding, rest, options.MaxCharacters), options, repairs);
        try
        {
            await parser.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            parser.Dispose();
            throw;
        }

        return new FeedReader(parser, repairs, encoding.Name);
    }

    /// <summary>Whether these first bytes of an answer are those of a feed.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head) => FeedRoot.IsFeed(head);

    /// <summary>
    /// Reads the items in the feed's order. An item that cannot be read is noted in <see cref="Problems"/>; where the feed breaks off
    /// the reading ends and <see cref="Break"/> says why.
    /// </summary>
    public async IAsyncEnumerable<FeedEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await parser.NextAsync(cancellationToken).ConfigureAwait(false) is { } entry)
            yield return entry;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        parser.Dispose();
        return ValueTask.CompletedTask;
    }
}
