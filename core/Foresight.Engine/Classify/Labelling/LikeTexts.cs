using Foresight.Engine.Stories;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>Texts by the words that carry meaning: finds those that share some with one of them, without comparing each with each.</summary>
internal sealed class LikeTexts
{
    private readonly List<HashSet<string>> _words = [];
    private readonly Dictionary<string, List<int>> _textsWith = new(StringComparer.Ordinal);

    public LikeTexts(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var words = StoryWords.Of(text).Where(StoryWords.Tells).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
            foreach (var word in words)
            {
                if (!_textsWith.TryGetValue(word, out var with))
                    _textsWith.Add(word, with = []);
                with.Add(_words.Count);
            }

            _words.Add(words);
        }
    }

    /// <summary>The texts that share words with this one, itself too, and how much of their words together they share: above 0, at most 1.</summary>
    public IEnumerable<(int Text, double Likeness)> LikeThis(int text)
    {
        var shared = new int[_words.Count];
        foreach (var other in _words[text].SelectMany(word => _textsWith[word]))
            shared[other]++;
        for (var other = 0; other < shared.Length; other++)
        {
            if (shared[other] > 0)
                yield return (other, (double)shared[other] / (_words[text].Count + _words[other].Count - shared[other]));
        }
    }
}
