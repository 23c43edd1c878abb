using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>Makes rejections that bring the item along.</summary>
internal static class Rejected
{
    /// <summary>System.Text.Json says so, by an InvalidOperationException, of half a surrogate pair and of bytes that are no UTF-8.</summary>
    public const string NoUnicode = "It holds a text that is no Unicode.";

    private const int Longest = 8_000;

    /// <summary>A rejection with the item as it came; a long one, and one that is no Unicode, is in the raw answer only.</summary>
    public static Rejection Of(string where, string reason, JsonElement item)
    {
        try
        {
            return new Rejection(where, reason) { Item = Short(item.GetRawText()) };
        }
        catch (InvalidOperationException)
        {
            return new Rejection(where, reason);
        }
    }

    /// <summary>The text of an item; null where it is long.</summary>
    public static string? Short(string text) => text.Length <= Longest ? text : null;
}
