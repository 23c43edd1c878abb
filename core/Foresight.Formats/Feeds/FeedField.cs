namespace Foresight.Formats.Feeds;

/// <summary>
/// One element of a feed's header or item, gathered until its end: what it is, what stands in it, and what it may point to. A reader has
/// one of them and uses it again.
/// </summary>
internal sealed class FeedField
{
    private readonly string?[] attributes = new string?[(int)FeedAttribute.Version + 1];
    private Dictionary<string, string>? children;
    private char[] text = new char[1024];
    private int length;
    private string? child;
    private int childStart;
    private int level;
    private int unseenFrom;
    private int limit;

    public Vocabulary Vocabulary { get; private set; }

    /// <summary>The local name in lower case.</summary>
    public string Name { get; private set; } = "";

    public FeedScope Scope { get; private set; }

    /// <summary>Whether elements stand in it: then <see cref="Text"/> is what is seen of them, whatever else is said of it.</summary>
    public bool HasElements { get; private set; }

    /// <summary>Whether a sibling of a feed's own may stand in it; else one ends it.</summary>
    public bool IsGroup => Vocabulary is Vocabulary.Other or Vocabulary.Media or Vocabulary.Html
        || Name is "image" or "textinput" or "source" or "items" or "cloud" or "skiphours" or "skipdays"
        || (Vocabulary == Vocabulary.Atom && Name is "author" or "contributor");

    /// <summary>Whether it is open.</summary>
    public bool IsOpen { get; private set; }

    public ReadOnlySpan<char> Text => text.AsSpan(0, length);

    /// <summary>Whether it is longer than allowed; then the rest of it is missing.</summary>
    public bool IsTooLong { get; private set; }

    public bool HasAttributes { get; private set; }

    public string? this[FeedAttribute attribute] => attributes[(int)attribute];

    /// <summary>The text of an element directly in it, by lower-case local name (an Atom author's name, mail and page).</summary>
    public string? Child(string name) => children?.GetValueOrDefault(name);

    public void Begin(Vocabulary vocabulary, FeedName name, FeedScope scope, FeedAttributes with, int most)
    {
        (Vocabulary, Name, Scope, IsOpen, limit) = (vocabulary, name.Local, scope, true, most);
        (HasElements, IsTooLong, length, level, unseenFrom, child) = (false, false, 0, 0, 0, null);
        children?.Clear();
        if (HasAttributes)
            Array.Clear(attributes);
        HasAttributes = with.Any;
        if (HasAttributes)
            with.CopyTo(attributes);
    }

    public void End() => IsOpen = false;

    public void Append(ReadOnlySpan<char> more)
    {
        if (unseenFrom > 0)
            return;
        if (length + more.Length > limit)
        {
            IsTooLong = true;
            return;
        }

        if (length + more.Length > text.Length)
            Array.Resize(ref text, Math.Max(length + more.Length, 2 * text.Length));
        more.CopyTo(text.AsSpan(length));
        length += more.Length;
    }

    /// <summary>An element begins in it.</summary>
    public void Open(FeedName name, bool empty)
    {
        HasElements = true;
        if (!name.IsInline)
            Append(" ");
        if (empty)
            return;
        if (++level == 1 && unseenFrom == 0)
            (child, childStart) = (name.Local, length);
        if (name.IsUnseen && unseenFrom == 0)
            unseenFrom = level;
    }

    /// <summary>An element in it ends.</summary>
    public void Close(FeedName name)
    {
        if (level == unseenFrom)
            unseenFrom = 0;
        if (--level == 0 && child is not null && length > childStart && (Vocabulary == Vocabulary.Media || Name == "author"))
        {
            children ??= [];
            children.TryAdd(child, PlainText.Fold(text.AsSpan(childStart, length - childStart)));
        }

        if (!name.IsInline)
            Append(" ");
    }
}
