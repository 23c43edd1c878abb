namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// Finds what a page says around its text, in Swedish and English: press contacts, telephone numbers, "read more", "follow us", cookies, at the
/// end; skip links and dates of publication at the start. It tells who published, not what about, so it is not read at all.
/// </summary>
internal static class Boilerplate
{
    /// <summary>A sentence or line longer than this is text, whatever it begins with.</summary>
    private const int LongestSegment = 250;

    /// <summary>A line this short and without an end mark may stand among contacts: a name, a ministry.</summary>
    private const int LongestName = 60;

    /// <summary>So many such lines in a row.</summary>
    private const int MostNames = 2;

    /// <summary>Farther from the end nothing is looked for: the middle of a text is never cut.</summary>
    private const int Farthest = 2500;

    private const int MostAtStart = 4;

    private const int PhoneDigits = 7;

    private static readonly string[] Closing =
    [
        "presskontakt", "pressfrågor", "presstjänst", "kontakt:", "kontaktuppgifter", "kontaktperson", "kontakta oss", "kontaktinformation", "för mer information",
        "för ytterligare information", "för vidare information", "mer information:", "mer information finns på", "ytterligare information:", "läs mer", "läs också", "läs även", "se även:",
        "relaterat innehåll", "relaterade länkar", "länkar:", "genvägar", "följ oss", "följ regeringen", "dela sidan", "dela artikeln", "dela på facebook", "dela via", "prenumerera", "anmäl dig till vårt nyhetsbrev",
        "vi använder kakor", "vi använder cookies", "vår webbplats använder", "den här webbplatsen använder", "om kakor", "om cookies", "skriv ut", "till toppen", "till sidans topp", "sidan uppdaterades",
        "senast uppdaterad", "senast granskad", "pressekreterare", "pressjour", "presschef", "telefonväxel", "växel:", "telefon:", "tfn:", "tfn ", "mobil:", "e-post:", "med vänlig hälsning", "med vänliga hälsningar",
        "press contact", "media contact", "media relations", "press office", "press officer", "press enquiries", "press inquiries", "for media enquiries", "for media inquiries", "for press enquiries",
        "media enquiries", "media inquiries", "contact:", "contacts:", "contact us", "contact details", "for more information", "for further information", "for additional information", "more information:", "further information:", "more information is available at",
        "read more", "learn more", "find out more", "see also:", "related links", "related content", "notes to editors", "note to editors", "follow us", "follow @", "share this", "share on", "subscribe", "sign up for our newsletter",
        "sign up to our newsletter", "we use cookies", "this website uses", "this site uses", "cookie policy", "privacy policy", "print this page", "back to top", "last updated", "page last", "spokesperson for", "telephone:", "phone:", "tel:", "tel.", "tel ",
        "mobile:", "e-mail:", "email:", "best regards", "kind regards", "yours sincerely", "copyright", "©", "all rights reserved", "http://", "https://", "www.", "###", "- ends -", "ends.",
    ];

    /// <summary>Whatever follows.</summary>
    private static readonly string[] Opening =
    [
        "hoppa till", "gå direkt till", "du är här", "vi använder kakor", "vi använder cookies", "skip to", "jump to", "you are here", "we use cookies", "this website uses cookies", "this site uses cookies",
    ];

    /// <summary>Only where nothing or a number follows: "Published 12 March 2026", and not "Published books are fewer".</summary>
    private static readonly string[] OpeningAlone =
    [
        "lyssna", "dela", "publicerad", "publicerat", "uppdaterad", "senast uppdaterad", "listen", "share", "print", "published", "updated", "last updated",
    ];

    /// <summary>Where the text begins, from a place on.</summary>
    public static int StartOf(string text, int from)
    {
        var (start, at) = (from, from);
        for (var n = 0; n < MostAtStart && at < text.Length; n++)
        {
            var end = SegmentEnd(text, at);
            var segment = text.AsSpan(at, end - at).Trim(" \t\r\n.:–-|·*•»>");
            if (segment.Length > 0)
            {
                if (!IsOpening(segment))
                    break;
                start = end;
            }

            at = end;
        }

        while (start > from && start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        // A text of nothing else is a text all the same.
        return start < text.Length ? start : from;
    }

    /// <summary>Where the text ends; not before a given place.</summary>
    public static int EndOf(string text, int notBefore)
    {
        notBefore = Math.Max(notBefore, text.Length - Farthest);
        var (end, names) = (text.Length, 0);
        for (var at = text.Length; at > notBefore;)
        {
            var start = SegmentStart(text, at, notBefore);
            var segment = text.AsSpan(start, at - start).Trim(" \t\r\n–-|·*•»>");
            if (segment.Length == 0 || IsClosing(segment))
                (end, names) = (segment.Length == 0 && names > 0 ? end : start, segment.Length == 0 ? names : 0);
            else if (segment.Length > LongestName || segment[^1] is '.' or '!' or '?' || ++names > MostNames)
                break;
            at = start;
        }

        // A text of nothing else is a text all the same.
        return end > 0 ? end : text.Length;
    }

    private static bool IsClosing(ReadOnlySpan<char> segment) => segment.Length <= LongestSegment && (StartsWithOne(segment, Closing) || HasPhone(segment) || IsAddress(segment));

    private static bool IsOpening(ReadOnlySpan<char> segment) => segment.Length <= LongestName * 2
        && (StartsWithOne(segment, Opening)
            || (StartsWithOne(segment, OpeningAlone) && segment.Length <= LongestName / 2 && (segment.IndexOf(' ') < 0 || segment.ContainsAnyInRange('0', '9'))));

    private static bool StartsWithOne(ReadOnlySpan<char> segment, string[] marks)
    {
        foreach (var mark in marks)
        {
            if (segment.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && (segment.Length == mark.Length || !char.IsLetter(mark[^1]) || !char.IsLetterOrDigit(segment[mark.Length])))
                return true;
        }

        return false;
    }

    /// <summary>A short segment with a mail address.</summary>
    private static bool IsAddress(ReadOnlySpan<char> segment) =>
        segment.IndexOf('@') is > 0 and var at && at + 1 < segment.Length && char.IsLetter(segment[at + 1]) && segment[at..].Contains('.') && segment.Length <= LongestName * 2;

    /// <summary>A short segment with a telephone number: it begins with 0 or +, so sums of money and dates are none.</summary>
    private static bool HasPhone(ReadOnlySpan<char> segment)
    {
        if (segment.Length > LongestName * 2)
            return false;
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] is not ('0' or '+') || (i > 0 && (char.IsLetterOrDigit(segment[i - 1]) || segment[i - 1] is ',' or '.' or ' ' && i > 1 && char.IsDigit(segment[i - 2]))))
                continue;
            var digits = 0;
            for (var k = i; k < segment.Length && (char.IsDigit(segment[k]) || segment[k] is '+' or '-' or '–' or ' ' or '(' or ')' or '/'); k++)
                digits += char.IsDigit(segment[k]) ? 1 : 0;
            if (digits >= PhoneDigits)
                return true;
        }

        return false;
    }

    private static int SegmentEnd(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (IsEnd(text, i))
                return i + 1;
        }

        return text.Length;
    }

    private static int SegmentStart(string text, int end, int notBefore)
    {
        for (var i = end - 2; i >= notBefore; i--)
        {
            if (IsEnd(text, i))
                return i + 1;
        }

        return notBefore;
    }

    private static bool IsEnd(string text, int i) =>
        text[i] == '\n' || (text[i] is '.' or '!' or '?' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]));
}
