using System.Text;
using System.Text.Unicode;

namespace Foresight.Formats.Feeds;

/// <summary>Makes plain text of a field as its format says it was written.</summary>
internal static class FeedText
{
    /// <summary>The field as plain text; empty where it holds no text.</summary>
    public static string Plain(FeedField field)
    {
        if (field.HasElements)
            return PlainText.FromHtml(field.Text);
        // RSS says nothing of markup in its texts, and its readers show it as HTML.
        if (field.Vocabulary != Vocabulary.Atom)
            return PlainText.FromHtml(field.Text);
        var type = field["type"]?.Trim().ToLowerInvariant();
        if (field["mode"] is { } mode && string.Equals(mode.Trim(), "base64", StringComparison.OrdinalIgnoreCase))
            return Decoded(field.Text, type);
        return type switch
        {
            null or "" or "text" => PlainText.Fold(field.Text),
            "html" or "xhtml" or "text/html" or "application/xhtml+xml" => PlainText.FromHtml(field.Text),
            _ when type.StartsWith("text/", StringComparison.Ordinal) => PlainText.Fold(field.Text),
            _ when type.EndsWith("xml", StringComparison.Ordinal) => PlainText.FromHtml(field.Text),
            // Any other media type is base64 by Atom 1.0: at times a text after all, mostly a picture.
            _ => Decoded(field.Text, type),
        };
    }

    private static string Decoded(string text, string? type)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || !Utf8.IsValid(bytes.AsSpan(0, length)) || bytes.AsSpan(0, length).Contains((byte)0))
            return "";
        var decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return type is null or "text/plain" ? PlainText.Fold(decoded) : PlainText.FromHtml(decoded);
    }
}
