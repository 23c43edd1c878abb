using System.Diagnostics.CodeAnalysis;

namespace Foresight.Methods.Attention;

/// <summary>
/// The terms that come most often in a stream, in bounded memory: Misra and Gries's summary (Science of Computer Programming 2, 1982, 143–152) in the
/// form that lowers all counts at once when it is full (Anderson et al., "A high-performance algorithm for identifying frequent items in data
/// streams", IMC 2017). With room for 2m terms and N occurrences, a term's count is too low by at most <see cref="Missed"/> ≤ N / m and never too high, so
/// every term that came more than N / m times is there.
/// </summary>
/// <typeparam name="T">What is kept of a term beside its count.</typeparam>
/// <param name="capacity">Room for how many terms; at least 2.</param>
public sealed class FrequentTerms<T>(int capacity)
    where T : class
{
    private readonly Dictionary<string, (int Count, T Kept)> _terms = new(StringComparer.Ordinal);
    private readonly int _capacity = capacity >= 2 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "There must be room for at least 2 terms.");

    /// <summary>By how much a count can be too low.</summary>
    public int Missed { get; private set; }

    /// <summary>The terms that are kept, with a count that is never too high.</summary>
    public IEnumerable<(string Term, int Count, T Kept)> All => _terms.Select(term => (term.Key, term.Value.Count, term.Value.Kept));

    /// <summary>Counts one more occurrence.</summary>
    /// <param name="term">The term.</param>
    /// <param name="make">Makes what is kept of it, where it is new.</param>
    /// <returns>What is kept of it.</returns>
    public T Add(string term, Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (_terms.TryGetValue(term, out var known))
        {
            _terms[term] = (known.Count + 1, known.Kept);
            return known.Kept;
        }

        while (_terms.Count >= _capacity)
        {
            LowerAll();
        }

        var kept = make();
        _terms.Add(term, (1, kept));
        return kept;
    }

    /// <summary>What is kept of a term, without counting it.</summary>
    public bool TryGet(string term, [NotNullWhen(true)] out T? kept)
    {
        kept = _terms.TryGetValue(term, out var known) ? known.Kept : null;
        return kept is not null;
    }

    /// <summary>Forgets all terms with a lower count.</summary>
    public void KeepAtLeast(int count)
    {
        foreach (var (term, _) in _terms.Where(term => term.Value.Count < count).ToArray())
        {
            _terms.Remove(term);
        }
    }

    /// <summary>Takes the median from every count, so that at least half of the room is free again.</summary>
    private void LowerAll()
    {
        var counts = _terms.Values.Select(term => term.Count).ToArray();
        Array.Sort(counts);
        var median = counts[counts.Length / 2];
        Missed += median;
        foreach (var (term, known) in _terms.ToArray())
        {
            if (known.Count <= median)
            {
                _terms.Remove(term);
            }
            else
            {
                _terms[term] = (known.Count - median, known.Kept);
            }
        }
    }
}
