namespace Foresight.Formats.Feeds;

/// <summary>What an element hands down to those within it: the base of relative links, and the language.</summary>
/// <param name="Base">From <c>xml:base</c>, else the feed's own address.</param>
/// <param name="Language">From <c>xml:lang</c>; null where none is in force.</param>
internal readonly record struct FeedScope(Uri? Base, string? Language)
{
    /// <summary>The scope within an element of these attributes.</summary>
    public FeedScope Within(FeedAttributes attributes)
    {
        if (!attributes.Any)
            return this;
        var scope = this;
        // Too many slashes are one of the commoner faults of a base.
        if (attributes[FeedAttribute.Base] is { } address && scope.Resolve(address.Replace(":///", "://", StringComparison.Ordinal)) is { } within)
            scope = scope with { Base = within };
        if (attributes[FeedAttribute.Lang] is { } language)
            scope = scope with { Language = Tag(language) };
        return scope;
    }

    /// <summary>A link as an absolute address; null where it is none that a reader may follow.</summary>
    public Uri? Resolve(string link)
    {
        link = link.Trim();
        if (link.Length is 0 or > 8192)
            return null;
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || (address.IsFile && !link.StartsWith("file:", StringComparison.OrdinalIgnoreCase)))
        {
            // On Unix "/path" is an absolute file address; in a feed it never is.
            if (Base is null || !Uri.TryCreate(Base, link, out address))
                return null;
        }

        return address.Scheme is "javascript" or "vbscript" or "data" ? null : address;
    }

    /// <summary>A language tag in its canonical case: <c>EN</c> becomes <c>en</c>, <c>sv-se</c> becomes <c>sv-SE</c>; null for none.</summary>
    public static string? Tag(string? language)
    {
        var parts = language?.Trim().Replace('_', '-').Split('-');
        if (parts is null || parts[0].Length is < 2 or > 8 || !parts.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)))
            return null;
        for (var i = 0; i < parts.Length; i++)
            parts[i] = i > 0 && parts[i].Length == 2 ? parts[i].ToUpperInvariant() : parts[i].ToLowerInvariant();
        return string.Join('-', parts);
    }
}
