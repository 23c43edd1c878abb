using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Foresight.Engine.Briefs;

/// <summary>Makes texts and links from outside fit to print. Escaping is the template's; this takes away what escaping leaves.</summary>
internal static partial class OutsideText
{
    private const int LongestTitle = 220;
    private const int MostMarksOnALetter = 2;

    /// <summary>
    /// One line without control characters, invisible characters and marks that turn the reading direction, and without towers of
    /// combining marks; cut at a word where it is too long for a title.
    /// </summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control)
            {
                // The no-break space belongs to numbers and stays.
                line.Append(rune.Value == 0xA0 ? '\u00A0' : ' ');
            }
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && marks <= MostMarksOnALetter)
            {
                line.Append(rune.ToString());
            }
        }

        return Cut(Spaces().Replace(line.ToString(), " ").Trim());
    }

    /// <summary>The link where it leads to a web page, else null.</summary>
    public static string? Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0
            ? uri.AbsoluteUri
            : null;

    /// <summary>The language where it is a well-formed tag and another than the brief's; null where nothing need be said.</summary>
    public static string? ForeignLanguage(string? tag, string briefLanguage) =>
        tag is not null && LanguageTag().IsMatch(tag)
        && !string.Equals(tag.Split('-')[0], briefLanguage, StringComparison.OrdinalIgnoreCase) ? tag : null;

    private static string Cut(string line)
    {
        if (line.Length <= LongestTitle)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', LongestTitle);
        var end = space > LongestTitle / 2 ? space : LongestTitle;
        if (char.IsLowSurrogate(line[end]))
        {
            end--;
        }

        return line[..end].TrimEnd(' ', ',', '.', ';', ':', '–') + "…";
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();
}
