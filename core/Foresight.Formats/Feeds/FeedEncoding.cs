using System.Text;

namespace Foresight.Formats.Feeds;

/// <summary>Tells an answer's encoding: byte order mark, then the form of its first bytes, the content type's charset, its own declaration, else UTF-8.</summary>
internal static class FeedEncoding
{
    /// <summary>The encoding, and the length of the byte order mark.</summary>
    public static (Encoding Encoding, int Mark) Detect(ReadOnlySpan<byte> head, string? charset)
    {
        switch (head)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return (Utf8, 3);
            case [0xFF, 0xFE, 0, 0, ..]:
                return (Encoding.UTF32, 4);
            case [0, 0, 0xFE, 0xFF, ..]:
                return (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4);
            case [0xFF, 0xFE, ..]:
                return (Encoding.Unicode, 2);
            case [0xFE, 0xFF, ..]:
                return (Encoding.BigEndianUnicode, 2);
            case [(byte)'<', 0, 0, 0, ..]:
                return (Encoding.UTF32, 0);
            case [0, 0, 0, (byte)'<', ..]:
                return (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0);
            case [(byte)'<', 0, ..]:
                return (Encoding.Unicode, 0);
            case [0, (byte)'<', ..]:
                return (Encoding.BigEndianUnicode, 0);
            default:
                return (ByName(charset) ?? ByName(Declared(head)) ?? Utf8, 0);
        }
    }

    // UTF-8 that tolerates single bytes of windows-1252 in its midst, as pasted texts bring them.
    private static Encoding Utf8 => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    private static Encoding? ByName(string? name)
    {
        name = name?.Trim(' ', '"', '\'').ToLowerInvariant();
        switch (name)
        {
            case null or "":
                return null;
            case "utf-8" or "utf8" or "us-ascii" or "ascii":
                return Utf8;
            // What calls itself Latin 1 on the web is windows-1252 (WHATWG encoding standard).
            case "iso-8859-1" or "latin1" or "l1":
                name = "windows-1252";
                break;
            // Declared in single bytes, it cannot be.
            case "utf-16" or "utf-16le" or "utf-16be" or "utf-32" or "ucs-2" or "iso-10646-ucs-2":
                return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Declared(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart();
        var end = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) : -1;
        var at = end < 0 ? -1 : text.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        var quote = at < 0 ? -1 : text.IndexOfAny(['"', '\''], at, end - at);
        var close = quote < 0 ? -1 : text.IndexOf(text[quote], quote + 1, end - quote - 1);
        return close < 0 ? null : text[(quote + 1)..close];
    }

    private sealed class Windows1252Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            private string characters = "";
            private int at;

            public override int Remaining => characters.Length - at;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (characters, at) = (Windows1252.GetString(bytesUnknown), 0);
                return characters.Length > 0;
            }

            public override char GetNextChar() => at < characters.Length ? characters[at++] : '\0';

            public override bool MovePrevious()
            {
                if (at == 0)
                    return false;
                at--;
                return true;
            }

            public override void Reset() => (characters, at) = ("", 0);
        }
    }
}
