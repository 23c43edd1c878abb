using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html.Parser;
using Foresight.Formats.Html;

namespace Foresight.Formats.Feeds;

/// <summary>
/// Plain text from HTML, by AngleSharp's tokenizer: no tree is built, so that the cost is linear in the text also for markup that is
/// meant to hurt.
/// </summary>
public static class PlainText
{
    // All that folding may change, but for the space itself.
    private static readonly SearchValues<char> Foldable = SearchValues.Create(Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)
        .Where(character => character != ' ' && (char.IsWhiteSpace(character) || IsUnseenCharacter(character))).ToArray());

    // What stands for these controls in text was written in windows-1252 and is read as that, as browsers do.
    private static readonly string Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!
        .GetString([.. Enumerable.Range(0x80, 0x20).Select(code => (byte)code)]);

    private static readonly FrozenSet<string> Unseen = FrozenSet.ToFrozenSet(
        ["script", "style", "iframe", "noembed", "noframes", "noscript", "xmp"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q",
            "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnseenNames = Unseen.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames = Inline.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text that a reader of the page would see, on one line: scripts, styles and markup dropped, entities resolved.</summary>
    public static string FromHtml(string html) => FromHtml(html.AsSpan());

    /// <summary>Folds whitespace to single spaces and drops what is not seen: controls, soft hyphens, zero-width spaces.</summary>
    public static string Fold(string text) => IsFolded(text) ? text : Fold(text.AsSpan());

    internal static string FromHtml(ReadOnlySpan<char> html)
    {
        if (!PlainMarkup.Has(html))
            return Fold(html);
        var seen = ArrayPool<char>.Shared.Rent(html.Length);
        var length = PlainMarkup.TryRead(html, seen);
        var plain = length < 0 ? null : Fold(seen.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(seen);
        return plain ?? Tokenized(html);
    }

    private static string Tokenized(ReadOnlySpan<char> html)
    {
        var text = new StringBuilder(html.Length);
        using var tokenizer = TamedTokenizer.Of(html.ToString());
        string? unseen = null;
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character when unseen is null:
                    text.Append(token.Data);
                    break;
                case HtmlTokenType.StartTag when Unseen.Contains(token.Name):
                    unseen = token.Name;
                    tokenizer.State = unseen == "script" ? HtmlParseMode.Script : HtmlParseMode.Rawtext;
                    break;
                case HtmlTokenType.EndTag when unseen is not null && token.Name == unseen:
                    unseen = null;
                    break;
                case HtmlTokenType.StartTag or HtmlTokenType.EndTag when !Inline.Contains(token.Name):
                    text.Append(' ');
                    break;
                default:
                    break;
            }
        }

        return Fold(text.ToString());
    }

    internal static string Fold(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (IsFolded(text))
            return text.ToString();
        var folded = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        var space = false;
        foreach (var written in text)
        {
            var character = written is >= '\u0080' and <= '\u009F' ? Windows1252[written - 0x80] : written;
            if (char.IsWhiteSpace(character))
            {
                space = length > 0;
            }
            else if (!IsUnseenCharacter(character))
            {
                if (space)
                    folded[length++] = ' ';
                space = false;
                folded[length++] = character;
            }
        }

        var result = folded.AsSpan(0, length).ToString();
        ArrayPool<char>.Shared.Return(folded);
        return result;
    }

    internal static bool IsInline(ReadOnlySpan<char> element) => InlineNames.Contains(element);

    internal static bool IsUnseen(ReadOnlySpan<char> element) => UnseenNames.Contains(element);

    private static bool IsFolded(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text[0] != ' ' && text[^1] != ' ' && text.IndexOf("  ") < 0 && text.IndexOfAny(Foldable) < 0);

    private static bool IsUnseenCharacter(char character) => char.IsControl(character) || character is '\u00AD' or '\u200B' or '\uFEFF';
}
