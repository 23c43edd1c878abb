using System.Buffers;
using System.Text;

namespace Foresight.Formats.Feeds;

internal enum FeedToken
{
    /// <summary>More characters are needed: fill and ask again.</summary>
    More,
    End,
    Start,
    Stop,
    Text,
}

/// <summary>
/// Parts a feed's characters into tags and text. It takes what XML allows and what people write instead: bare ampersands, unquoted
/// attributes, tags cut short. Document types, processing instructions and comments are passed over unread; nothing is ever expanded.
/// Every character is looked at a bounded number of times, whatever the input.
/// </summary>
internal sealed class FeedTokens(FeedCharacters source, FeedRepairs repairs)
{
    // A tag or document type that has not ended by then is none.
    private const int LongestTag = 256 * 1024;
    private const int LongestReference = 34;

    private static readonly SearchValues<char> TextEnds = SearchValues.Create("<&");
    private readonly FeedNames names = new();
    private readonly char[] resolved = new char[4];
    private Within within;
    private string run = "";
    private int runLength;
    private int resolvedLength;

    private enum Within
    {
        Text,
        Comment,
        Data,
        Instruction,
        Declaration,
    }

    public FeedCharacters Source => source;

    public FeedName Name { get; private set; } = null!;

    public FeedAttributes Attributes { get; } = new();

    /// <summary>The characters of the start tag, the last ones that were taken.</summary>
    public int TagLength { get; private set; }

    /// <summary>Whether the start tag is its own end.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Whether a tag, comment or CDATA section was open when the answer ended.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The text, until the next token is asked for.</summary>
    public ReadOnlySpan<char> Text => resolvedLength > 0 ? resolved.AsSpan(0, resolvedLength) : run.Length > 0 ? run : source.Rest[..runLength];

    public FeedToken Next()
    {
        if (runLength > 0)
        {
            source.Take(runLength);
            runLength = 0;
        }

        (run, resolvedLength) = ("", 0);
        while (true)
        {
            var rest = source.Rest;
            if (rest.IsEmpty)
            {
                IsCut |= within != Within.Text;
                return source.Ended ? FeedToken.End : FeedToken.More;
            }

            var token = within switch
            {
                Within.Text => NextInText(rest),
                Within.Data => NextInData(rest),
                Within.Comment => Skip(rest, "-->"),
                Within.Instruction => Skip(rest, "?>"),
                _ => Skip(rest, ">"),
            };
            if (token is { } found)
                return found;
        }
    }

    private FeedToken? NextInText(ReadOnlySpan<char> rest)
    {
        switch (rest[0])
        {
            case '<':
                return NextTag(rest);
            case '&':
                return NextReference(rest);
            default:
                var length = rest.IndexOfAny(TextEnds);
                runLength = length < 0 ? rest.Length : length;
                return FeedToken.Text;
        }
    }

    private FeedToken? NextInData(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf("]]>");
        if (close == 0)
        {
            source.Take(3);
            within = Within.Text;
            return null;
        }

        if (close < 0 && rest.Length <= 2 && !source.Ended)
            return FeedToken.More;
        runLength = close > 0 ? close : source.Ended ? rest.Length : rest.Length - 2;
        return FeedToken.Text;
    }

    private FeedToken? Skip(ReadOnlySpan<char> rest, string closing)
    {
        var close = rest.IndexOf(closing);
        if (close >= 0)
        {
            source.Take(close + closing.Length);
            within = Within.Text;
            return null;
        }

        // The closing may be cut in two by the end of what is there.
        var keep = source.Ended ? 0 : Math.Min(rest.Length, closing.Length - 1);
        source.Take(rest.Length - keep);
        return keep > 0 ? FeedToken.More : null;
    }

    private FeedToken? NextReference(ReadOnlySpan<char> rest)
    {
        var window = rest[1..Math.Min(rest.Length, LongestReference)];
        var end = window.IndexOfAnyExcept(FeedReferences.NameCharacters);
        if (end < 0 && rest.Length < LongestReference && !source.Ended)
            return FeedToken.More;
        var name = end > 0 && window[end] == ';' ? window[..end] : default;
        var code = FeedReferences.Resolve(name, out var text);
        if (code == FeedReferences.Unknown)
        {
            repairs.Note(name.IsEmpty ? Repair.Ampersand : Repair.Entity, source);
            runLength = 1;
            return FeedToken.Text;
        }

        if (text is not null)
        {
            repairs.Note(Repair.Entity, source);
            run = text;
        }
        else
        {
            if (code == 0xFFFD)
                repairs.Note(Repair.Control, source);
            resolvedLength = new Rune(FeedReferences.Shown(code)).EncodeToUtf16(resolved);
        }

        source.Take(name.Length + 2);
        return FeedToken.Text;
    }

    private FeedToken? NextTag(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2)
            return source.Ended ? Literal(Repair.LessThan) : FeedToken.More;
        return rest[1] switch
        {
            '/' => NextStop(rest),
            '!' => NextMark(rest),
            '?' => NextInstruction(),
            _ when IsNameStart(rest[1]) => NextStart(rest),
            _ => Literal(Repair.LessThan),
        };
    }

    private FeedToken? NextInstruction()
    {
        source.Take(2);
        within = Within.Instruction;
        return null;
    }

    private FeedToken? NextMark(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 10 && !source.Ended)
            return FeedToken.More;
        if (rest.StartsWith("<!--"))
        {
            source.Take(4);
            within = Within.Comment;
        }
        else if (rest.StartsWith("<![CDATA["))
        {
            source.Take(9);
            within = Within.Data;
        }
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            var end = FeedDocumentType.End(rest);
            if (end < 0 && !source.Ended && rest.Length < LongestTag)
                return FeedToken.More;
            source.Take(end < 0 ? 2 : end);
            within = end < 0 ? Within.Declaration : Within.Text;
        }
        else
        {
            IsCut |= source.Ended && rest.Length < 10 && "<![CDATA[".AsSpan().StartsWith(rest);
            repairs.Note(Repair.Declaration, source);
            source.Take(2);
            within = Within.Declaration;
        }

        return null;
    }

    private FeedToken? NextStop(ReadOnlySpan<char> rest)
    {
        var end = rest[1..].IndexOfAny('>', '<') + 1;
        if (end == 0)
        {
            if (!source.Ended && rest.Length < LongestTag)
                return FeedToken.More;
            end = rest.Length;
        }

        var closed = end < rest.Length && rest[end] == '>';
        var name = rest[2..end].Trim();
        var blank = name.IndexOfAny(" \t\r\n/");
        if (!closed || blank >= 0)
            repairs.Note(Repair.Tag, source);
        if (blank >= 0)
            name = name[..blank];
        Name = names.Of(name);
        source.Take(closed ? end + 1 : end);
        return FeedToken.Stop;
    }

    private FeedToken? NextStart(ReadOnlySpan<char> rest)
    {
        Attributes.Clear();
        var at = FeedTag.Read(rest, Attributes, names, out var name, out var empty, out var faults);
        if (at < 0)
        {
            if (!source.Ended && rest.Length < LongestTag)
                return FeedToken.More;
            if (!source.Ended)
                return Literal(Repair.LessThan);
            source.Take(rest.Length);
            IsCut = true;
            return null;
        }

        if (faults != 0)
            NoteFaults(faults);
        (Name, IsEmpty, TagLength) = (name, empty, at);
        source.Take(at);
        return FeedToken.Start;
    }

    private void NoteFaults(TagFaults faults)
    {
        if (faults.HasFlag(TagFaults.Tag))
            repairs.Note(Repair.Tag, source);
        if (faults.HasFlag(TagFaults.Quote))
            repairs.Note(Repair.Quote, source);
        if (faults.HasFlag(TagFaults.Duplicate))
            repairs.Note(Repair.Duplicate, source);
        if (faults.HasFlag(TagFaults.Ampersand))
            repairs.Note(Repair.Ampersand, source);
    }

    private FeedToken Literal(Repair repair)
    {
        repairs.Note(repair, source);
        runLength = 1;
        return FeedToken.Text;
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character is '_' or ':' || (character >= 0x80 && char.IsLetter(character));
}
