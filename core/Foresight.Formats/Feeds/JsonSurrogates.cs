using System.Globalization;

namespace Foresight.Formats.Feeds;

/// <summary>Halves of surrogate pairs in JSON's escapes: each makes a whole text unreadable, and comes of texts that were cut by length.</summary>
internal static class JsonSurrogates
{
    /// <summary>Replaces them in place; whether there were any.</summary>
    public static bool Mend(Span<byte> json)
    {
        var mended = false;
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at + 1 < json.Length;)
        {
            if (json[at + 1] == (byte)'u' && Code(json, at) is >= 0xD800 and <= 0xDFFF and var code)
            {
                if (code <= 0xDBFF && Code(json, at + 6) is >= 0xDC00 and <= 0xDFFF)
                {
                    at += 10;
                }
                else
                {
                    "\\uFFFD"u8.CopyTo(json[at..]);
                    mended = true;
                }
            }

            at += 2;
            var next = at < json.Length ? json[at..].IndexOf((byte)'\\') : -1;
            at = next < 0 ? -1 : at + next;
        }

        return mended;
    }

    private static int Code(ReadOnlySpan<byte> json, int at) =>
        at + 6 <= json.Length && json[at] == (byte)'\\' && json[at + 1] == (byte)'u'
            && int.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : -1;
}
