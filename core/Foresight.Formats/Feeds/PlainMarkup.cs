using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Foresight.Formats.Feeds;

/// <summary>
/// The everyday part of HTML, where every tokenizer agrees: whole tags, whole references, no comments, no scripts. It is what nearly
/// all texts of feeds hold, and ten times as quick as a tokenizer; anything else is left to AngleSharp.
/// </summary>
internal static class PlainMarkup
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("<&");
    private static readonly SearchValues<char> TagNameEnds = SearchValues.Create(" \t\n\r\f/>");
    private static readonly SearchValues<char> TagMarks = SearchValues.Create(">\"'<`=");

    /// <summary>Whether a mark in the text may be more than text.</summary>
    public static bool Has(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Marks); at >= 0; at = text.IndexOfAny(Marks))
        {
            if (at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '#' or '/' or '!' or '?'))
                return true;
            text = text[(at + 1)..];
        }

        return false;
    }

    /// <summary>Writes the text that is seen, a space for each tag that parts words; -1 where the markup is not of the everyday part.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="target">At least as long.</param>
    public static int TryRead(ReadOnlySpan<char> html, Span<char> target)
    {
        var length = 0;
        while (true)
        {
            var next = html.IndexOfAny(Marks);
            var text = next < 0 ? html : html[..next];
            text.CopyTo(target[length..]);
            length += text.Length;
            if (next < 0)
                return length;
            html = html[next..];
            var taken = html[0] == '<' ? ReadTag(html, target, ref length) : ReadReference(html, target, ref length);
            if (taken < 0)
                return -1;
            html = html[taken..];
        }
    }

    private static int ReadTag(ReadOnlySpan<char> html, Span<char> target, ref int length)
    {
        var from = html.Length > 1 && html[1] == '/' ? 2 : 1;
        if (html.Length <= from)
            return -1;
        if (!char.IsAsciiLetter(html[from]))
        {
            if (from == 2 || html[1] is '!' or '?')
                return -1;
            target[length++] = '<';
            return 1;
        }

        var end = html[from..].IndexOfAny(TagNameEnds);
        if (end < 0)
            return -1;
        var name = html.Slice(from, end);
        if (PlainText.IsUnseen(name))
            return -1;
        var close = EndOfTag(html, from + end);
        if (close > 0 && !PlainText.IsInline(name))
            target[length++] = ' ';
        return close;
    }

    private static int EndOfTag(ReadOnlySpan<char> html, int at)
    {
        var assigned = false;
        while (true)
        {
            var next = html[at..].IndexOfAny(TagMarks);
            if (next < 0)
                return -1;
            at += next;
            switch (html[at])
            {
                case '>':
                    return at + 1;
                case '=' when at + 1 < html.Length && html[at + 1] is '"' or '\'':
                    assigned = true;
                    at++;
                    break;
                case '"' or '\'' when assigned:
                    var close = html[(at + 1)..].IndexOf(html[at]);
                    if (close < 0)
                        return -1;
                    at += close + 2;
                    assigned = false;
                    // Behind a quote comes a blank or the end; else it is no everyday tag.
                    if (at >= html.Length || html[at] is not (' ' or '\t' or '\n' or '\r' or '/' or '>'))
                        return -1;
                    break;
                default:
                    return -1;
            }
        }
    }

    private static int ReadReference(ReadOnlySpan<char> html, Span<char> target, ref int length)
    {
        if (html.Length < 2 || !(char.IsAsciiLetter(html[1]) || html[1] == '#'))
        {
            target[length++] = '&';
            return 1;
        }

        var end = html[1..Math.Min(html.Length, 34)].IndexOfAnyExcept(FeedReferences.NameCharacters) + 1;
        if (end <= 1 || html[end] != ';')
            return -1;
        var name = html[1..end];
        var plain = name switch { "amp" => '&', "lt" => '<', "gt" => '>', "quot" => '"', "apos" => '\'', "nbsp" => '\u00A0', _ => '\0' };
        if (plain != '\0')
        {
            target[length++] = plain;
            return end + 1;
        }

        if (name[0] == '#')
        {
            // Codes below are controls, among them those that HTML reads as windows-1252.
            if (name.Length < 2 || name[1] is 'x' or 'X' || !int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || code < 0xA0 && code is < 0x20 or > 0x7E || !Rune.IsValid(code))
                return -1;
            length += new Rune(code).EncodeToUtf16(target[length..]);
            return end + 1;
        }

        if (HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";")) is not { Length: > 0 } symbol || symbol.Length > name.Length)
            return -1;
        symbol.CopyTo(target[length..]);
        length += symbol.Length;
        return end + 1;
    }
}
