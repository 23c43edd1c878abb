using System.Security.Cryptography;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds;

/// <summary>
/// What a source has seen of the items that its list still names: six characters for each, so that a window of some hundred items fits a
/// cursor. What the list no longer names is forgotten: the state never grows.
/// </summary>
internal sealed class SeenItems
{
    private const int Width = 6;
    private readonly HashSet<string> before = new(StringComparer.Ordinal);
    private readonly List<string> now = [];

    /// <summary>How many items it holds at most; the first ones noted are kept.</summary>
    public const int Limit = 600;

    public SeenItems(Cursor? cursor)
    {
        var text = cursor?.Value ?? "";
        if (text.Length % Width != 0)
        {
            throw new SourceException("The stored cursor is none of this source: see it with 'foresight cursor show' and reset it.", Recovery.Stop) { Fault = Fault.Options };
        }

        for (var i = 0; i < text.Length; i += Width)
            before.Add(text.Substring(i, Width));
    }

    /// <summary>Whether an earlier run, or this one, has seen just this.</summary>
    public bool Has(string item) => Mark(item) is var mark && (before.Contains(mark) || now.Contains(mark));

    /// <summary>Notes an item that is still listed.</summary>
    public void Note(string item)
    {
        if (now.Count < Limit && Mark(item) is var mark && !now.Contains(mark))
            now.Add(mark);
    }

    public Cursor? ToCursor() => now.Count == 0 ? null : new Cursor(string.Concat(now.Order(StringComparer.Ordinal)));

    // 36 bits: among 600 items one false match in a hundred thousand runs.
    private static string Mark(string item) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(item)))[..Width];
}
