namespace Foresight.Formats.Feeds;

/// <summary>The attributes that mean something to a feed.</summary>
internal enum FeedAttribute
{
    None,
    About,
    Base,
    Domain,
    Href,
    HrefLang,
    IsPermaLink,
    Label,
    Lang,
    Length,
    Mode,
    Rel,
    Resource,
    Scheme,
    Src,
    Term,
    Title,
    Type,
    Url,
    Version,
}

/// <summary>The attributes of one tag, of those that mean something; and the prefixes that it declares.</summary>
internal sealed class FeedAttributes
{
    private const int MostDeclarations = 64;
    private readonly string?[] values = new string?[(int)FeedAttribute.Version + 1];

    /// <summary>Whether the tag has any attribute at all.</summary>
    public bool Any { get; private set; }

    /// <summary>The prefixes declared, in lower case, and what they stand for.</summary>
    public List<(string Prefix, string Uri)> Declared { get; } = [];

    public string? this[FeedAttribute attribute] => values[(int)attribute];

    public void Clear()
    {
        if (!Any)
            return;
        Array.Clear(values);
        Declared.Clear();
        Any = false;
    }

    /// <summary>The attribute of a name as written; None where it means nothing to a feed.</summary>
    public static FeedAttribute Of(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[16];
        if (name.Length > lower.Length)
            return FeedAttribute.None;
        lower = lower[..name.ToLowerInvariant(lower)];
        // A prefix is passed over (rdf:about), but only xml's base and lang count, and xlink's are its own.
        var colon = lower.IndexOf(':');
        var prefix = colon < 0 ? default : lower[..colon];
        var xml = prefix is "xml";
        if (prefix is "xlink")
            return FeedAttribute.None;
        return lower[(colon + 1)..] switch
        {
            "about" => FeedAttribute.About,
            "base" => xml ? FeedAttribute.Base : FeedAttribute.None,
            "domain" => FeedAttribute.Domain,
            "href" => FeedAttribute.Href,
            "hreflang" => FeedAttribute.HrefLang,
            "ispermalink" => FeedAttribute.IsPermaLink,
            "label" => FeedAttribute.Label,
            "lang" => xml ? FeedAttribute.Lang : FeedAttribute.None,
            "length" => FeedAttribute.Length,
            "mode" => FeedAttribute.Mode,
            "rel" => FeedAttribute.Rel,
            "resource" => FeedAttribute.Resource,
            "scheme" => FeedAttribute.Scheme,
            "src" => FeedAttribute.Src,
            "term" => FeedAttribute.Term,
            "title" => FeedAttribute.Title,
            "type" => FeedAttribute.Type,
            "url" => FeedAttribute.Url,
            "version" => FeedAttribute.Version,
            _ => FeedAttribute.None,
        };
    }

    public void CopyTo(string?[] target) => values.CopyTo(target, 0);

    /// <summary>Notes that there is one, whatever it is.</summary>
    public void Note() => Any = true;

    /// <summary>Adds one; false where it was there already, and the first counts.</summary>
    public bool TryAdd(FeedAttribute attribute, string value)
    {
        if (values[(int)attribute] is not null)
            return false;
        values[(int)attribute] = value;
        return true;
    }

    public void Declare(ReadOnlySpan<char> prefix, string uri)
    {
        if (Declared.Count < MostDeclarations)
            Declared.Add((prefix.ToString().ToLowerInvariant(), uri.Trim()));
    }
}
