using System.Globalization;

namespace Foresight.Formats.Feeds;

/// <summary>What was not well-formed and was read all the same.</summary>
internal enum Repair
{
    MediaType,
    Before,
    After,
    Ampersand,
    Entity,
    LessThan,
    Control,
    Bytes,
    Charset,
    Unclosed,
    Unopened,
    Tag,
    Quote,
    Duplicate,
    Prefix,
    Deep,
    Declaration,
    Surrogate,
    Type,
}

/// <summary>Counts the repairs by kind and keeps where each kind came first: a feed may need a thousand, a person reads one line.</summary>
internal sealed class FeedRepairs
{
    private readonly int[] counts = new int[Enum.GetValues<Repair>().Length];
    private readonly int[] lines = new int[Enum.GetValues<Repair>().Length];

    public bool Any { get; private set; }

    public void Note(Repair repair, FeedCharacters? at = null)
    {
        Any = true;
        if (counts[(int)repair]++ == 0)
            lines[(int)repair] = at?.Line ?? 0;
    }

    /// <summary>A sentence for each kind.</summary>
    public IReadOnlyList<string> ToSentences()
    {
        var sentences = new List<string>();
        foreach (var repair in Enum.GetValues<Repair>())
        {
            if (counts[(int)repair] is var count and > 0)
            {
                var line = lines[(int)repair] is var at and > 0 ? string.Create(CultureInfo.InvariantCulture, $", first at line {at}") : "";
                sentences.Add(string.Create(CultureInfo.InvariantCulture, $"{Of(repair)} ({count} times{line})."));
            }
        }

        return sentences;
    }

    private static string Of(Repair repair) => repair switch
    {
        Repair.MediaType => "The answer was read as a feed although its content type is that of another text",
        Repair.Before => "What stands before the feed was passed over",
        Repair.After => "What stands behind the feed was passed over",
        Repair.Ampersand => "A bare & was taken as text",
        Repair.Entity => "An entity that XML does not know was taken as HTML's, or as text",
        Repair.LessThan => "A bare < was taken as text",
        Repair.Control => "Characters that XML forbids were dropped",
        Repair.Bytes => "Bytes that are not of the encoding were read as windows-1252",
        Repair.Charset => "The encoding is not the one that is stated",
        Repair.Unclosed => "An element was closed that the feed leaves open",
        Repair.Unopened => "An end tag without its beginning was passed over",
        Repair.Tag => "A broken tag was mended",
        Repair.Quote => "An attribute without quotes or value was mended",
        Repair.Duplicate => "Of an attribute given twice the first was taken",
        Repair.Prefix => "A prefix that is not declared was taken in its usual meaning",
        Repair.Deep => "Elements nested too deep were read as one",
        Repair.Declaration => "A declaration in the midst of the feed was passed over",
        Repair.Surrogate => "Half a surrogate pair was replaced",
        _ => "A value of a wrong type was passed over",
    };
}
