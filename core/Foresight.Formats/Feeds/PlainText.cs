using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Foresight.Formats.Feeds;

/// <summary>
/// Plain text from HTML, by AngleSharp's tokenizer: no tree is built, so that the cost is linear in the text also for markup that is
/// meant to hurt.
/// </summary>
public static class PlainText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("<&");

    private static readonly FrozenSet<string> Unseen = FrozenSet.ToFrozenSet(
        ["script", "style", "iframe", "noembed", "noframes", "noscript", "xmp"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q",
            "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The text that a reader of the page would see, on one line: scripts, styles and markup dropped, entities resolved.</summary>
    public static string FromHtml(string html)
    {
        if (html.AsSpan().IndexOfAny(Markup) < 0)
            return Fold(html);
        var text = new StringBuilder(html.Length);
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
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

    /// <summary>Folds whitespace to single spaces and drops what is not seen: controls, soft hyphens, zero-width spaces.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
            return text;
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                space = folded.Length > 0;
            }
            else if (!IsUnseen(character))
            {
                if (space)
                    folded.Append(' ');
                space = false;
                folded.Append(character);
            }
        }

        return folded.ToString();
    }

    private static bool IsFolded(string text)
    {
        var space = true;
        foreach (var character in text)
        {
            var isSpace = character == ' ';
            if ((isSpace && space) || (!isSpace && (char.IsWhiteSpace(character) || IsUnseen(character))))
                return false;
            space = isSpace;
        }

        return !space || text.Length == 0;
    }

    private static bool IsUnseen(char character) => char.IsControl(character) || character is '\u00AD' or '\u200B' or '\uFEFF';
}
