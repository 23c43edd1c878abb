namespace Foresight.Methods.Attention;

/// <summary>
/// Counts the terms of a stream of documents per batch, the newest documents first, in memory that does not grow with the stream: only terms that
/// come often enough in the recent batches are counted in the older ones, and the recent batches keep at most as many terms as there is room
/// for (<see cref="FrequentTerms{T}"/>). Counts of the recent batches are never too high and too low by at most <see cref="Missed"/> together; those of
/// older batches are exact. So a rise is never overstated.
/// </summary>
public sealed class TermCounter
{
    private readonly int[] _stories;
    private readonly int[] _reports;
    private readonly int _recent;
    private readonly int _least;
    private readonly FrequentTerms<TermSeries> _terms;
    private readonly DifferentTerms _different = new();
    private int _newest;
    private bool _closed;

    /// <summary>A counter.</summary>
    /// <param name="batches">The number of batches.</param>
    /// <param name="recent">How many of them, the newest, decide which terms are counted.</param>
    /// <param name="least">The fewest documents in the recent batches with which a term is counted in the older ones.</param>
    /// <param name="capacity">Room for how many terms.</param>
    public TermCounter(int batches, int recent, int least = 3, int capacity = 1 << 17)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(recent, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batches, recent);
        (_stories, _reports, _recent, _least, _terms) = (new int[batches], new int[batches], recent, least, new FrequentTerms<TermSeries>(capacity));
        _newest = batches - 1;
    }

    /// <summary>All stories per batch.</summary>
    public ReadOnlySpan<int> Stories => _stories;

    /// <summary>All documents per batch.</summary>
    public ReadOnlySpan<int> Reports => _reports;

    /// <summary>By how much the counts of a term in the recent batches can be too low.</summary>
    public int Missed => _terms.Missed;

    /// <summary>About how many different terms the stream has.</summary>
    public int DifferentTerms => _different.Count;

    /// <summary>Counts a document.</summary>
    /// <param name="batch">Its batch, 0 for the oldest; never newer than that of the document before.</param>
    /// <param name="terms">Its terms, each once.</param>
    /// <param name="publisher">Its publisher; null where nobody knows.</param>
    /// <param name="beginsStory">Whether it is its story's first report.</param>
    public void Add(int batch, IReadOnlyCollection<string> terms, string? publisher, bool beginsStory)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (batch > _newest)
        {
            throw new ArgumentException($"A document of batch {batch} came after one of batch {_newest}; the newest must come first.", nameof(batch));
        }

        _newest = batch;
        var fromEnd = _stories.Length - 1 - batch;
        _reports[batch]++;
        _stories[batch] += beginsStory ? 1 : 0;
        if (fromEnd >= _recent)
        {
            Close();
            foreach (var term in terms)
            {
                _different.Add(term);
                if (_terms.TryGet(term, out var series))
                {
                    series.Add(fromEnd, null, beginsStory);
                }
            }

            return;
        }

        foreach (var term in terms)
        {
            _different.Add(term);
            _terms.Add(term, () => new TermSeries(_recent)).Add(fromEnd, publisher, beginsStory);
        }
    }

    /// <summary>The terms that came often enough in the recent batches, by name.</summary>
    public IReadOnlyList<(string Term, TermSeries Series)> Finish()
    {
        Close();
        return [.. _terms.All.OrderBy(term => term.Term, StringComparer.Ordinal).Select(term => (term.Term, term.Kept))];
    }

    private void Close()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _terms.KeepAtLeast(_least);
        foreach (var (_, _, series) in _terms.All)
        {
            series.Extend(_stories.Length);
        }
    }
}
