using System.Text;
using System.Text.Unicode;

namespace Foresight.Formats.Feeds;

/// <summary>How a text was written, before it became plain text.</summary>
/// <param name="MediaType"><c>text/plain</c>, <c>text/html</c>, <c>application/xhtml+xml</c>, or as the feed states it.</param>
/// <param name="Language">BCP 47 language in force where it stands; null where none is.</param>
/// <param name="Base">What relative links in it are resolved against; null where nothing says.</param>
public sealed record FeedTextForm(string MediaType, string? Language, Uri? Base);

/// <summary>Makes plain text of a field as its format says it was written.</summary>
internal static class FeedText
{
    /// <summary>The field as plain text; null where it holds no text.</summary>
    public static string? Plain(FeedField field)
    {
        var text = Read(field);
        return text.Length == 0 ? null : text;
    }

    public static FeedTextForm Form(FeedField field) => new(MediaType(field), field.Scope.Language, field.Scope.Base);

    private static string Read(FeedField field)
    {
        // Some wrap HTML that is escaped into one element that is not.
        if (field.HasElements)
            return field.Vocabulary == Vocabulary.Atom && Type(field) is "html" or "text/html" ? PlainText.FromHtml(field.Text) : PlainText.Fold(field.Text);
        // RSS says nothing of markup in its texts, and its readers show it as HTML.
        if (field.Vocabulary != Vocabulary.Atom)
            return PlainText.FromHtml(field.Text);
        var type = Type(field);
        if (field[FeedAttribute.Mode] is { } mode && mode.Trim().Equals("base64", StringComparison.OrdinalIgnoreCase))
            return Decoded(field.Text, type);
        return type switch
        {
            "" or "text" => PlainText.Fold(field.Text),
            "html" or "xhtml" or "text/html" or "application/xhtml+xml" => PlainText.FromHtml(field.Text),
            _ when type.StartsWith("text/", StringComparison.Ordinal) => PlainText.Fold(field.Text),
            _ when type.EndsWith("xml", StringComparison.Ordinal) => PlainText.FromHtml(field.Text),
            // Any other media type is base64 by Atom 1.0: at times a text after all, mostly a picture.
            _ => Decoded(field.Text, type),
        };
    }

    private static string Type(FeedField field) => field[FeedAttribute.Type]?.Trim().ToLowerInvariant() ?? "";

    private static string MediaType(FeedField field) => (field.Vocabulary, Type(field)) switch
    {
        // Whatever it says it is, it was read as markup.
        (Vocabulary.Atom, "" or "text" or "text/plain") when field.HasElements => "application/xhtml+xml",
        (_, "html") => "text/html",
        (_, "xhtml") => "application/xhtml+xml",
        (_, "text") => "text/plain",
        (_, { Length: > 0 } stated) when stated.Contains('/', StringComparison.Ordinal) => stated,
        (Vocabulary.Atom, _) => "text/plain",
        (Vocabulary.Html, _) => "application/xhtml+xml",
        _ => "text/html",
    };

    private static string Decoded(ReadOnlySpan<char> text, string type)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64Chars(text, bytes, out var length) || !Utf8.IsValid(bytes.AsSpan(0, length)) || bytes.AsSpan(0, length).Contains((byte)0))
            return "";
        var decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return type is "" or "text/plain" ? PlainText.Fold(decoded) : PlainText.FromHtml(decoded);
    }
}
