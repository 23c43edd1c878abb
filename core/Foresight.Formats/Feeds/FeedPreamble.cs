namespace Foresight.Formats.Feeds;

/// <summary>What stands before a feed's root: error messages of a server, at times; or the answer is no feed at all.</summary>
internal sealed class FeedPreamble
{
    private const int Longest = 64 * 1024;
    private int length;
    private string? first;
    private bool textFirst;
    private bool isPage;

    /// <summary>Whether anything does but whitespace.</summary>
    public bool HasAny => first is not null || textFirst;

    /// <summary>Whether a root may come here: behind other elements only what is a feed in no other document.</summary>
    public bool Allows(FeedName root, string uri) => first is null || root.Local == "rss" || (root.Local == "feed" && FeedVocabulary.Of(uri) == Vocabulary.Atom);

    /// <summary>Passes an element over; false where no feed can follow any more.</summary>
    public bool Pass(FeedName name)
    {
        first ??= name.Local;
        isPage |= name.Prefix.Length == 0 && name.Local is "html" or "head" or "body";
        return !isPage && Count(name.Local.Length + 2);
    }

    /// <summary>Passes text over; false where no feed can follow any more.</summary>
    public bool Pass(ReadOnlySpan<char> text)
    {
        textFirst |= first is null;
        return Count(text.Length);
    }

    public bool PassBlank(int characters) => Count(characters);

    public FeedFormatException Refusal() => isPage
        ? new FeedFormatException("The answer is a web page, where a feed was due.") { IsWebPage = true }
        : new FeedFormatException(
            textFirst ? "The answer is no XML, where a feed was due."
            : first is { } name ? $"The answer is XML that begins with <{Observations.Shown.Text(name)}>, which is no feed."
            : "The answer has no element, where a feed was due.");

    private bool Count(int characters) => (length += characters) <= Longest;
}
