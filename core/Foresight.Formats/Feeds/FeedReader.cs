using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;

namespace Foresight.Formats.Feeds;

/// <summary>
/// Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0, item by item. It opens nothing by itself: document types are passed over
/// unread, entities of their own stay unresolved, and depth, length and number of items are limited.
/// </summary>
/// <example>
/// <code>
/// await using var feed = await FeedReader.OpenAsync(stream, new FeedReaderOptions { BaseUri = url }, cancellationToken);
/// await foreach (var entry in feed.ReadAsync(cancellationToken)) Console.WriteLine($"{entry.Published}  {entry.Title}");
/// </code>
/// </example>
public sealed class FeedReader : IAsyncDisposable
{
    private readonly XmlReader reader;
    private readonly FeedReaderOptions options;
    private readonly FeedTextReader text;
    private readonly List<FeedProblem> problems = [];
    private FeedDraft header = null!;
    private FeedScope scope;
    private string format = "";
    private string rootNamespace = "";
    private Vocabulary meaning;
    private int items;

    private FeedReader(FeedTextReader text, FeedReaderOptions options)
    {
        (this.text, this.options) = (text, options);
        var settings = new XmlReaderSettings
        {
            Async = true,
            // Ignored, not prohibited: RSS 0.91 asks for a document type. Nothing of it is read, and no entity of it is known.
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            MaxCharactersInDocument = options.MaxCharacters,
        };
        reader = XmlReader.Create(text, settings, FeedVocabulary.Context());
    }

    /// <summary>What the feed says of itself: all that stands before its first item, and after the last item was read the rest as well.</summary>
    public FeedHeader Header => header.ToHeader(format);

    /// <summary>The items that could not be read so far.</summary>
    public IReadOnlyList<FeedProblem> Problems => problems;

    /// <summary>Where and why the feed broke off, in one sentence; null where it was read to its end. What was read before holds.</summary>
    public string? Break { get; private set; }

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
        var (encoding, mark) = FeedEncoding.Detect(head.AsSpan(0, length), options.Charset);
        var begin = FeedRoot.Beginning(encoding.GetString(head, mark, length - mark));
        if (begin != '<')
            throw new FeedFormatException("The answer is no XML, where a feed was due.");
        var feed = new FeedReader(new FeedTextReader(stream, encoding, head.AsMemory(mark, length - mark)), options);
        await feed.OpenRootAsync(cancellationToken).ConfigureAwait(false);
        return feed;
    }

    /// <summary>Whether these first bytes of an answer are those of a feed.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head) => FeedRoot.IsFeed(head);

    /// <summary>
    /// Reads the items in the feed's order. An item that cannot be read is noted in <see cref="Problems"/>; where the XML itself
    /// is broken the reading ends and <see cref="Break"/> says why.
    /// </summary>
    public async IAsyncEnumerable<FeedEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (Break is null && await NextAsync(cancellationToken).ConfigureAwait(false) is { } entry)
            yield return entry;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        text.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static void GuardDepth(XmlReader reader, FeedReaderOptions options)
    {
        if (reader.Depth > options.MaxDepth)
            throw new XmlException($"elements are nested deeper than {options.MaxDepth}");
    }

    private async Task OpenRootAsync(CancellationToken cancellationToken)
    {
        try
        {
            await reader.MoveToContentAsync().ConfigureAwait(false);
        }
        catch (XmlException broken)
        {
            throw new FeedFormatException($"The answer is no well-formed XML, where a feed was due: {Reason(broken)}.", broken);
        }

        if (reader.NodeType != XmlNodeType.Element)
            throw new FeedFormatException("The answer has no element, where a feed was due.");
        rootNamespace = reader.NamespaceURI;
        var version = reader.GetAttribute("version") ?? "";
        if (FeedRoot.FormatOf(reader.LocalName, rootNamespace, version) is not { } known)
        {
            var page = string.Equals(reader.LocalName, "html", StringComparison.OrdinalIgnoreCase);
            throw new FeedFormatException(
                page ? "The answer is a web page, where a feed was due." : $"The answer is XML that begins with <{reader.LocalName}>, which is no feed.")
            {
                IsWebPage = page,
            };
        }

        format = known;
        // RDF's own namespace is the root's; its items are RSS by theirs.
        meaning = known.StartsWith("Atom", StringComparison.Ordinal) ? Vocabulary.Atom : FeedVocabulary.Of(rootNamespace) == Vocabulary.Rdf ? Vocabulary.Rdf : Vocabulary.Rss;
        scope = new FeedScope(options.BaseUri, null);
        header = new FeedDraft(scope, options);
        await GuardedAsync(() => MoveToItemAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Moves to the next item, taking the header's fields that stand before it; false at the end.</summary>
    private async Task<bool> MoveToItemAsync(CancellationToken cancellationToken)
    {
        while (!reader.EOF)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType != XmlNodeType.Element)
            {
                await reader.ReadAsync().ConfigureAwait(false);
            }
            else if (IsOurs() && reader.LocalName.ToLowerInvariant() is "item" or "entry")
            {
                return true;
            }
            else if (reader.Depth == 0 || (IsOurs() && string.Equals(reader.LocalName, "channel", StringComparison.OrdinalIgnoreCase)))
            {
                EnterContainer();
                await reader.ReadAsync().ConfigureAwait(false);
            }
            else
            {
                header.Take(await FieldAsync(scope, cancellationToken).ConfigureAwait(false));
            }
        }

        return false;
    }

    private void EnterContainer()
    {
        header.Scope = scope = scope.Within(reader);
        header.About ??= reader.GetAttribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    }

    private async Task<FeedEntry?> NextAsync(CancellationToken cancellationToken)
    {
        FeedEntry? entry = null;
        await GuardedAsync(async () =>
        {
            while (entry is null && await MoveToItemAsync(cancellationToken).ConfigureAwait(false))
            {
                if (items >= options.MaxItems)
                    throw new XmlException($"it has more than {options.MaxItems} items");
                items++;
                entry = await ItemAsync(cancellationToken).ConfigureAwait(false);
            }

            return entry is not null;
        }).ConfigureAwait(false);
        return entry;
    }

    private async Task<FeedEntry?> ItemAsync(CancellationToken cancellationToken)
    {
        var within = scope.Within(reader);
        var draft = new FeedDraft(within.Base is null ? within with { Base = Header.Link } : within, options)
        {
            About = reader.GetAttribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        };
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        await reader.ReadAsync().ConfigureAwait(false);
        while (!empty && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
                draft.Take(await FieldAsync(draft.Scope, cancellationToken).ConfigureAwait(false));
            else
                await reader.ReadAsync().ConfigureAwait(false);
        }

        if (draft.TooLong is { } field)
        {
            problems.Add(new FeedProblem(items, $"Its {field} is longer than {options.MaxFieldCharacters} characters."));
            return null;
        }

        var entry = draft.ToEntry(items, Header);
        if (entry is null)
            problems.Add(new FeedProblem(items, "It is empty."));
        return entry;
    }

    private ValueTask<FeedField> FieldAsync(FeedScope within, CancellationToken cancellationToken) =>
        FeedField.ReadAsync(reader, within, (rootNamespace, meaning), options, cancellationToken);

    /// <summary>An element of the feed's own vocabulary: feeds of no known namespace have their root's.</summary>
    private bool IsOurs() => FeedVocabulary.Of(reader.NamespaceURI) is Vocabulary.Rss or Vocabulary.Atom || reader.NamespaceURI == rootNamespace;

    private async Task GuardedAsync(Func<Task<bool>> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (XmlException broken)
        {
            Break = string.Create(CultureInfo.InvariantCulture, $"The feed breaks off in or after item {items}, at line {(broken.LineNumber > 0 ? broken.LineNumber : Line)}: {Reason(broken)}.");
        }
    }

    private int Line => (reader as IXmlLineInfo)?.LineNumber ?? 0;

    private static string Reason(XmlException broken)
    {
        // The reader adds its own position, which the sentence has already.
        var message = broken.Message;
        var position = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return (position > 0 ? message[..position] : message).TrimEnd('.');
    }
}
