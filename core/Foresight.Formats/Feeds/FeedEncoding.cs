using System.Text;

namespace Foresight.Formats.Feeds;

/// <summary>
/// An answer's encoding, told by its byte order mark, then the form of its first bytes, the content type's charset, its own declaration,
/// else UTF-8.
/// </summary>
/// <param name="Encoding">What decodes it. It never fails: what is not of the encoding is read as windows-1252.</param>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Mark">The length of the byte order mark.</param>
internal sealed record FeedEncoding(Encoding Encoding, string Name, int Mark = 0)
{
    /// <summary>Tells the encoding by the first bytes.</summary>
    public static FeedEncoding Detect(ReadOnlySpan<byte> head, string? charset, FeedRepairs? repairs = null) => ByForm(head, repairs) ?? ByStatement(head, charset, repairs);

    /// <summary>
    /// The encoding as its name goes by the media type: a text that states no charset is ASCII (RFC 3023), where the bytes bear that out.
    /// It is decoded all the same.
    /// </summary>
    public FeedEncoding ServedAs(FeedReaderOptions options, ReadOnlySpan<byte> head, FeedRepairs repairs)
    {
        var type = options.MediaType?.Trim().ToLowerInvariant() ?? "";
        if (type is "text/plain" or "text/html")
            repairs.Note(Repair.MediaType);
        return type.StartsWith("text/", StringComparison.Ordinal) && options.Charset is null && Mark == 0 && Encoding.IsSingleByte | Name == "utf-8"
            && !head.ContainsAnyExceptInRange((byte)0, (byte)0x7F)
            ? this with { Name = "us-ascii" }
            : this;
    }

    private static FeedEncoding? ByForm(ReadOnlySpan<byte> head, FeedRepairs? repairs)
    {
        return head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new(Utf8(repairs), "utf-8", 3),
            [0xFF, 0xFE, 0, 0, ..] => new(Encoding.UTF32, "utf-32le", 4),
            [0, 0, 0xFE, 0xFF, ..] => new(new UTF32Encoding(bigEndian: true, byteOrderMark: true), "utf-32be", 4),
            [0xFF, 0xFE, ..] => new(Encoding.Unicode, "utf-16le", 2),
            [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, "utf-16be", 2),
            [(byte)'<' or (byte)'{', 0, 0, 0, ..] => new(Encoding.UTF32, "utf-32le"),
            [0, 0, 0, (byte)'<' or (byte)'{', ..] => new(new UTF32Encoding(bigEndian: true, byteOrderMark: false), "utf-32be"),
            [(byte)'<' or (byte)'{', 0, ..] => new(Encoding.Unicode, "utf-16le"),
            [0, (byte)'<' or (byte)'{', ..] => new(Encoding.BigEndianUnicode, "utf-16be"),
            // "<?xm" in EBCDIC: its variants agree on the letters of the declaration, which names the one that it is.
            [0x4C, 0x6F, 0xA7, 0x94, ..] => Ebcdic(head),
            _ => null,
        };
    }

    private static FeedEncoding Ebcdic(ReadOnlySpan<byte> head)
    {
        var invariant = CodePagesEncodingProvider.Instance.GetEncoding(37)!;
        return ByName(Declared(invariant.GetString(head)), null) is { Encoding.IsSingleByte: true } declared ? declared : new(invariant, "ibm037");
    }

    private static FeedEncoding ByStatement(ReadOnlySpan<byte> head, string? charset, FeedRepairs? repairs)
    {
        var declaration = Declared(Encoding.Latin1.GetString(head));
        var (given, declared) = (ByName(charset, repairs), ByName(declaration, repairs));
        if (declaration is not null && declared is null)
            repairs?.Note(Repair.Charset);
        // A server's Latin 1 for everything, against a declaration that the bytes bear out.
        if (given?.Name is "iso-8859-1" && declared?.Name is "utf-8" && IsUtf8(head))
        {
            repairs?.Note(Repair.Charset);
            return declared;
        }

        return given ?? declared ?? new(Utf8(repairs), "utf-8");
    }

    /// <summary>Whether it has characters beyond ASCII, all of them whole in UTF-8 but for one that the end cuts.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        if (!head.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
            return false;
        for (var cut = 0; cut < 4 && cut < head.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
                return true;
        }

        return false;
    }

    private static Encoding Lenient(Encoding encoding, FeedRepairs? repairs)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = new Windows1252Fallback(repairs);
        return lenient;
    }

    private static Encoding Utf8(FeedRepairs? repairs) => Lenient(Encoding.UTF8, repairs);

    private static FeedEncoding? ByName(string? name, FeedRepairs? repairs)
    {
        name = name?.Trim(' ', '"', '\'').ToLowerInvariant();
        switch (name)
        {
            case null or "":
                return null;
            case "utf-8" or "utf8":
                return new(Utf8(repairs), "utf-8");
            case "us-ascii" or "ascii":
                return new(Utf8(repairs), "us-ascii");
            // What calls itself Latin 1 on the web is windows-1252 (WHATWG encoding standard).
            case "iso-8859-1" or "latin1" or "l1":
                return new(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "iso-8859-1");
            // Its successor has all of its characters and more.
            case "gb2312" or "gbk":
                name = "gb18030";
                break;
            // Stated in single bytes, it cannot be.
            case "utf-16" or "utf-16le" or "utf-16be" or "utf-32" or "utf-32le" or "utf-32be" or "utf-7" or "ucs-2" or "iso-10646-ucs-2":
                return null;
        }

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return new(encoding.IsSingleByte ? encoding : Lenient(encoding, repairs), name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Declared(string head)
    {
        var text = head.TrimStart();
        var end = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) : -1;
        var at = end < 0 ? -1 : text.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        var quote = at < 0 ? -1 : text.IndexOfAny(['"', '\''], at, end - at);
        var close = quote < 0 ? -1 : text.IndexOf(text[quote], quote + 1, end - quote - 1);
        return close < 0 ? null : text[(quote + 1)..close];
    }

    /// <summary>Reads bytes that are not of the encoding as windows-1252, as pasted texts bring them, and notes that it did.</summary>
    private sealed class Windows1252Fallback(FeedRepairs? repairs) : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(repairs);

        private sealed class Buffer(FeedRepairs? repairs) : DecoderFallbackBuffer
        {
            private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            private string characters = "";
            private int at;

            public override int Remaining => characters.Length - at;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                repairs?.Note(Repair.Bytes);
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
