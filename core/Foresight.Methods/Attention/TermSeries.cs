namespace Foresight.Methods.Attention;

/// <summary>A term's counts per batch, and who used it lately.</summary>
public sealed class TermSeries
{
    private const int MostPublishers = 64;
    private readonly List<string> _publishers = [];
    private int[] _stories;
    private int[] _reports;

    internal TermSeries(int recent) => (_stories, _reports) = (new int[recent], new int[recent]);

    /// <summary>The stories whose first report has it, per batch, the newest batch last.</summary>
    public ReadOnlySpan<int> Stories => _stories;

    /// <summary>The documents that have it, per batch.</summary>
    public ReadOnlySpan<int> Reports => _reports;

    /// <summary>
    /// How many publishers told a story of their own with it in the recent batches, up to 64: who only repeats another's story is not independent.
    /// </summary>
    public int Publishers => _publishers.Count;

    /// <summary>Counts a document.</summary>
    /// <param name="fromEnd">How many batches before the newest one it is.</param>
    /// <param name="publisher">Its publisher; null where it says nothing of now, or nobody knows.</param>
    /// <param name="beginsStory">Whether it is its story's first report.</param>
    internal void Add(int fromEnd, string? publisher, bool beginsStory)
    {
        _reports[^(fromEnd + 1)]++;
        if (!beginsStory)
        {
            return;
        }

        _stories[^(fromEnd + 1)]++;
        if (publisher is not null && _publishers.Count < MostPublishers && !_publishers.Contains(publisher))
        {
            _publishers.Add(publisher);
        }
    }

    /// <summary>Makes room for the batches before the recent ones.</summary>
    internal void Extend(int batches) => (_stories, _reports) = (Extended(_stories, batches), Extended(_reports, batches));

    private static int[] Extended(int[] counts, int batches)
    {
        var extended = new int[batches];
        counts.CopyTo(extended.AsSpan(batches - counts.Length));
        return extended;
    }
}
