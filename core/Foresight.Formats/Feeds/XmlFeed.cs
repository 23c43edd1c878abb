using System.Buffers;
using System.Globalization;

namespace Foresight.Formats.Feeds;

/// <summary>
/// RSS and Atom, from the tokens of a markup that may be broken: an item that begins ends the one before it, an end tag closes what
/// was left open within, one without a beginning is passed over.
/// </summary>
internal sealed class XmlFeed : FeedParser
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\uFEFF\0");
    private readonly FeedTokens tokens;
    private readonly FeedElements elements;
    private readonly FeedField field = new();
    private readonly FeedPreamble preamble = new();
    private FeedDraft header;
    private FeedHeader? made;
    private int madeOf;
    private FeedDraft? item;
    private FeedEntry? ready;
    private string format = "";
    private FeedName? voided;
    private Vocabulary own;

    /// <summary>How much of what was taken last is behind the item that is closed.</summary>
    private int beyond;
    private bool ended;

    public XmlFeed(FeedCharacters characters, FeedReaderOptions options, FeedRepairs repairs)
        : base(options, repairs)
    {
        tokens = new FeedTokens(characters, repairs);
        elements = new FeedElements(repairs) { Outermost = new FeedScope(options.BaseUri, FeedScope.Tag(options.Language)) };
        header = new FeedDraft(elements.Outermost, options, isItem: false);
    }

    public override FeedHeader Header
    {
        get
        {
            if (made is null || madeOf != header.Taken)
                (made, madeOf) = (header.ToHeader(format), header.Taken);
            return made;
        }
    }

    public override string? ItemText => Source.Kept is { IsEmpty: false } text ? FeedItemText.OfMarkup(text) : null;

    private FeedCharacters Source => tokens.Source;

    public override async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        while (!Advance(stopAtItem: true))
            await FillAsync(cancellationToken).ConfigureAwait(false);
        if (format.Length == 0)
            throw preamble.Refusal();
    }

    public override async ValueTask<FeedEntry?> NextAsync(CancellationToken cancellationToken)
    {
        while (!Advance(stopAtItem: false))
            await FillAsync(cancellationToken).ConfigureAwait(false);
        var entry = ready;
        ready = null;
        return entry;
    }

    protected override void Dispose(bool disposing) => Source.Dispose();

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Source.FillAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads on in what is there; false where more is needed before an item or the end is reached.</summary>
    private bool Advance(bool stopAtItem)
    {
        while (!ended && ready is null && !(stopAtItem && item is not null))
        {
            switch (tokens.Next())
            {
                case FeedToken.More:
                    return false;
                case FeedToken.Start:
                    Start(tokens.Name);
                    break;
                case FeedToken.Stop:
                    Stop(tokens.Name);
                    break;
                case FeedToken.Text:
                    Text(tokens.Text);
                    break;
                default:
                    End();
                    break;
            }
        }

        return true;
    }

    private void Start(FeedName name)
    {
        NoteVoid(null);
        if (format.Length == 0)
        {
            StartRoot(name);
            return;
        }

        if (field.IsOpen && !EndsField(name))
        {
            StartInner(name);
            return;
        }

        while (field.IsOpen)
            CloseUnclosed();
        var declared = elements.Declare(tokens.Attributes);
        var vocabulary = elements.VocabularyOf(name, Source);
        var ours = vocabulary is Vocabulary.Rss or Vocabulary.Atom;
        if (ours && name.Local is "item" or "entry")
            StartItem(name, declared);
        else if (item is null && IsContainer(name, ours))
            StartContainer(name, declared);
        else
            StartField(name, vocabulary, declared);
    }

    private void StartRoot(FeedName name)
    {
        var declared = elements.Declare(tokens.Attributes);
        var uri = elements.UriOf(name);
        if (FeedRoot.FormatOf(name.Local, uri, tokens.Attributes[FeedAttribute.Version] ?? "") is not { } known || !preamble.Allows(name, uri))
        {
            elements.Undo(declared);
            if (!preamble.Pass(name))
                ended = true;
            return;
        }

        if (preamble.HasAny)
            Repairs.Note(Repair.Before, Source);
        format = known == "RSS 1.0" && elements.Declares("http://my.netscape.com/rdf/simple/0.9/") ? "RSS 0.90" : known;
        var atom = known.StartsWith("Atom", StringComparison.Ordinal);
        own = atom ? Vocabulary.Atom : Vocabulary.Rss;
        elements.SetRoot(uri, atom ? Vocabulary.Atom : FeedVocabulary.Of(uri) == Vocabulary.Rdf ? Vocabulary.Rdf : Vocabulary.Rss);
        if (name.Local is "entry" or "item")
            StartItem(name, declared);
        else
            StartContainer(name, declared);
    }

    private void StartContainer(FeedName name, int declared)
    {
        var scope = elements.Scope.Within(tokens.Attributes);
        header.Scope = scope;
        header.About ??= tokens.Attributes[FeedAttribute.About];
        made = null;
        if (elements.Depth >= Options.MaxDepth)
        {
            Repairs.Note(Repair.Deep, Source);
            elements.Undo(declared);
            return;
        }

        elements.Push(name, FeedRole.Container, scope, declared);
        if (tokens.IsEmpty)
            Stop(name);
    }

    private void StartItem(FeedName name, int declared)
    {
        if (item is not null)
        {
            // Its own declarations must outlive what is closed now.
            elements.Undo(declared);
            beyond = tokens.TagLength;
            while (item is not null)
                CloseUnclosed();
            beyond = 0;
            declared = elements.Declare(tokens.Attributes);
        }

        if (Items >= Options.MaxItems)
        {
            BreakOff(string.Create(CultureInfo.InvariantCulture, $"it has more than {Options.MaxItems} items"), Source.Line);
            ended = true;
            return;
        }

        Items++;
        Source.Keep(tokens.TagLength);
        var scope = elements.Scope.Within(tokens.Attributes);
        if (scope.Base is null)
            scope = scope with { Base = Header.Link };
        item = new FeedDraft(scope, Options, isItem: true) { About = tokens.Attributes[FeedAttribute.About] };
        elements.Push(name, FeedRole.Item, scope, declared);
        if (tokens.IsEmpty)
            Stop(name);
    }

    private void StartField(FeedName name, Vocabulary vocabulary, int declared)
    {
        if (item is not null && name.Noted != vocabulary)
            Fields.Note(name, vocabulary, own);
        var scope = elements.Scope.Within(tokens.Attributes);
        field.Begin(vocabulary, name, scope, tokens.Attributes, Options.MaxFieldCharacters);
        elements.Push(name, FeedRole.Field, scope, declared);
        if (tokens.IsEmpty)
            Stop(name);
    }

    private void StartInner(FeedName name)
    {
        var alone = tokens.IsEmpty || name.IsVoid;
        voided = alone && !tokens.IsEmpty ? name : null;
        if (!alone && elements.Depth >= Options.MaxDepth)
        {
            Repairs.Note(Repair.Deep, Source);
            return;
        }

        field.Open(name, alone);
        if (!alone)
            elements.Push(name, FeedRole.Inner, elements.Scope, elements.Declared);
    }

    /// <summary>Whether an element cannot stand in the open field: an item never does, nor what is a field itself in one that is no group.</summary>
    private bool EndsField(FeedName name)
    {
        if (name.Local is "item" or "entry")
        {
            return elements.VocabularyOf(name, Source) is Vocabulary.Rss or Vocabulary.Atom
                && !(field.Vocabulary == Vocabulary.Atom && field[FeedAttribute.Type] is { } type && type.Contains("xml", StringComparison.OrdinalIgnoreCase));
        }

        return elements.TopRole == FeedRole.Field && !field.IsGroup && FeedFields.Ends(field, name) && tokens.Attributes.Declared.Count == 0
            && elements.VocabularyOf(name, Source) is Vocabulary.Rss or Vocabulary.Atom or Vocabulary.DublinCore or Vocabulary.Content;
    }

    private static bool IsContainer(FeedName name, bool ours) => name.Local is "channel" ? ours : name.Local is "rss" or "feed" or "rdf";

    private void Text(ReadOnlySpan<char> text)
    {
        if (field.IsOpen)
        {
            NoteVoid(null);
            if (text.IndexOfAny(Controls) < 0)
                field.Append(text);
            else
                AppendCleaned(text);
        }
        else if (elements.Depth == 0 && text.IndexOfAnyExcept(Blanks) >= 0)
        {
            if (format.Length > 0)
                Repairs.Note(Repair.After, Source);
            else if (!preamble.Pass(text))
                ended = true;
        }
        else if (elements.Depth == 0 && format.Length == 0 && !preamble.PassBlank(text.Length))
        {
            ended = true;
        }
    }

    private void AppendCleaned(ReadOnlySpan<char> text)
    {
        Repairs.Note(Repair.Control, Source);
        for (var next = text.IndexOfAny(Controls); next >= 0; next = text.IndexOfAny(Controls))
        {
            field.Append(text[..next]);
            text = text[(next + 1)..];
        }

        field.Append(text);
    }

    /// <summary>HTML's br and img have no end; one that is written like that is not well-formed unless its end follows after all.</summary>
    private void NoteVoid(FeedName? end)
    {
        if (voided is not null && voided != end)
            Repairs.Note(Repair.Unclosed, Source);
        voided = null;
    }

    private void Stop(FeedName name)
    {
        NoteVoid(name);
        if (name.Open == 0)
        {
            if (!name.IsVoid && format.Length > 0) // the end of one that is void was said already
                Repairs.Note(Repair.Unopened, Source);
            return;
        }

        while (!elements.TopIs(name))
            CloseUnclosed();
        Close();
    }

    private void CloseUnclosed()
    {
        Repairs.Note(Repair.Unclosed, Source);
        Close();
    }

    private void Close()
    {
        var (name, role) = elements.Pop();
        switch (role)
        {
            case FeedRole.Inner:
                field.Close(name);
                break;
            case FeedRole.Field:
                field.End();
                (item ?? header).Take(field);
                break;
            case FeedRole.Item:
                Source.Release(beyond);
                ready = Entry(item!);
                item = null;
                break;
            default:
                break;
        }
    }

    private void End()
    {
        ended = true;
        if (Source.IsTooLong)
            BreakOff(string.Create(CultureInfo.InvariantCulture, $"it is longer than {Options.MaxCharacters} characters"), Source.Line);
        else if (format.Length > 0 && (elements.Depth > 0 || tokens.IsCut))
            BreakOff(elements.Depth > 0 ? $"it ends before </{elements.Outer}>" : "it ends within a tag", Source.Line);
        if (item is { IsRecognisable: true } cut)
        {
            cut.Doubt("It is cut off; what was whole of it is kept.");
            Source.Release(0);
            ready = Entry(cut);
        }

        item = null;
    }
}
