using System.Text;
using AngleSharp.Html.Parser;
using Foresight.Formats.Feeds;

namespace Foresight.Formats.Html;

/// <summary>A link of a list item.</summary>
/// <param name="Target">Where it leads, as written.</param>
/// <param name="Text">Its text, plain.</param>
public sealed record HtmlLink(string Target, string Text);

/// <summary>An item of a page's list (<c>li</c>): what it links to, and the times that it names.</summary>
/// <param name="Links">Its links, in order.</param>
/// <param name="Times">The <c>datetime</c> of its <c>time</c> elements, in order.</param>
public sealed record HtmlListItem(IReadOnlyList<HtmlLink> Links, IReadOnlyList<string> Times)
{
    /// <summary>Reads the items of all lists of a fragment, in order; those within others belong to the outermost. No tree is built.</summary>
    /// <param name="html">The fragment.</param>
    public static IReadOnlyList<HtmlListItem> Read(string html)
    {
        var items = new List<HtmlListItem>();
        using var tokenizer = TamedTokenizer.Of(html, "href", "datetime");
        var (links, times) = (new List<HtmlLink>(), new List<string>());
        var depth = 0;
        (string Target, StringBuilder Text)? link = null;
        for (var token = tokenizer.Get(); ; token = tokenizer.Get())
        {
            var ended = token.Type == HtmlTokenType.EndOfFile;
            var isItem = token.Name == "li" && IsTag(token.Type);
            if (token.Type == HtmlTokenType.Character)
                link?.Text.Append(token.Data);
            if (link is { } open && (ended || isItem || (token.Name == "a" && IsTag(token.Type))))
            {
                links.Add(new HtmlLink(open.Target, PlainText.Fold(open.Text.ToString())));
                link = null;
            }

            if (token.Type == HtmlTokenType.StartTag && token.Name == "li")
                depth++;
            else if (token.Type == HtmlTokenType.StartTag && depth > 0 && token.Name == "a" && token.AsTag().GetAttribute("href") is { Length: > 0 } target)
                link = (target, new StringBuilder());
            else if (token.Type == HtmlTokenType.StartTag && depth > 0 && token.Name == "time" && token.AsTag().GetAttribute("datetime") is { Length: > 0 } time)
                times.Add(time);
            else if (token.Type == HtmlTokenType.EndTag && token.Name == "li" && depth > 0)
                depth--;

            if ((ended || (depth == 0 && isItem)) && links.Count + times.Count > 0)
            {
                items.Add(new HtmlListItem(links, times));
                (links, times) = ([], []);
            }

            if (ended)
                return items;
        }
    }

    private static bool IsTag(HtmlTokenType type) => type is HtmlTokenType.StartTag or HtmlTokenType.EndTag;
}
