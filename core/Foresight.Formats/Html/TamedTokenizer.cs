using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Foresight.Formats.Html;

/// <summary>
/// AngleSharp's tokenizer for markup that is meant to hurt. By itself it calls itself for every <c>--!</c> of a chain of them in a
/// comment, and for every <c>&lt;/&gt;</c> of a chain: half a megabyte of either ends the process. And it compares every attribute of a
/// tag with every other.
/// </summary>
internal static class TamedTokenizer
{
    /// <summary>More attributes that are looked for than this are repetitions, of which the first counts.</summary>
    private const int MostAttributes = 16;

    /// <param name="html">The markup.</param>
    /// <param name="attributes">The attributes that are looked for; tags come without the others.</param>
    public static HtmlTokenizer Of(string html, params string[] attributes) => new(new TextSource(Tamed(html)), HtmlEntityProvider.Resolver)
    {
        ShouldEmitAttribute = (ref token, name) => token.Attributes.Count < MostAttributes && IsAny(name.Span, attributes),
    };

    /// <summary>A blank in such places changes nothing that is seen.</summary>
    private static string Tamed(string html)
    {
        if (html.Contains("</>", StringComparison.Ordinal))
            html = html.Replace("</>", "</ >", StringComparison.Ordinal);
        return html.Contains("--!-", StringComparison.Ordinal) && html.Contains("<!--", StringComparison.Ordinal)
            ? html.Replace("--!-", "--! -", StringComparison.Ordinal) : html;
    }

    private static bool IsAny(ReadOnlySpan<char> name, string[] attributes)
    {
        foreach (var attribute in attributes)
        {
            if (name.Equals(attribute, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
