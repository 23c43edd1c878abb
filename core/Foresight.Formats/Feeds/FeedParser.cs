using System.Globalization;

namespace Foresight.Formats.Feeds;

/// <summary>What the forms of feeds have in common: they are read item by item, and tell what became of the rest.</summary>
internal abstract class FeedParser(FeedReaderOptions options, FeedRepairs repairs) : IDisposable
{
    // A feed of which thousands of items cannot be read is wrong as a whole, and the answer is kept.
    private const int MostTexts = 200;

    public abstract FeedHeader Header { get; }

    public List<FeedProblem> Problems { get; } = [];

    /// <summary>The names of what items have had so far.</summary>
    public FeedItemFields Fields { get; } = new();

    /// <summary>The item that was read last, as it stands in the feed, without its authors; null where it is long. It holds until more is read.</summary>
    public abstract string? ItemText { get; }

    public string? Break { get; protected set; }

    /// <summary>The items begun so far.</summary>
    protected int Items { get; set; }

    protected FeedReaderOptions Options => options;

    protected FeedRepairs Repairs => repairs;

    /// <summary>Reads up to the first item.</summary>
    public abstract ValueTask OpenAsync(CancellationToken cancellationToken);

    /// <summary>The next item; null at the end.</summary>
    public abstract ValueTask<FeedEntry?> NextAsync(CancellationToken cancellationToken);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    protected void BreakOff(string reason, int line) =>
        Break ??= string.Create(CultureInfo.InvariantCulture, $"The feed breaks off in or after item {Items}, at line {line}: {reason}.");

    /// <summary>The item, or null and a problem.</summary>
    protected FeedEntry? Entry(FeedDraft draft)
    {
        if (draft.TooLong is { } field)
        {
            Reject(string.Create(CultureInfo.InvariantCulture, $"Its {field} is longer than {options.MaxFieldCharacters} characters."));
            return null;
        }

        var entry = draft.ToEntry(Items, Header);
        if (entry is null)
            Reject("It is empty.");
        return entry;
    }

    /// <summary>Notes that the item which was read last is none.</summary>
    protected void Reject(string sentence) => Problems.Add(new FeedProblem(Items, sentence) { Text = Problems.Count < MostTexts ? ItemText : null });
}
