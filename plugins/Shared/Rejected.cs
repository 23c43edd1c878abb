using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>Makes rejections that bring the item along.</summary>
internal static class Rejected
{
    /// <summary>System.Text.Json says so, by an InvalidOperationException, of half a surrogate pair and of bytes that are no UTF-8.</summary>
    public const string NoUnicode = "It holds a text that is no Unicode.";

    private const int Short = 8_000;

    /// <summary>A rejection with the item as it came; a long one, and one that is no Unicode, is in the raw answer only.</summary>
    public static Rejection Of(string where, string reason, JsonElement item)
    {
        try
        {
            return new Rejection(where, reason) { Item = item.GetRawText() is { Length: <= Short } text ? text : null };
        }
        catch (InvalidOperationException)
        {
            return new Rejection(where, reason);
        }
    }
}
