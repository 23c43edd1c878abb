using Foresight.Engine.Stories;

namespace Foresight.Engine.Classify;

/// <summary>Tells whether a text is nearly one of others: by the sequences of five words that both have.</summary>
internal sealed class SharedSequences
{
    private const int Words = 5;

    private readonly Dictionary<ulong, List<int>> _textsBySequence = [];
    private readonly List<int> _lengths = [];

    public SharedSequences(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var sequences = Of(text);
            foreach (var sequence in sequences)
            {
                if (!_textsBySequence.TryGetValue(sequence, out var having))
                    _textsBySequence.Add(sequence, having = []);
                having.Add(_lengths.Count);
            }

            _lengths.Add(sequences.Count);
        }
    }

    /// <summary>Whether it shares more than the given share of sequences with one of the texts, by the shorter of the two.</summary>
    public bool HasMoreOf(string text, double share)
    {
        if (_lengths.Count == 0)
            return false;
        var shared = new Dictionary<int, int>();
        var sequences = Of(text);
        foreach (var other in sequences.SelectMany(sequence => _textsBySequence.GetValueOrDefault(sequence, [])))
            shared[other] = shared.GetValueOrDefault(other) + 1;
        return shared.Any(other => other.Value > share * Math.Min(sequences.Count, _lengths[other.Key]));
    }

    /// <summary>A text of fewer words is one sequence.</summary>
    private static HashSet<ulong> Of(string text)
    {
        var words = StoryWords.Of(text).Select(word => MinHash.Of(word.Stem)).ToArray();
        return [.. Enumerable.Range(0, words.Length == 0 ? 0 : Math.Max(1, words.Length - Words + 1))
            .Select(start => MinHash.Whole(words.AsSpan(start, Math.Min(Words, words.Length)), 0))];
    }
}
