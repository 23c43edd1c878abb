using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Foresight.Formats.Feeds;

/// <summary>
/// Decodes an answer and mends on the way what would stop an XML reader although a reader of the page would not notice: whitespace
/// before the declaration, a declaration that is wrong, HTML's named entities, bare ampersands and less-than signs, characters that
/// XML forbids. Comments are dropped (their line breaks kept, so that line numbers hold).
/// </summary>
internal sealed class FeedTextReader(Stream stream, Encoding encoding, ReadOnlyMemory<byte> head) : TextReader
{
    // The longest entity name of HTML has 31 letters; a CDATA opening has 9 characters.
    private const int Lookahead = 40;

    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    private readonly Decoder decoder = encoding.GetDecoder();
    private readonly byte[] bytes = new byte[16 * 1024];
    private readonly StringBuilder pending = new();
    private char[] input = new char[32 * 1024];
    private int start;
    private int end;
    private bool ended;
    private Mode mode = Mode.Prolog;

    private enum Mode
    {
        Prolog,
        Text,
        Declaration,
        Comment,
        Data,
    }

    public override int Read(char[] buffer, int index, int count)
    {
        for (var written = Serve(buffer.AsSpan(index, count)); ; written = Serve(buffer.AsSpan(index, count)))
        {
            if (written != 0 || count == 0)
                return Math.Max(written, 0);
            var read = head.IsEmpty ? stream.Read(bytes) : TakeHead();
            Decode(read);
        }
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var written = Serve(buffer.Span);
            if (written != 0 || buffer.IsEmpty)
                return Math.Max(written, 0);
            var read = head.IsEmpty ? await stream.ReadAsync(bytes, cancellationToken).ConfigureAwait(false) : TakeHead();
            Decode(read);
        }
    }

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    private int TakeHead()
    {
        var length = Math.Min(head.Length, bytes.Length);
        head.Span[..length].CopyTo(bytes);
        head = head[length..];
        return length;
    }

    private void Decode(int read)
    {
        if (start > 0)
        {
            input.AsSpan(start, end - start).CopyTo(input);
            (start, end) = (0, end - start);
        }

        var most = encoding.GetMaxCharCount(read);
        if (input.Length - end < most)
            Array.Resize(ref input, end + most);
        end += decoder.GetChars(bytes.AsSpan(0, read), input.AsSpan(end), flush: read == 0);
        ended = read == 0;
    }

    /// <summary>Writes what can be written now: 0 where more input is needed, -1 at the end.</summary>
    private int Serve(Span<char> target)
    {
        var written = 0;
        while (written < target.Length)
        {
            if (pending.Length > 0)
            {
                var length = Math.Min(pending.Length, target.Length - written);
                pending.CopyTo(0, target[written..], length);
                pending.Remove(0, length);
                written += length;
                continue;
            }

            var rest = input.AsSpan(start, end - start);
            // Near the end of the buffer a construct may be cut in two: wait for the rest, unless there is none.
            if (rest.Length <= (ended ? 0 : Lookahead))
                return written > 0 ? written : ended ? -1 : 0;
            var ready = ended ? rest.Length : rest.Length - Lookahead;
            written += Step(rest, Math.Min(ready, target.Length - written), target[written..]);
        }

        return written;
    }

    /// <summary>Takes some input, writes some output (to the target or to <see cref="pending"/>), and returns what was written to the target.</summary>
    private int Step(ReadOnlySpan<char> rest, int ready, Span<char> target)
    {
        switch (mode)
        {
            case Mode.Prolog:
                Prolog(rest);
                return 0;
            case Mode.Declaration:
                Drop(rest, ready, "?>");
                return 0;
            case Mode.Comment:
                Drop(rest, ready, "-->");
                return 0;
            default:
                break;
        }

        var plain = rest[..ready].IndexOfAny(Special);
        var length = plain < 0 ? ready : plain;
        var close = mode == Mode.Data ? rest[..Math.Min(rest.Length, length + 3)].IndexOf("]]>") : -1;
        if (close >= 0)
        {
            // The closing bracket belongs to the data; after it text begins.
            length = Math.Min(close + 3, target.Length);
            if (length == close + 3)
                mode = Mode.Text;
            else
                length = Math.Min(close, length);
            if (length == 0)
            {
                pending.Append("]]>");
                mode = Mode.Text;
                start += close + 3;
                return 0;
            }
        }

        if (length > 0)
        {
            rest[..length].CopyTo(target);
            start += length;
            return length;
        }

        start += Mend(rest);
        return 0;
    }

    private void Prolog(ReadOnlySpan<char> rest)
    {
        if (char.IsWhiteSpace(rest[0]) || rest[0] is '\uFEFF' or '\0')
        {
            start++;
            return;
        }

        var declared = rest.StartsWith("<?xml") && rest.Length > 5 && char.IsWhiteSpace(rest[5]);
        mode = declared ? Mode.Declaration : Mode.Text;
    }

    private void Drop(ReadOnlySpan<char> rest, int ready, string closing)
    {
        var close = rest.IndexOf(closing);
        var length = close < 0 ? ready : close + closing.Length;
        pending.Append('\n', rest[..length].Count('\n'));
        start += length;
        if (close >= 0)
            mode = Mode.Text;
    }

    /// <summary>Mends what begins here; returns how much input it stands for.</summary>
    private int Mend(ReadOnlySpan<char> rest)
    {
        if (mode == Mode.Data || rest[0] is not ('&' or '<'))
        {
            if (rest[0] is '&' or '<')
                pending.Append(rest[0]);
            return 1;
        }

        if (rest[0] == '&')
            return MendReference(rest);
        if (rest.StartsWith("<!--"))
        {
            mode = Mode.Comment;
            return 4;
        }

        if (rest.StartsWith("<![CDATA["))
        {
            mode = Mode.Data;
            pending.Append("<![CDATA[");
            return 9;
        }

        var begins = rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] is '/' or '!' or '?' or '_' or ':');
        pending.Append(begins ? "<" : "&lt;");
        return 1;
    }

    private int MendReference(ReadOnlySpan<char> rest)
    {
        var window = rest[1..Math.Min(rest.Length, Lookahead)];
        var close = window.IndexOf(';');
        var name = close > 0 ? window[..close] : [];
        if (name.IsEmpty || name.IndexOfAnyExcept(NameCharacters) >= 0)
        {
            pending.Append("&amp;");
            return 1;
        }

        if (name[0] == '#')
        {
            pending.Append(Numbered(name[1..]));
        }
        else if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            pending.Append('&').Append(name).Append(';');
        }
        else if (HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";")) is { Length: > 0 } symbol)
        {
            pending.Append(symbol.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
        }
        else
        {
            pending.Append("&amp;");
            return 1;
        }

        return close + 2;
    }

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static string Numbered(ReadOnlySpan<char> digits)
    {
        var read = digits.StartsWith("x", StringComparison.OrdinalIgnoreCase)
            ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        // HTML's table: 0x80 to 0x9F are windows-1252 in every feed that has them.
        if (read && code is >= 0x80 and <= 0x9F && HtmlEntityProvider.GetSymbolFromTable(code) is { } symbol)
            return symbol;
        if (!read || code is < 0x20 and not (0x9 or 0xA or 0xD) or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) or 0xFFFE or 0xFFFF)
            return "\uFFFD";
        return string.Create(CultureInfo.InvariantCulture, $"&#{code};");
    }
}
