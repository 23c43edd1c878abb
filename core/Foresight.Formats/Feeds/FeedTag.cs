using System.Buffers;

namespace Foresight.Formats.Feeds;

/// <summary>What was wrong with a tag.</summary>
[Flags]
internal enum TagFaults
{
    None = 0,
    Tag = 1,
    Quote = 2,
    Duplicate = 4,
    Ampersand = 8,
}

/// <summary>Reads a start tag as it was meant.</summary>
internal static class FeedTag
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>=<\"'");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n><\"'");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    /// <summary>Reads the tag with which the text begins; gives the position behind it, or -1 where its end is not there.</summary>
    public static int Read(ReadOnlySpan<char> text, FeedAttributes attributes, FeedNames names, out FeedName name, out bool empty, out TagFaults faults)
    {
        (name, empty, faults) = (null!, false, TagFaults.None);
        var at = 1 + text[1..].IndexOfAny(NameEnds);
        if (at == 0)
            return -1;
        var tag = text[1..at];
        while (true)
        {
            var blank = text[at..].IndexOfAnyExcept(Blanks);
            if (blank < 0)
                return -1;
            at += blank;
            switch (text[at])
            {
                case '>':
                    name = names.Of(tag);
                    return at + 1;
                // The next tag begins: this one was never closed.
                case '<':
                    faults |= TagFaults.Tag;
                    name = names.Of(tag);
                    return at;
                case '/':
                    if (at + 1 >= text.Length)
                        return -1;
                    empty = text[at + 1] == '>';
                    if (!empty)
                        faults |= TagFaults.Tag;
                    at++;
                    break;
                case '"' or '\'' or '=':
                    faults |= TagFaults.Quote;
                    at++;
                    break;
                default:
                    at = ReadAttribute(text, at, attributes, ref faults);
                    if (at < 0)
                        return -1;
                    break;
            }
        }
    }

    private static int ReadAttribute(ReadOnlySpan<char> text, int at, FeedAttributes attributes, ref TagFaults faults)
    {
        var end = text[at..].IndexOfAny(NameEnds);
        if (end < 0)
            return -1;
        var name = text.Slice(at, end);
        at += end;
        var blank = text[at..].IndexOfAnyExcept(Blanks);
        if (blank < 0)
            return -1;
        if (text[at + blank] != '=')
        {
            faults |= TagFaults.Quote;
            Add(attributes, name, name, ref faults);
            return at;
        }

        at += blank + 1;
        blank = text[at..].IndexOfAnyExcept(Blanks);
        if (blank < 0)
            return -1;
        at += blank;
        var quote = text[at];
        if (quote is '"' or '\'')
        {
            at++;
            end = text[at..].IndexOf(quote);
            if (end < 0)
                return -1;
            Add(attributes, name, text.Slice(at, end), ref faults);
            return at + end + 1;
        }

        faults |= TagFaults.Quote;
        end = text[at..].IndexOfAny(ValueEnds);
        if (end < 0)
            return -1;
        // <br clear=all/>: the slash ends the tag. In an address it belongs to it.
        if (end > 1 && text[at + end] == '>' && text[at + end - 1] == '/' && !text.Slice(at, end - 1).Contains('/'))
            end--;
        Add(attributes, name, text.Slice(at, end), ref faults);
        return at + end;
    }

    private static void Add(FeedAttributes attributes, ReadOnlySpan<char> name, ReadOnlySpan<char> value, ref TagFaults faults)
    {
        attributes.Note();
        var bare = false;
        if (name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) && (name.Length == 5 || name[5] == ':'))
        {
            attributes.Declare(name.Length == 5 ? default : name[6..], FeedReferences.Value(value, ref bare));
        }
        else if (FeedAttributes.Of(name) is not FeedAttribute.None and var attribute
            && !attributes.TryAdd(attribute, FeedReferences.Value(value, ref bare)))
        {
            // rdf:about beside about is no fault, the same name twice is.
            if (!name.Contains(':'))
                faults |= TagFaults.Duplicate;
        }

        if (bare)
            faults |= TagFaults.Ampersand;
    }
}
