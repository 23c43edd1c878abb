namespace Foresight.Engine.Policies.Opml;

/// <summary>A feed that an OPML list names.</summary>
/// <param name="Address">The feed's address (<c>xmlUrl</c>).</param>
/// <param name="Title">Its title; the host where the list gives none.</param>
/// <param name="Page">The page that it belongs to (<c>htmlUrl</c>); null where none is given.</param>
/// <param name="Language">Its language, such as <c>sv</c>; null where none is given.</param>
public sealed record OpmlFeed(Uri Address, string Title, Uri? Page = null, string? Language = null)
{
    /// <summary>What two addresses of one feed share: scheme, a slash at the end and a fragment do not count.</summary>
    public string Key => $"{Address.Host}:{Address.Port switch { 80 or 443 => 0, var port => port }}{Address.AbsolutePath.TrimEnd('/')}{Address.Query}";
}
