namespace Foresight.Formats.Feeds;

/// <summary>What an open element is to the feed.</summary>
internal enum FeedRole
{
    Container,
    Item,
    Field,
    Inner,
}

/// <summary>The elements that are open, what they hand down, and what their prefixes mean.</summary>
internal sealed class FeedElements(FeedRepairs repairs)
{
    private readonly List<Element> open = [];
    private readonly List<(string Prefix, string Uri, Vocabulary Vocabulary)> declared = [];
    private string? rootUri;
    private Vocabulary rootMeaning = Vocabulary.Rss;
    private int state;
    private int states;

    public int Depth => open.Count;

    /// <summary>How many declarations hold.</summary>
    public int Declared => declared.Count;

    /// <summary>The outermost element as it is named.</summary>
    public string Outer => open[0].Name.Prefix.Length > 0 ? $"{open[0].Name.Prefix}:{open[0].Name.Local}" : open[0].Name.Local;

    public FeedRole TopRole => open[^1].Role;

    public FeedScope Scope => open.Count > 0 ? open[^1].Scope : Outermost;

    /// <summary>What holds where no element says otherwise.</summary>
    public FeedScope Outermost { get; set; }

    /// <summary>Declares a start tag's prefixes; to be undone by <see cref="Push"/> and <see cref="Pop"/> or <see cref="Undo"/>.</summary>
    public int Declare(FeedAttributes attributes)
    {
        var before = declared.Count;
        foreach (var (prefix, uri) in attributes.Declared)
        {
            if (declared.Count < 1024)
                declared.Add((prefix, uri, Meaning(uri)));
        }

        if (attributes.Declared.Count > 0)
            state = ++states;
        return before;
    }

    /// <summary>Whether a namespace is declared.</summary>
    public bool Declares(string uri) => declared.Exists(one => one.Uri == uri);

    /// <summary>Feeds of no namespace, or one of their own invention, mean their format's by it.</summary>
    public void SetRoot(string uri, Vocabulary meaning)
    {
        (rootUri, rootMeaning) = (uri, meaning);
        for (var i = 0; i < declared.Count; i++)
            declared[i] = declared[i] with { Vocabulary = Meaning(declared[i].Uri) };
        state = ++states;
    }

    public void Undo(int before)
    {
        if (declared.Count == before)
            return;
        declared.RemoveRange(before, declared.Count - before);
        state = ++states;
    }

    /// <summary>What a name's prefix means here.</summary>
    public Vocabulary VocabularyOf(FeedName name, FeedCharacters at)
    {
        if (name.Known.State != state)
            name.Known = (state, Find(name.Prefix, at));
        return name.Known.Vocabulary;
    }

    /// <summary>The namespace of a name as declared; empty where there is none.</summary>
    public string UriOf(FeedName name) => declared.FindLast(one => one.Prefix == name.Prefix).Uri ?? FeedVocabulary.UsualUri(name.Prefix) ?? "";

    public void Push(FeedName name, FeedRole role, FeedScope scope, int declaredBefore)
    {
        name.Open++;
        open.Add(new(name, role, scope, declaredBefore));
    }

    public (FeedName Name, FeedRole Role) Pop()
    {
        var top = open[^1];
        open.RemoveAt(open.Count - 1);
        top.Name.Open--;
        Undo(top.DeclaredBefore);
        return (top.Name, top.Role);
    }

    public bool TopIs(FeedName name) => open.Count > 0 && ReferenceEquals(open[^1].Name, name);

    private Vocabulary Find(string prefix, FeedCharacters at)
    {
        for (var i = declared.Count - 1; i >= 0; i--)
        {
            if (declared[i].Prefix == prefix)
                return declared[i].Vocabulary;
        }

        if (prefix.Length == 0)
            return Meaning("");
        if (prefix is "xml")
            return Vocabulary.Other;
        repairs.Note(Repair.Prefix, at);
        return FeedVocabulary.UsualUri(prefix) is { } uri ? FeedVocabulary.Of(uri) : Vocabulary.Other;
    }

    private Vocabulary Meaning(string uri) => uri == rootUri ? rootMeaning : FeedVocabulary.Of(uri);

    private readonly record struct Element(FeedName Name, FeedRole Role, FeedScope Scope, int DeclaredBefore);
}
